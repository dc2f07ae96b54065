"""The case as a whole: its header, the documents it asks for, and its sections."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any, Literal, Self, get_args

from pydantic import Field

from referral.case.model.answers import Answer
from referral.case.model.base import Confidentiality, Entity, LocalText, Model
from referral.case.model.charges import Charge, Considered, JustifiedGap
from referral.case.model.charges import Mapping as ElementMapping
from referral.case.model.evidence import Correction, EvidenceItem, Source
from referral.case.model.facts import Fact, Incident, OpenQuestion, QuantityClaim
from referral.case.model.files import Manifest
from referral.case.model.leads import Lead
from referral.case.model.people import OccupationPeriod, Person, Place, Posting, Unit
from referral.case.model.proceedings import Proceeding
from referral.case.model.release import DisclosureRecord
from referral.case.model.scalars import AsAt, EdtfDate, Flag, Form, LanguageCode, PersonRef, ProfileName, Words

SCHEMA_VERSION = "1"

Slug = Annotated[str, Form(r"^[a-z0-9]+(-[a-z0-9]+)*$", "small letters, digits and hyphens are expected")]


class PartyKind(StrEnum):
    """`prosecution`: who conducts proceedings; `civil_society`: who documents; `counsel`: who acts for a person."""

    PROSECUTION = "prosecution"
    CIVIL_SOCIETY = "civil_society"
    COUNSEL = "counsel"
    OTHER = "other"


class FilingParty(Model):
    """Who files: an organisation or office. Contact data of private persons belong in the vault."""

    kind: PartyKind | None = Field(None, description="what it may do; left out, the strictest rule holds")
    name: LocalText | None = Field(None, description="its name")
    address: LocalText | None = Field(None, description="where it is reached by post")
    contact: Words | None = Field(None, description="telephone or e-mail of the office")
    mandate: LocalText | None = Field(None, description="on what authority it acts")
    contacting: LocalText | None = Field(None, description="who may be contacted, through whom and how, as sentences")
    interests: LocalText | None = Field(None, description="conflicts of interest, or that there are none, as sentences")


class Header(Model):
    """What the case is about."""

    id: Slug = Field(description="the short name of the case; the folder of its documents is called after it")
    title: LocalText = Field(description="the title of the case")
    language: LanguageCode = Field(description="the language of plain texts, by code")
    as_at: AsAt = Field(description="the day the case speaks of; every document bears it; the clock is never read")
    period: EdtfDate | None = Field(None, description="the time the case covers")
    summary: LocalText | None = Field(None, description="a few sentences for the first page")
    demonstration: Flag = Field(False, description="contains invented persons and episodes; every document says so")
    filing_party: FilingParty = Field(FilingParty(), description="who files")
    news: LocalText | None = Field(None, description="what is new for who already investigates, as sentences")
    methodology: LocalText | None = Field(None, description="how the material was gathered and checked")
    security: LocalText | None = Field(None, description="how persons and material are kept safe, as sentences")
    own_codes: list[ProfileName] = Field([], description="profiles whose recipients get codes of their own")
    second_reviewer: Flag = Field(False, description="two others must sign off each fact and each mapping; internal")
    manifests: list[Manifest] = Field([], description="lists of digests of the evidence files, each of another day")
    not_done: LocalText | None = Field(None, description="what was not done and could not be checked, as sentences")


class Author(StrEnum):
    """Whose act a document is: of the investigator with the prosecutor's approval, or of the prosecutor alone."""

    INVESTIGATOR = "investigator"
    PROSECUTOR = "prosecutor"


class PdfEngine(StrEnum):
    """What lays out the pages of a PDF; both print the same sentences in the same looks."""

    WEASYPRINT = "weasyprint"
    TYPST = "typst"


class AnnexLevel(Model):
    """How confidential an annex of one document is to be, where that is more than its kind asks for."""

    id: Annotated[str, Form(r"^[A-Z]{1,2}$", "the letter of an annex is expected")] = Field(description="its letter")
    level: Confidentiality = Field(description="at least so few may know of it")


class DocumentRequest(Model):
    """One document that plain `referral build` writes."""

    id: Slug = Field(description="the kind of document: a folder of the templates")
    lang: LanguageCode = Field(description="its language, by code")
    profile: Slug = Field(
        description="internal, prosecution, court, defence, publication, icc-confidential, icc-public or public"
    )
    person: PersonRef | None = Field(
        None, description="the person, where a document is about one of several, or filed by one"
    )
    author: Author = Field(Author.INVESTIGATOR, description="whose act it is, where one of two may draw it up")
    addressee: LocalText | None = Field(None, description="to whom it is sent")
    place: LocalText | None = Field(None, description="where it is signed")
    date: EdtfDate | None = Field(None, description="when it is signed")
    reference: Words | None = Field(None, description="the filing party's own reference number, as it keeps it")
    signed_by: LocalText | None = Field(None, description="the post of who signs; a name is written in by hand")
    asks: list[LocalText] = Field([], description="what is asked of the addressee, each as a phrase after “to”")
    letterhead: Words | None = Field(
        None, description="a DOCX in the folder of the case, whose first page, styles and margins it takes over"
    )
    annexes: list[AnnexLevel] = Field([], description="annexes that are to be more confidential than usual")
    pdf_engine: PdfEngine = Field(PdfEngine.WEASYPRINT, description="what lays out its PDF: weasyprint or typst")


class Case(Model):
    """All files of a case together."""

    schema_version: Literal["1"] = Field("1", description="the version of this format")
    case: Header = Field(description="what the case is about")
    documents: list[DocumentRequest] = Field([], description="what plain `referral build` writes")
    proceedings: list[Proceeding] = Field([], description="proceedings, national and international")
    places: list[Place] = Field([], description="places")
    occupation: list[OccupationPeriod] = Field([], description="when places were occupied, and who says so")
    persons: list[Person] = Field([], description="persons, by code")
    units: list[Unit] = Field([], description="military units and other formations")
    postings: list[Posting] = Field([], description="who held which post")
    sources: list[Source] = Field([], description="who speaks")
    evidence: list[EvidenceItem] = Field([], description="what they say: documents, testimony, recordings …")
    corrections: list[Correction] = Field([], description="wrong statements of law in evidence")
    incidents: list[Incident] = Field([], description="what happened")
    facts: list[Fact] = Field([], description="what we assert, sentence by sentence")
    quantities: list[QuantityClaim] = Field([], description="numbers, each as a source gives it")
    charges: list[Charge] = Field([], description="who is accused of what")
    mappings: list[ElementMapping] = Field([], description="facts and items set against the elements of charges")
    justified_gaps: list[JustifiedGap] = Field([], description="elements left without support, and why")
    considered: list[Considered] = Field([], description="provisions considered and not charged")
    disclosures: list[DisclosureRecord] = Field([], description="what was handed to whom already, and when")
    leads: list[Lead] = Field([], description="what could still be obtained, and who holds it")
    answers: list[Answer] = Field([], description="answers to the questions of the law library")
    open_questions: list[OpenQuestion] = Field([], description="questions for a lawyer")

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
ENTRIES: Mapping[str, type[Entity]] = {name: get_args(Case.model_fields[name].annotation)[0] for name in SECTIONS}
