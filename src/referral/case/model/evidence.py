"""Sources (who speaks), evidence items (what they say), their files, captures, custody and accounts."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from referral.case.model.base import Citation, Entity, LocalText, Model
from referral.case.model.scalars import (
    Address,
    EdtfDate,
    EvidenceRef,
    FilePath,
    Flag,
    Form,
    LanguageCode,
    LawId,
    PersonRef,
    PlaceRef,
    ProceduralSource,
    SourceRef,
    WholeNumber,
    Words,
)


class SourceKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    MEDIA = "media"
    SOCIAL_ACCOUNT = "social_account"
    STATE_BODY = "state_body"
    OCCUPYING_BODY = "occupying_body"
    COURT = "court"
    ARCHIVE = "archive"
    DEVICE = "device"


OriginGroup = Annotated[str, Form(r"^[a-z0-9]+(-[a-z0-9]+)*$", "an origin is small letters, digits and hyphens")]


class Source(Entity):
    """Who speaks. Sources of one `origin_group` are one origin: they never corroborate each other."""

    kind: SourceKind
    name: LocalText | None = None
    person: PersonRef | None = None
    origin_group: OriginGroup
    repeats: list[SourceRef] = Field([], description="sources whose words this one passes on")
    party_to_conflict: Flag = False
    connection: LocalText | None = None


class EvidenceKind(StrEnum):
    TESTIMONY = "testimony"
    DOCUMENT = "document"
    PHYSICAL = "physical"
    DIGITAL_OPEN_SOURCE = "digital_open_source"
    PHOTO = "photo"
    VIDEO = "video"
    AUDIO = "audio"
    SATELLITE = "satellite"
    INTERCEPT = "intercept"
    EXPERT_REPORT = "expert_report"
    OFFICIAL_ACT = "official_act"
    COURT_DECISION = "court_decision"
    STATISTICS = "statistics"


class ProceduralAction(Model):
    """The record by which an item entered the proceedings."""

    name: LocalText
    number: Words | None = None
    date: EdtfDate | None = None
    article: LawId | None = None


class Category(StrEnum):
    CRIME_BASE = "crime_base"
    LINKAGE = "linkage"
    CONTEXTUAL = "contextual"


class Disclosure(StrEnum):
    INCRIMINATING = "incriminating"
    EXCULPATORY = "exculpatory"
    MATERIAL_TO_DEFENCE = "material_to_defence"
    UNDETERMINED = "undetermined"


class Algorithm(StrEnum):
    SHA256 = "sha256"
    SHA512 = "sha512"


class Digest(Model):
    algorithm: Algorithm = Algorithm.SHA256
    value: Annotated[str, Form(r"^[0-9a-f]{64}([0-9a-f]{64})?$", "a digest is 64 or 128 of the digits 0-9 and a-f")]

    @model_validator(mode="after")
    def _fits_algorithm(self) -> "Digest":
        length = {Algorithm.SHA256: 64, Algorithm.SHA512: 128}[self.algorithm]
        if len(self.value) != length:
            raise ValueError(f"a digest by {self.algorithm} has {length} digits; this one has {len(self.value)}")
        return self


class FileRole(StrEnum):
    ORIGINAL = "original"
    EVIDENTIARY_COPY = "evidentiary_copy"
    WORKING_COPY = "working_copy"
    REDACTED = "redacted"
    TRANSLATION = "translation"
    TRANSCRIPT = "transcript"
    SIDECAR = "sidecar"


DERIVED_ROLES = frozenset({FileRole.WORKING_COPY, FileRole.REDACTED, FileRole.TRANSLATION, FileRole.TRANSCRIPT})


class FileObject(Model):
    """Bits: a file below the case folder with the digest it had when it was taken in (PREMIS Object)."""

    path: FilePath = Field(description="relative to the case folder, with /")
    role: FileRole = FileRole.ORIGINAL
    digest: Digest | None = None
    size: WholeNumber | None = None
    derived_from: FilePath | None = Field(None, description="another path")


class Capture(Model):
    """An online capture (Berkeley Protocol, para. 155)."""

    url: Address | None = None
    captured_at: EdtfDate | None = None
    collector: Words | None = Field(None, description="a code, never a name")
    tool: Words | None = None
    html_source: Flag = False
    full_page: Flag = False
    content_verified: Flag = False
    archive_urls: list[Address] = []


class CustodyEvent(Model):
    """One link of the chain of custody (PREMIS Event; Berkeley Protocol, para. 167)."""

    type: Words
    at: EdtfDate | None = None
    agent: Words | None = Field(None, description="a code, never a name")
    received_from: Words | None = None
    handed_to: Words | None = None
    purpose: LocalText | None = None
    seal: Words | None = None
    digest_after: Digest | None = None


class AccountKind(StrEnum):
    FIRST_ACCOUNT = "first_account"
    STATEMENT = "statement"
    INTERVIEW_RECORD = "interview_record"
    INTERROGATION_RECORD = "interrogation_record"
    PUBLIC_INTERVIEW = "public_interview"


class Account(Model):
    """Circumstances in which somebody told what he knows."""

    person: PersonRef
    kind: AccountKind
    taken_by: Words | None = Field(None, description="a code, never a name")
    date: EdtfDate | None = None
    place: PlaceRef | None = None
    language: LanguageCode | None = None
    interpreter: Flag | None = None
    recorded_on_video: Flag | None = None
    read_back: Flag | None = None
    signed: Flag | None = None
    prior_accounts: list[EvidenceRef] = []


class OriginalOrCopy(StrEnum):
    ORIGINAL = "original"
    COPY = "copy"
    NOT_STATED = "not_stated"


class EvidenceItem(Entity):
    """What somebody or something says. Its bits are `files`, its place in time and hands `captures` and `custody`."""

    title: LocalText
    kind: EvidenceKind
    subtype: Words | None = None
    source: SourceRef
    procedural_source: ProceduralSource | None = None
    procedural_action: ProceduralAction | None = None
    author: LocalText | None = None
    publisher: LocalText | None = None
    created: EdtfDate | None = None
    published: EdtfDate | None = None
    received: EdtfDate | None = None
    date_basis: LocalText | None = Field(None, description="how a date was reached if the item does not state it")
    language: LanguageCode | None = None
    extent: LocalText | None = Field(None, description="pages, duration")
    original_or_copy: OriginalOrCopy = OriginalOrCopy.NOT_STATED
    category: Category | None = None
    translation_of: EvidenceRef | None = None
    transcript_of: EvidenceRef | None = None
    excerpt_of: EvidenceRef | None = None
    persons: list[PersonRef] = Field([], description="persons who speak in it or are shown")
    taken_by_party_to_conflict: Flag = False
    interviewee_in_custody: Flag = False
    account: Account | None = None
    files: list[FileObject] = []
    captures: list[Capture] = []
    custody: list[CustodyEvent] = []
    disclosure: Disclosure = Disclosure.UNDETERMINED
    release_permission: LocalText | None = Field(None, description="permission to let it leave the investigation")
    needs_release_permission: Flag = False


class Correction(Entity):
    """A statement of law in an evidence item that is wrong or loose, and what the law says; own words on both sides."""

    citation: Citation
    says: LocalText
    correct: LocalText
    provisions: list[LawId] = []
