"""What leaves the hands of those who draw up a case: by whose permission, and what was handed to whom already."""

from enum import StrEnum

from pydantic import Field

from referral.case.model.base import Confidentiality, Entity, LocalText, Model
from referral.case.model.scalars import EdtfDate, EvidenceRef, ProfileName, Words


class Allowed(StrEnum):
    """What of an item may go, most first: `text_only` is without its files and pictures, and without those of what was
    made of it; with `existence_only` it is counted among what is withheld, and no more."""

    WHOLE = "whole"
    TEXT_ONLY = "text_only"
    EXISTENCE_ONLY = "existence_only"


class ReleasePermission(Model):
    """Written permission to let an item leave the proceedings, for the recipients it names and for nobody else."""

    by: LocalText = Field(description="the post of who permitted it; never a name")
    given_on: EdtfDate = Field(description="when")
    number: Words | None = Field(None, description="the number of the paper, as the authority gave it")
    allows: Allowed | None = Field(None, description="what of the item may go; left out: all of it")
    extent: LocalText | None = Field(None, description="how much of it in the words of the paper, beside `allows`")
    recipients: list[ProfileName] = Field(min_length=1, description="the profiles of those who may have it")


class DisclosureRecord(Entity):
    """That somebody has received items or documents already; kept by those who draw up the case, for nobody else."""

    to: LocalText = Field(description="who received it; a body, or a person by code")
    profile: ProfileName = Field(description="the profile it was made for")
    on: EdtfDate = Field(description="when")
    items: list[EvidenceRef] = Field([], description="the evidence items that were handed over, or told of")
    documents: list[Words] = Field([], description="the documents, by file name or reference")
    level: Confidentiality = Field(Confidentiality.PUBLIC, description="how confidential it was then")
    basis: LocalText | None = Field(None, description="on what ground")
    receipt: Words | None = Field(None, description="the number of the receipt, or of the letter that it came with")
