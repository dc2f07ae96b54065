"""What published standards ask of a capture from the network or of a recording, in our own words, with its source."""

from enum import StrEnum

from pydantic import Field

from referral.law.model.base import Flag, Texts, Words
from referral.law.model.remark import Remark


class Captured(StrEnum):
    """`online`: what was captured from the network; `recording`: photo, video and sound, wherever it comes from."""

    ONLINE = "online"
    RECORDING = "recording"


class Kept(StrEnum):
    """What of an evidence item shows that a requirement is met; `untouched`: an original or its evidentiary copy."""

    ADDRESS = "address"
    PAGE_SOURCE = "page_source"
    FULL_PAGE = "full_page"
    MOMENT = "moment"
    MEDIA = "media"
    METADATA = "metadata"
    CONTEXT = "context"
    COLLECTOR = "collector"
    COLLECTION_DATA = "collection_data"
    TOOL = "tool"
    DIGEST = "digest"
    VERIFIED = "verified"
    UNTOUCHED = "untouched"
    CUSTODY = "custody"
    WHOLE = "whole"
    RECORDING_DATE = "recording_date"
    MAKER = "maker"


class CaptureRequirement(Remark):
    """One thing that a standard asks for; code says whether the case shows it, and decides nothing."""

    standard: Texts = Field(min_length=1, description="which standard")
    place: Words | None = Field(None, description="the paragraph or rule in it, as it is cited")
    of: Captured = Field(description="to what it belongs")
    shown_by: Kept = Field(description="what of an item shows it")
    minimum: Flag = Field(False, description="the standard itself calls it a minimum")
