"""How an item came to us and through whose hands it went: captures from the network, events of custody."""

from enum import StrEnum

from pydantic import Field

from referral.case.model.base import LocalText, Model
from referral.case.model.files import Digest, Digits
from referral.case.model.scalars import Address, EdtfDate, Flag, PlaceRef, Words


class Capture(Model):
    """An online capture (Berkeley Protocol, para. 155)."""

    url: Address | None = Field(None, description="the address that was captured")
    captured_at: EdtfDate | None = Field(None, description="when")
    collector: Words | None = Field(None, description="a code, never a name")
    tool: Words | None = Field(None, description="the program used, with version")
    html_source: Flag = Field(False, description="the source of the page was kept")
    full_page: Flag = Field(False, description="the whole page was kept as an image")
    embedded_media: Flag = Field(False, description="pictures, sound and film of the page were kept as files")
    embedded_metadata: Flag = Field(False, description="what those files say of themselves was kept")
    context: Flag = Field(False, description="comments, who uploaded it and what it answers were kept")
    collection_data: Flag = Field(False, description="collecting address and identity are noted, outside the case")
    conversions: LocalText | None = Field(None, description="what the capture changed or converted")
    content_verified: Flag = Field(False, description="somebody compared the capture with the page")
    archive_urls: list[Address] = Field([], description="copies in public archives")


class Outcome(StrEnum):
    """How a custody event ended; `deviation`: done, but not as it should have been; `failure`: not done."""

    SUCCESS = "success"
    DEVIATION = "deviation"
    FAILURE = "failure"


class CustodyEvent(Model):
    """One link of the chain of custody (PREMIS Event; Berkeley Protocol, para. 167)."""

    type: Words = Field(description="what was done, in terms of PREMIS: capture, transfer, replication, redaction …")
    at: EdtfDate | None = Field(None, description="when")
    place: PlaceRef | None = Field(None, description="where, by code")
    agent: Words | None = Field(None, description="a code, never a name")
    received_from: Words | None = Field(None, description="a code, never a name")
    handed_to: Words | None = Field(None, description="a code, never a name")
    purpose: LocalText | None = Field(None, description="what for")
    seal: Words | None = Field(None, description="the number of the seal")
    condition: LocalText | None = Field(None, description="in what state the item and its seal were found")
    outcome: Outcome | None = Field(None, description="how it ended")
    record: LocalText | None = Field(None, description="the paper drawn up of it, with its number")
    digest_before: Digest | None = Field(None, description="the digest of the file before")
    digest_after: Digest | None = Field(None, description="the digest of the file afterwards")
    previous: Digits | None = Field(None, description="the link to the event before: `referral custody CASE --link`")

    @property
    def said(self) -> dict[str, object]:
        """What is stated, as plain data, but for the link: what the next event links to."""
        return self.model_dump(mode="json", exclude_defaults=True, exclude={"previous"})
