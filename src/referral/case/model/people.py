"""Persons (by code), their roles, consent and postings; units, places, occupation periods. Names live in the vault."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from referral.case.model.base import Citation, Entity, LocalText, Model
from referral.case.model.scalars import (
    EdtfDate,
    EvidenceRef,
    Flag,
    Form,
    HowAcquired,
    IncidentRef,
    LanguageCode,
    PersonRef,
    PlaceRef,
    PlaceRegister,
    ProceedingRef,
    Service,
    StateCode,
    UnitRef,
    Words,
)


class RoleName(StrEnum):
    """What a person is in the case.

    `intermediary`: who brought us together; `applicant`: who lodged the complaint; `counsel`: who defends a suspect.
    """

    SUSPECT = "suspect"
    CONVICTED = "convicted"
    VICTIM = "victim"
    WITNESS = "witness"
    OFFICIAL = "official"
    EXPERT = "expert"
    INTERMEDIARY = "intermediary"
    INVESTIGATOR = "investigator"
    PROSECUTOR = "prosecutor"
    COUNSEL = "counsel"
    APPLICANT = "applicant"


class Role(Model):
    """One man can have several roles, each for its own incident or proceeding."""

    role: RoleName = Field(description="what the person is in the case")
    incidents: list[IncidentRef] = Field([], description="in which incidents; none named: in the case as a whole")
    proceeding: ProceedingRef | None = Field(None, description="in which proceeding")
    start: EdtfDate | None = Field(None, description="since when")
    end: EdtfDate | None = Field(None, description="until when")


class Citizenship(Model):
    state: StateCode = Field(description="the State, by its code of two capital letters")
    how: HowAcquired = Field("unknown", description="how it was acquired: a term of the word lists")
    since: EdtfDate | None = Field(None, description="since when")


class Answer(StrEnum):
    """The answer to one use; what is `not_asked` is not granted."""

    GRANTED = "granted"
    REFUSED = "refused"
    NOT_ASKED = "not_asked"


class Uses(Model):
    """What the person agreed to, use by use; what was not asked is not granted."""

    storage: Answer = Field(Answer.NOT_ASKED, description="that we keep what the person told")
    national_authorities: Answer = Field(Answer.NOT_ASKED, description="that it goes to authorities of the country")
    icc: Answer = Field(Answer.NOT_ASKED, description="that it goes to the International Criminal Court")
    other_state: Answer = Field(Answer.NOT_ASKED, description="that it goes to another State")
    publication: Answer = Field(Answer.NOT_ASKED, description="that it is made public")


class Consent(Model):
    """Informed consent per use (CSO guidelines of Eurojust, Genocide Network and ICC-OTP, 2022)."""

    given_on: EdtfDate | None = Field(None, description="when it was asked and answered")
    form: Words | None = Field(None, description="written, spoken, recorded …")
    uses: Uses = Field(Uses(), description="the answer for each use")
    limits: LocalText | None = Field(None, description="conditions the person set")
    withdrawn_on: EdtfDate | None = Field(None, description="when it was taken back; from then on nothing is granted")
    guardian: Words | None = Field(None, description="who agreed for one under age: a code, never a name")


class AccountElsewhere(Model):
    """That somebody told others too what he knows; who is asked again and again is harmed again (CSO guidelines)."""

    to: LocalText = Field(description="the body that heard the person")
    date: EdtfDate | None = Field(None, description="when")
    form: Words | None = Field(None, description="written, spoken, recorded …")


class Custody(StrEnum):
    YES = "yes"
    NO = "no"
    NOT_STATED = "not_stated"


class Sex(StrEnum):
    MALE = "m"
    FEMALE = "f"


class VictimStatus(Model):
    """That a proceeding recognises the person as a victim; before it, nobody is called so in procedural words."""

    proceeding: ProceedingRef = Field(description="the proceeding that recognises it")
    applied_on: EdtfDate | None = Field(None, description="the day of the application for it")
    since: EdtfDate | None = Field(None, description="the day from which the person has it; without one, none is had")
    citations: list[Citation] = Field([], description="where this is stated")


class Person(Entity):
    """A person by code; the name, birth data and address are in the vault under the same id."""

    label: LocalText | None = Field(None, description="how documents call the person without naming him")
    roles: list[Role] = Field(min_length=1, description="what the person is in the case; at least one")
    sex: Sex | None = Field(None, description="m or f; decides grammatical forms")
    citizenships: list[Citizenship] = Field([], description="citizenships held or imposed")
    service: Service | None = Field(None, description="how the person came to serve; never inferred, only stated")
    protected_person_basis: LocalText | None = Field(None, description="why humanitarian law protects the person")
    in_custody: Custody = Field(Custody.NOT_STATED, description="whether the person is held")
    victim_status: list[VictimStatus] = Field([], description="procedural status of a victim, proceeding by proceeding")
    translate_into: LanguageCode | None = Field(
        None, description="the language into which what is served on the person must be translated, by code"
    )
    minor: Flag = Field(False, description="under age; if true, the entry should not be public")
    survivor_of_sexual_violence: Flag = Field(False, description="if true, the entry should not be public")
    consent: Consent | None = Field(None, description="what the person agreed to")
    accounts_elsewhere: list[AccountElsewhere] = Field([], description="accounts given to others, not in this case")
    asks: LocalText | None = Field(None, description="what a person harmed asks for, as a phrase after “asks”")
    named_by: EvidenceRef | None = Field(None, description="the official act that already names the person in public")

    def has_role(self, *names: RoleName) -> bool:
        return any(role.role in names for role in self.roles)


class CaseForms(Model):
    """A phrase in the grammatical cases a document needs; confirmed by a person, never guessed."""

    gen: Words | None = Field(None, description="genitive")
    dat: Words | None = Field(None, description="dative")
    acc: Words | None = Field(None, description="accusative")
    ins: Words | None = Field(None, description="instrumental")
    loc: Words | None = Field(None, description="locative")


class Posting(Entity):
    """Person + post + body or unit + period. A title of an unlawful body is printed in quotation marks."""

    person: PersonRef = Field(description="who held the post, by code")
    title: LocalText = Field(description="the post")
    title_forms: CaseForms = Field(CaseForms(), description="the title in other grammatical cases, case's language")
    body: LocalText | None = Field(None, description="the body it belongs to, in words, in the nominative")
    body_forms: CaseForms = Field(CaseForms(), description="the body in other grammatical cases, case's language")
    unit: UnitRef | None = Field(None, description="the unit it belongs to")
    rank: LocalText | None = Field(None, description="the rank held")
    rank_forms: CaseForms = Field(CaseForms(), description="the rank in other grammatical cases, case's language")
    is_unlawful_body: Flag = Field(False, description="the body is unlawful; documents quote its titles")
    start: EdtfDate | None = Field(None, description="since when")
    end: EdtfDate | None = Field(None, description="until when")
    duties: LocalText | None = Field(None, description="what the post had to do")
    citations: list[Citation] = Field([], description="where this is stated")


class PlaceholderUnit(StrEnum):
    """`unknown`: a gap in a chain, can do nothing; `unnamed`: a unit known to exist whose name is not known."""

    UNKNOWN = "unknown"
    UNNAMED = "unnamed"


class SubordinationKind(StrEnum):
    """`formal`: by law or order; `actual`: in fact, whatever the papers say; `administrative`: not in command."""

    FORMAL = "formal"
    ACTUAL = "actual"
    ADMINISTRATIVE = "administrative"
    NOT_STATED = "not_stated"


class Subordination(Model):
    """That a unit stands below another. A superior not known is a unit with `placeholder: unknown`."""

    unit: UnitRef = Field(description="the superior unit")
    kind: SubordinationKind = Field(SubordinationKind.NOT_STATED, description="how it is subordinate")
    start: EdtfDate | None = Field(None, description="since when")
    end: EdtfDate | None = Field(None, description="until when")
    citations: list[Citation] = Field([], description="where this is stated")


class Unit(Entity):
    """Identity of a unit = number + period; numbers are reused."""

    name: LocalText | None = Field(None, description="its own name")
    name_forms: CaseForms = Field(CaseForms(), description="its name in other grammatical cases, case's language")
    conventional_number: Annotated[str, StringConstraints(min_length=1)] | None = Field(
        None, description="the number it goes by, as 00000"
    )
    aliases: list[LocalText] = Field([], description="other names of it")
    placeholder: PlaceholderUnit | None = Field(None, description="stands for a unit not known or not named")
    side: StateCode | None = Field(None, description="the State it serves, by its code of two capital letters")
    superiors: list[Subordination] = Field([], description="the units it stands below, each for its time")
    start: EdtfDate | None = Field(None, description="since when it bore this name or number")
    end: EdtfDate | None = Field(None, description="until when")
    citations: list[Citation] = Field([], description="where this is stated")


class PlaceCode(Model):
    """The code of a place in an official register; what a code of the register looks like is data."""

    system: PlaceRegister = Field(description="the register, as the word lists call it")
    value: Annotated[str, Form(r"^\S+$", "a code is one word, as the register writes it")] = Field(
        description="the code"
    )


class Place(Entity):
    """`name` is the official one; other spellings, the source's and the occupier's, are aliases."""

    name: LocalText = Field(description="the official name")
    codes: list[PlaceCode] = Field([], description="its codes in registers")
    part_of: PlaceRef | None = Field(None, description="the larger place it lies in")
    aliases: list[LocalText] = Field([], description="other spellings")


class OccupationPeriod(Entity):
    """A dated claim by an authority; never inferred from the date of an act."""

    place: PlaceRef = Field(description="the place occupied")
    authority: LocalText = Field(description="who says so")
    act: LocalText | None = Field(None, description="in which act")
    start: EdtfDate | None = Field(None, description="since when")
    end: EdtfDate | None = Field(None, description="until when")
    citations: list[Citation] = Field([], description="where this is stated")
