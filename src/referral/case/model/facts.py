"""Incidents, facts and quantity claims: what is asserted, each with its citations; questions that stay open."""

from enum import StrEnum

from pydantic import Field, model_validator

from referral.case.model.base import Citation, Entity, LocalText
from referral.case.model.reviews import Review
from referral.case.model.scalars import (
    EdtfDate,
    EntryRef,
    FactRef,
    IncidentRef,
    IncidentType,
    PersonRef,
    PlaceRef,
    QuantityCategory,
    QuantityRef,
    Service,
    Topic,
    UnitRef,
    WholeNumber,
)


class Incident(Entity):
    """What happened, where, when and to whom; always alleged. Its narrative is the facts that name it."""

    title: LocalText = Field(description="a few words for headings; a term of law here asserts nothing")
    type: IncidentType = Field(description="a term of the word lists")
    date: EdtfDate | None = Field(None, description="when it happened")
    date_basis: LocalText | None = Field(None, description="how the date was reached, if no item states it")
    places: list[PlaceRef] = Field([], description="where it happened")
    victims: list[PersonRef] = Field([], description="persons harmed, by code")
    victims_count: QuantityRef | None = Field(None, description="how many, as a source says")
    units: list[UnitRef] = Field([], description="units that took part")
    part_of: IncidentRef | None = Field(None, description="the larger incident it belongs to")


class Knowledge(StrEnum):
    """How whoever says it knows it; hearsay is `named` if the person who saw it is known."""

    FIRST_HAND = "first_hand"
    HEARSAY_NAMED = "hearsay_named"
    HEARSAY_ANONYMOUS = "hearsay_anonymous"
    EXPERT = "expert"
    OFFICIAL_RECORD = "official_record"
    SELF_AUTHORED_BY_SUSPECT = "self_authored_by_suspect"


class Standing(StrEnum):
    """Whether it is in dispute; `judicially_established`: a court found it; `inferred`: concluded from other facts."""

    ALLEGED = "alleged"
    DISPUTED = "disputed"
    UNDISPUTED = "undisputed"
    JUDICIALLY_ESTABLISHED = "judicially_established"
    INFERRED = "inferred"


class Fact(Entity):
    """One assertion in one short sentence of our own, with at least one citation."""

    text: LocalText = Field(description="one short sentence of our own")
    topics: list[Topic] = Field([], description="the chapters of a document in which it may be told")
    date: EdtfDate | None = Field(None, description="when it was so")
    date_basis: LocalText | None = Field(None, description="how the date was reached, if no item states it")
    places: list[PlaceRef] = Field([], description="where")
    persons: list[PersonRef] = Field([], description="persons it speaks of, by code")
    units: list[UnitRef] = Field([], description="units it speaks of")
    incidents: list[IncidentRef] = Field([], description="the incidents under which it is told")
    citations: list[Citation] = Field(min_length=1, description="the places in evidence where it stands; at least one")
    knowledge: Knowledge = Field(description="how whoever says it knows")
    standing: Standing = Field(Standing.ALLEGED, description="whether it is in dispute")
    inferred_from: list[FactRef] = Field([], description="facts from which we concluded it")
    contradicts: list[FactRef] = Field([], description="facts that cannot be true beside it")
    reviews: list[Review] = Field([], description="who signed the fact off, and what he saw; internal")


class Precision(StrEnum):
    """How exactly the source says a number; `indefinite`: in words only, without a value."""

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

    value: WholeNumber | None = Field(None, description="the number; the lower one of a range")
    max: WholeNumber | None = Field(None, description="the upper number of a range")
    precision: Precision = Field(Precision.EXACTLY, description="how exactly the source says it")
    unit: LocalText = Field(description="what the number counts: persons, cases …")
    category: QuantityCategory = Field(description="what is counted; unlike things are never compared or added")
    service: Service | None = Field(None, description="the kind of service, if only those in it are counted")
    scope: LocalText = Field(description="where and of whom the number speaks")
    period: EdtfDate | None = Field(None, description="the time over which was counted")
    as_of: EdtfDate | None = Field(None, description="the day on which the number held")
    citations: list[Citation] = Field(min_length=1, description="where the number stands; at least one")
    incidents: list[IncidentRef] = Field([], description="incidents it speaks of")
    conflicts_with: list[QuantityRef] = Field([], description="claims of other sources about the same that differ")
    wording: LocalText | None = Field(None, description="an indefinite number in words, as “tens of thousands”")
    caution: LocalText | None = Field(None, description="what a reader must not conclude from the number")

    @model_validator(mode="after")
    def _value_fits_precision(self) -> "QuantityClaim":
        if (self.value is None) != (self.precision is Precision.INDEFINITE):
            raise ValueError("give a value, or precision: indefinite and no value")
        if self.max is not None and (self.value is None or self.max < self.value):
            raise ValueError("max must not be less than value")
        return self


class OpenQuestion(Entity):
    """A point for a lawyer that no rule of the program finds by itself; joins the open points of every document."""

    text: LocalText = Field(description="the question")
    about: list[EntryRef] = Field([], description="entries it concerns; who sees none of them does not see it")
