"""Sources (who speaks), evidence items (what they say), their files, captures, custody and accounts."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from referral.case.model.base import Citation, Entity, LocalText, Model
from referral.case.model.custody import Capture, CustodyEvent
from referral.case.model.files import Digits, FileObject
from referral.case.model.release import ReleasePermission
from referral.case.model.scalars import (
    EdtfDate,
    EvidenceRef,
    Flag,
    Form,
    LanguageCode,
    LawId,
    PersonRef,
    PlaceRef,
    ProceduralSource,
    SourceRef,
    Words,
)

ORIGINALS = ("translation_of", "transcript_of", "excerpt_of")  # what an item is a version or a part of


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

    kind: SourceKind = Field(description="what kind of source it is")
    name: LocalText | None = Field(None, description="how documents call it; of a person write `person`")
    person: PersonRef | None = Field(None, description="the person who speaks, by code")
    origin_group: OriginGroup = Field(description="one name for all sources whose words come from one and the same")
    repeats: list[SourceRef] = Field([], description="sources whose words this one passes on")
    party_to_conflict: Flag = Field(False, description="belongs to a side of the conflict")
    connection: LocalText | None = Field(None, description="how it comes to know: what ties it to the events")


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
    LEGISLATION = "legislation"
    COURT_DECISION = "court_decision"
    STATISTICS = "statistics"


class ProceduralAction(Model):
    """The record by which an item entered the proceedings."""

    name: LocalText = Field(description="what the record is called")
    number: Words | None = Field(None, description="its number, as given by the authority")
    date: EdtfDate | None = Field(None, description="when it was drawn up")
    article: LawId | None = Field(None, description="the provision it rests on, by its id in the law library")


class Category(StrEnum):
    """`crime_base`: that it was done; `linkage`: that the person charged took part; `contextual`: the circumstances."""

    CRIME_BASE = "crime_base"
    LINKAGE = "linkage"
    CONTEXTUAL = "contextual"


class Disclosure(StrEnum):
    """`exculpatory` speaks for the accused; `material_to_defence`: the defence needs it to prepare."""

    INCRIMINATING = "incriminating"
    EXCULPATORY = "exculpatory"
    MATERIAL_TO_DEFENCE = "material_to_defence"
    UNDETERMINED = "undetermined"


class AccountKind(StrEnum):
    """How somebody was heard; `first_account`: before any statement was taken, by whoever met him first."""

    FIRST_ACCOUNT = "first_account"
    STATEMENT = "statement"
    INTERVIEW_RECORD = "interview_record"
    INTERROGATION_RECORD = "interrogation_record"
    PUBLIC_INTERVIEW = "public_interview"


class Account(Model):
    """Circumstances in which somebody told what he knows."""

    person: PersonRef = Field(description="who told it, by code")
    kind: AccountKind = Field(description="in what form it was taken")
    taken_by: Words | None = Field(None, description="a code, never a name")
    date: EdtfDate | None = Field(None, description="when")
    place: PlaceRef | None = Field(None, description="where")
    language: LanguageCode | None = Field(None, description="in which language, by code")
    interpreter: Flag | None = Field(None, description="an interpreter took part")
    recorded_on_video: Flag | None = Field(None, description="recorded on video")
    read_back: Flag | None = Field(None, description="read back to the person")
    signed: Flag | None = Field(None, description="signed by the person")
    prior_accounts: list[EvidenceRef] = Field([], description="what the same person said before")


class OriginalOrCopy(StrEnum):
    """Whether we hold the original; `not_stated`: nobody wrote it down."""

    ORIGINAL = "original"
    COPY = "copy"
    NOT_STATED = "not_stated"


class EvidenceItem(Entity):
    """What somebody or something says. Its bits are `files`, its place in time and hands `captures` and `custody`."""

    title: LocalText = Field(description="how documents call it")
    kind: EvidenceKind = Field(description="what kind of thing it is")
    subtype: Words | None = Field(None, description="more exactly, in one's own word")
    ern: Words | None = Field(
        None, description="its number of registration as evidence; the Court gives it, nobody else"
    )
    source: SourceRef = Field(description="who speaks in it")
    procedural_source: ProceduralSource | None = Field(None, description="what it is under the law of procedure")
    procedural_action: ProceduralAction | None = Field(None, description="the record by which it came in")
    author: LocalText | None = Field(None, description="who made it")
    publisher: LocalText | None = Field(None, description="who made it public")
    created: EdtfDate | None = Field(None, description="when it was made")
    published: EdtfDate | None = Field(None, description="when it was made public")
    received: EdtfDate | None = Field(None, description="when we received it")
    date_basis: LocalText | None = Field(None, description="how a date was reached if the item does not state it")
    language: LanguageCode | None = Field(None, description="the language of the item, by code")
    extent: LocalText | None = Field(None, description="pages, duration")
    original_or_copy: OriginalOrCopy = Field(OriginalOrCopy.NOT_STATED, description="whether we hold the original")
    category: Category | None = Field(None, description="what it is mainly good for")
    translation_of: EvidenceRef | None = Field(None, description="the item it translates")
    transcript_of: EvidenceRef | None = Field(None, description="the recording it puts in writing")
    excerpt_of: EvidenceRef | None = Field(None, description="the item it is a part of")
    persons: list[PersonRef] = Field([], description="persons who speak in it or are shown")
    taken_by_party_to_conflict: Flag = Field(False, description="taken or recorded by a side of the conflict")
    interviewee_in_custody: Flag = Field(False, description="whoever is asked in it was in custody then")
    account: Account | None = Field(None, description="how the testimony was taken")
    files: list[FileObject] = Field([], description="its files, with their digests")
    captures: list[Capture] = Field([], description="how it was captured from the network")
    custody: list[CustodyEvent] = Field([], description="through whose hands it went, the first event first")
    custody_link: Digits | None = Field(None, description="the link to its last custody event, as --link prints it")
    disclosure: Disclosure = Field(Disclosure.UNDETERMINED, description="what it is for the defence")
    release_permissions: list[ReleasePermission] = Field([], description="permissions by which it may leave")
    only_as_lead: Flag = Field(False, description="given on condition of confidentiality, only to find new evidence")
    needs_release_permission: Flag = Field(False, description="may not leave the proceedings without permission")

    @property
    def made_of(self) -> list[str]:
        """The items of which it is a version or a part."""
        return [code for name in ORIGINALS if (code := getattr(self, name))]


class Correction(Entity):
    """A statement of law in an evidence item that is wrong or loose, and what the law says; own words on both sides."""

    citation: Citation = Field(description="where the item says it")
    says: LocalText = Field(description="what it says, in our words")
    correct: LocalText = Field(description="what the law says, in our words")
    provisions: list[LawId] = Field([], description="the provisions meant, by their ids in the law library")
