"""How what a proceeding serves on a person reached him, and what the law asks for before it goes on without him.

Where a person lives and how he is reached stands in the vault; nothing of it is repeated here.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from referral.case.model.base import Citation, LocalText, Model
from referral.case.model.scalars import Address, EdtfDate, Flag, Form, PersonRef, Words

Clock = Annotated[str, Form(r"^([01][0-9]|2[0-3]):[0-5][0-9]$", "an hour and a minute are written as in 09:05")]


class Served(StrEnum):
    """`notice`: that the person is suspected; `call`: to come to an act of the proceeding."""

    NOTICE = "notice"
    CALL = "call"
    OTHER = "other"


class Way(StrEnum):
    """`family`: handed to an adult of the family; `print`: in a newspaper; `official_site`: on that of an office."""

    IN_PERSON = "in_person"
    POST = "post"
    E_MAIL = "e_mail"
    MESSENGER = "messenger"
    TELEPHONE = "telephone"
    FAMILY = "family"
    PRINT = "print"
    OFFICIAL_SITE = "official_site"


_LOOKED_UP_BY = {Way.PRINT: ("outlet", "number", "page"), Way.OFFICIAL_SITE: ("outlet", "address")}


class ServiceStep(Model):
    """One thing done to make something known to a person; of a publication the issue or the page where it stands."""

    what: Served = Field(description="what was served")
    how: Way = Field(description="in which way")
    person: PersonRef = Field(description="on whom, by code")
    date: EdtfDate | None = Field(None, description="the day on which it was handed over, sent or published")
    time: Clock | None = Field(None, description="the hour and minute, as 09:05")
    dated: EdtfDate | None = Field(None, description="the day that the paper itself bears")
    appear_on: EdtfDate | None = Field(None, description="of a call: the day for which it calls, as under calls")
    outlet: LocalText | None = Field(None, description="of a publication: the newspaper or the site, by its name")
    number: Words | None = Field(None, description="the number of the issue, or of the item of post")
    page: Words | None = Field(None, description="the page of the issue")
    address: Address | None = Field(None, description="of a publication on a site: the address of its page")
    basis: LocalText | None = Field(None, description="the act by which this outlet is the one to be used in that year")
    result: LocalText | None = Field(None, description="what came of it, in words without names")
    citations: list[Citation] = Field([], description="what proves it")

    @property
    def lacking_of_publication(self) -> list[str]:
        """The keys without which nobody can look up a publication; empty if none lacks, or nothing was published."""
        return [key for key in _LOOKED_UP_BY.get(self.how, ()) if getattr(self, key) is None]


class Call(Model):
    """One day for which a person is called, and whether he came."""

    person: PersonRef = Field(description="who is called, by code")
    date: EdtfDate | None = Field(None, description="the day for which the person is called")
    time: Clock | None = Field(None, description="the hour and minute, as 09:05")
    capacity: LocalText | None = Field(None, description="the procedural status in which the person is called")
    office: LocalText | None = Field(None, description="the institution to come to, with its address and room")
    contact: Words | None = Field(None, description="telephone or e-mail of that institution")
    acts: LocalText | None = Field(None, description="for which acts, as they follow “to take part in …”")
    missed: Flag | None = Field(None, description="whether the person did not come; left out: not yet known")
    good_reason: LocalText | None = Field(None, description="a good reason for not coming that was made known")
    citations: list[Citation] = Field([], description="what proves it")


class Ruling(Model):
    """A decision of a court or judge in the proceeding."""

    decided_on: EdtfDate | None = Field(None, description="the day of the decision")
    body: LocalText | None = Field(None, description="who made it, as it follows “decision of …”")
    number: Words | None = Field(None, description="its number, copied and never made up")
    citations: list[Citation] = Field([], description="where this is stated")


class Counsel(Model):
    """Who defends a person that is absent."""

    person: PersonRef | None = Field(None, description="the counsel, by code; left out: only that there is one")
    appointed: Flag | None = Field(None, description="true: appointed for the person; false: chosen by him")
    since: EdtfDate | None = Field(None, description="since when")
    citations: list[Citation] = Field([], description="where this is stated")


class Absence(Model):
    """That a proceeding goes on, or is to go on, without a person: why, by whose decision, and who defends him."""

    person: PersonRef = Field(description="who is absent, by code")
    ground: LocalText | None = Field(None, description="why, in words: evasion, and where the person is believed to be")
    wanted_since: EdtfDate | None = Field(None, description="since when the person is on a wanted list")
    wanted_abroad_since: EdtfDate | None = Field(None, description="since when internationally")
    applied_on: EdtfDate | None = Field(None, description="the day on which the application reached the judge")
    ruling: Ruling | None = Field(None, description="that the investigation may go on without the person")
    counsel: Counsel | None = Field(None, description="who defends the person")
    special_trial: Ruling | None = Field(None, description="that the trial may be held without the person")
    citations: list[Citation] = Field([], description="where this is stated")


def in_time(entry: ServiceStep | Call) -> tuple[str, str]:
    """What sorts by day and hour; undated ones come last."""
    return (str(entry.date.earliest) if entry.date else "~", entry.time or "~")


def first_of_its_paper(step: ServiceStep, steps: Iterable[ServiceStep]) -> bool:
    """Whether a step is the first in time, among these, that served one paper on one person."""
    paper = (step.what, step.person, step.dated)
    return min((s for s in steps if (s.what, s.person, s.dated) == paper), key=in_time) is step
