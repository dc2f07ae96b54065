"""Incidents, facts, quantity claims and proceedings: what is asserted, each with its citations."""

from enum import StrEnum

from pydantic import Field, model_validator

from referral.case.model.base import Citation, Entity, LocalText
from referral.case.model.scalars import (
    EdtfDate,
    EntryRef,
    FactRef,
    Flag,
    IncidentRef,
    IncidentType,
    LawId,
    PersonRef,
    PlaceRef,
    QuantityCategory,
    QuantityRef,
    Service,
    Topic,
    UnitRef,
    WholeNumber,
    Words,
)


class Incident(Entity):
    """What happened, where, when and to whom; always alleged. Its narrative is the facts that name it."""

    title: LocalText
    type: IncidentType
    date: EdtfDate | None = None
    date_basis: LocalText | None = None
    places: list[PlaceRef] = []
    victims: list[PersonRef] = []
    victims_count: QuantityRef | None = None
    units: list[UnitRef] = []
    part_of: IncidentRef | None = None


class Knowledge(StrEnum):
    FIRST_HAND = "first_hand"
    HEARSAY_NAMED = "hearsay_named"
    HEARSAY_ANONYMOUS = "hearsay_anonymous"
    EXPERT = "expert"
    OFFICIAL_RECORD = "official_record"
    SELF_AUTHORED_BY_SUSPECT = "self_authored_by_suspect"


class Standing(StrEnum):
    ALLEGED = "alleged"
    DISPUTED = "disputed"
    UNDISPUTED = "undisputed"
    JUDICIALLY_ESTABLISHED = "judicially_established"
    INFERRED = "inferred"


class Fact(Entity):
    """One assertion in one short sentence of our own, with at least one citation."""

    text: LocalText
    topics: list[Topic] = Field([], description="the chapters of a document in which it may be told")
    date: EdtfDate | None = None
    date_basis: LocalText | None = None
    places: list[PlaceRef] = []
    persons: list[PersonRef] = []
    units: list[UnitRef] = []
    incidents: list[IncidentRef] = []
    citations: list[Citation] = Field(min_length=1)
    knowledge: Knowledge
    standing: Standing = Standing.ALLEGED
    inferred_from: list[FactRef] = []
    contradicts: list[FactRef] = []


class Precision(StrEnum):
    EXACTLY = "exactly"
    ABOUT = "about"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    ALMOST = "almost"
    UP_TO = "up_to"
    INDEFINITE = "indefinite"


class QuantityClaim(Entity):
    """A number is a claim of a source, with scope and as-of date; conflicting ones stand side by side.

    `indefinite` claims («tens of thousands») have no value; `wording` says in our words what the source says.
    """

    value: WholeNumber | None = None
    max: WholeNumber | None = None
    precision: Precision = Precision.EXACTLY
    unit: LocalText
    category: QuantityCategory = Field(description="what is counted; unlike things are never compared or added")
    service: Service | None = None
    scope: LocalText
    period: EdtfDate | None = None
    as_of: EdtfDate | None = None
    citations: list[Citation] = Field(min_length=1)
    incidents: list[IncidentRef] = []
    conflicts_with: list[QuantityRef] = []
    wording: LocalText | None = None
    caution: LocalText | None = Field(None, description="what a reader must not conclude from the number")

    @model_validator(mode="after")
    def _value_fits_precision(self) -> "QuantityClaim":
        if (self.value is None) != (self.precision is Precision.INDEFINITE):
            raise ValueError("give a value, or precision: indefinite and no value")
        if self.max is not None and (self.value is None or self.max < self.value):
            raise ValueError("max must not be less than value")
        return self


class ProceedingKind(StrEnum):
    PRE_TRIAL = "pre_trial"
    COURT = "court"
    ICC_SITUATION = "icc_situation"
    ICC_CASE = "icc_case"
    COMMUNICATION = "communication"
    FOREIGN = "foreign"


class Finality(StrEnum):
    FINAL = "final"
    NOT_FINAL = "not_final"
    NOT_SHOWN = "not_shown"


class Proceeding(Entity):
    """A national or international proceeding. Official numbers are inputs only; they are never made up."""

    kind: ProceedingKind
    title: LocalText
    authority: LocalText | None = None
    number: Words | None = None
    registered_on: EdtfDate | None = None
    stage: LocalText | None = None
    provisions: list[LawId] = []
    persons: list[PersonRef] = []
    investigator: PersonRef | None = None
    prosecutor: PersonRef | None = None
    competence: LocalText | None = Field(None, description="why this body investigates; group resolutions and dates")
    opened_on: EdtfDate | None = None
    decided_on: EdtfDate | None = None
    outcome: LocalText | None = None
    finality: Finality = Finality.NOT_SHOWN
    in_absentia: Flag | None = None
    citations: list[Citation] = []


class OpenQuestion(Entity):
    """A point for a lawyer that no rule of the program finds by itself; joins the open points of every document."""

    text: LocalText
    about: list[EntryRef] = []
