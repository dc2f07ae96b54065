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
    SUSPECT = "suspect"
    CONVICTED = "convicted"
    VICTIM = "victim"
    WITNESS = "witness"
    OFFICIAL = "official"
    EXPERT = "expert"
    INTERMEDIARY = "intermediary"
    INVESTIGATOR = "investigator"
    PROSECUTOR = "prosecutor"
    APPLICANT = "applicant"


class Role(Model):
    """One man can have several roles, each for its own incident or proceeding."""

    role: RoleName
    incidents: list[IncidentRef] = []
    proceeding: ProceedingRef | None = None
    start: EdtfDate | None = None
    end: EdtfDate | None = None


class Citizenship(Model):
    state: StateCode
    how: HowAcquired = "unknown"
    since: EdtfDate | None = None


class Answer(StrEnum):
    GRANTED = "granted"
    REFUSED = "refused"
    NOT_ASKED = "not_asked"


class Uses(Model):
    """What the person agreed to, use by use; what was not asked is not granted."""

    storage: Answer = Answer.NOT_ASKED
    national_authorities: Answer = Answer.NOT_ASKED
    icc: Answer = Answer.NOT_ASKED
    other_state: Answer = Answer.NOT_ASKED
    publication: Answer = Answer.NOT_ASKED


class Consent(Model):
    """Informed consent per use (CSO guidelines of Eurojust, Genocide Network and ICC-OTP, 2022)."""

    given_on: EdtfDate | None = None
    form: Words | None = None
    uses: Uses = Uses()
    limits: LocalText | None = None
    withdrawn_on: EdtfDate | None = None


class Custody(StrEnum):
    YES = "yes"
    NO = "no"
    NOT_STATED = "not_stated"


class Sex(StrEnum):
    MALE = "m"
    FEMALE = "f"


class Person(Entity):
    """A person by code; the name, birth data and address are in the vault under the same id."""

    label: LocalText | None = Field(None, description="how documents call the person without naming him")
    roles: list[Role] = Field(min_length=1)
    sex: Sex | None = None
    citizenships: list[Citizenship] = []
    service: Service | None = Field(None, description="how the person came to serve; never inferred, only stated")
    protected_person_basis: LocalText | None = None
    in_custody: Custody = Custody.NOT_STATED
    minor: Flag = False
    survivor_of_sexual_violence: Flag = False
    consent: Consent | None = None
    named_by: EvidenceRef | None = Field(None, description="the official act that already names the person in public")

    def has_role(self, *names: RoleName) -> bool:
        return any(role.role in names for role in self.roles)


class CaseForms(Model):
    """A phrase in the grammatical cases a document needs; confirmed by a person, never guessed."""

    gen: Words | None = None
    dat: Words | None = None
    acc: Words | None = None
    ins: Words | None = None
    loc: Words | None = None


class Posting(Entity):
    """Person + post + body or unit + period. A title of an unlawful body is printed in quotation marks."""

    person: PersonRef
    title: LocalText
    title_forms: CaseForms = Field(CaseForms(), description="the title in other grammatical cases, case's language")
    body: LocalText | None = None
    unit: UnitRef | None = None
    rank: LocalText | None = None
    is_unlawful_body: Flag = False
    start: EdtfDate | None = None
    end: EdtfDate | None = None
    duties: LocalText | None = None
    citations: list[Citation] = []


class PlaceholderUnit(StrEnum):
    """`unknown`: a gap in a chain, can do nothing; `unnamed`: a unit known to exist whose name is not known."""

    UNKNOWN = "unknown"
    UNNAMED = "unnamed"


class Unit(Entity):
    """Identity of a unit = number + period; numbers are reused."""

    name: LocalText | None = None
    conventional_number: Annotated[str, StringConstraints(min_length=1)] | None = None
    aliases: list[LocalText] = []
    placeholder: PlaceholderUnit | None = None
    side: StateCode | None = None
    start: EdtfDate | None = None
    end: EdtfDate | None = None
    citations: list[Citation] = []


class PlaceCode(Model):
    """The code of a place in an official register; what a code of the register looks like is data."""

    system: PlaceRegister
    value: Annotated[str, Form(r"^\S+$", "a code is one word, as the register writes it")]


class Place(Entity):
    """`name` is the official one; other spellings, the source's and the occupier's, are aliases."""

    name: LocalText
    codes: list[PlaceCode] = []
    part_of: PlaceRef | None = None
    aliases: list[LocalText] = []


class OccupationPeriod(Entity):
    """A dated claim by an authority; never inferred from the date of an act."""

    place: PlaceRef
    authority: LocalText
    act: LocalText | None = None
    start: EdtfDate | None = None
    end: EdtfDate | None = None
    citations: list[Citation] = []
