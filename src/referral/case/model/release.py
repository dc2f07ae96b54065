"""What leaves the hands of those who draw up a case: by whose permission, and what was handed to whom already."""

from pydantic import Field

from referral.case.model.base import Confidentiality, Entity, LocalText, Model
from referral.case.model.scalars import EdtfDate, EvidenceRef, ProfileName, Words


class ReleasePermission(Model):
    """Written permission to let an item leave the proceedings, for the recipients it names and for nobody else."""

    by: LocalText = Field(description="the post of who permitted it; never a name")
    given_on: EdtfDate = Field(description="when")
    number: Words | None = Field(None, description="the number of the paper, as the authority gave it")
    extent: LocalText | None = Field(None, description="how much of the item may be told; left out: all of it")
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
