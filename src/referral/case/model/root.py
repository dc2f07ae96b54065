"""The case as a whole: its header, the documents it asks for, and its sections."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Annotated, Any, Literal, Self

from pydantic import Field

from referral.case.model.base import Entity, LocalText, Model
from referral.case.model.charges import Charge, Considered, JustifiedGap
from referral.case.model.charges import Mapping as ElementMapping
from referral.case.model.evidence import Correction, EvidenceItem, Source
from referral.case.model.facts import Fact, Incident, OpenQuestion, Proceeding, QuantityClaim
from referral.case.model.people import OccupationPeriod, Person, Place, Posting, Unit
from referral.case.model.scalars import AsAt, EdtfDate, Flag, Form, LanguageCode, PersonRef, Words

SCHEMA_VERSION = "1"

Slug = Annotated[str, Form(r"^[a-z0-9]+(-[a-z0-9]+)*$", "small letters, digits and hyphens are expected")]


class FilingParty(Model):
    """Who files: an organisation or office. Contact data of private persons belong in the vault."""

    name: LocalText | None = None
    address: LocalText | None = None
    contact: Words | None = None
    mandate: LocalText | None = None


class Header(Model):
    """What the case is about."""

    id: Slug
    title: LocalText
    language: LanguageCode
    as_at: AsAt = Field(description="the day the case speaks of; every document bears it; the clock is never read")
    period: EdtfDate | None = None
    summary: LocalText | None = None
    demonstration: Flag = Field(False, description="contains invented persons and episodes; every document says so")
    filing_party: FilingParty = FilingParty()
    methodology: LocalText | None = None


class DocumentRequest(Model):
    """One document that plain `referral build` writes."""

    id: Slug
    lang: LanguageCode
    profile: Slug
    person: PersonRef | None = Field(None, description="the suspect, where a document is about one of several")
    addressee: LocalText | None = None
    place: LocalText | None = None
    date: EdtfDate | None = None


class Case(Model):
    """All files of a case together."""

    schema_version: Literal["1"] = "1"
    case: Header
    documents: list[DocumentRequest] = []
    proceedings: list[Proceeding] = []
    places: list[Place] = []
    occupation: list[OccupationPeriod] = []
    persons: list[Person] = []
    units: list[Unit] = []
    postings: list[Posting] = []
    sources: list[Source] = []
    evidence: list[EvidenceItem] = []
    corrections: list[Correction] = []
    incidents: list[Incident] = []
    facts: list[Fact] = []
    quantities: list[QuantityClaim] = []
    charges: list[Charge] = []
    mappings: list[ElementMapping] = []
    justified_gaps: list[JustifiedGap] = []
    considered: list[Considered] = []
    open_questions: list[OpenQuestion] = []

    def section(self, name: str) -> list[Entity]:
        entries: list[Entity] = getattr(self, name)
        return entries

    def entities(self) -> Iterator[tuple[str, int, Entity]]:
        """Every entry with its section and its place in it."""
        for name in SECTIONS:
            for index, entity in enumerate(self.section(name)):
                yield name, index, entity

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """As in pydantic, but without the index of the original: a filtered copy would still find what it lost."""
        copy = super().model_copy(update=update, deep=deep)
        copy.__dict__.pop("by_id", None)
        return copy

    @cached_property
    def by_id(self) -> dict[str, Entity]:
        """Every entry by id; where an id stands twice (an error) the first one."""
        found: dict[str, Entity] = {}
        for _, _, entity in self.entities():
            found.setdefault(entity.id, entity)
        return found


SINGLE_SECTIONS = ("schema_version", "case", "documents")
SECTIONS = tuple(name for name in Case.model_fields if name not in SINGLE_SECTIONS)
