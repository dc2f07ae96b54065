"""Sign-offs: who looked at an entry, when, and the digests of what was looked at."""

from typing import Annotated

from pydantic import Field

from referral.case.model.base import LocalText, Model
from referral.case.model.scalars import EdtfDate, Form, Words

Sha256 = Annotated[str, Form(r"^[0-9a-f]{64}$", "the 64 digits that `referral review CASE` prints are expected")]


class Fingerprint(Model):
    """What was reviewed, each part as SHA-256: a part that changes later makes the review stale, and says why."""

    entry: Sha256 = Field(description="of the entry itself, without its reviews")
    facts: Sha256 | None = Field(None, description="of the facts on which the entry rests, if it rests on any")
    evidence: Sha256 = Field(description="of the items cited and their originals, with the digests of files")
    law: Sha256 | None = Field(None, description="of element, provision and the editions that govern, of a mapping")


class Review(Model):
    """Somebody looked at the entry and stands by it, as it was then; internal work, shown to no recipient."""

    by: Words = Field(description="the role that reviewed the entry, never a name")
    on: EdtfDate = Field(description="the day of the review")
    fingerprint: Fingerprint = Field(description="what was reviewed, as `referral review CASE` prints it")
    note: LocalText | None = Field(None, description="a remark of the reviewer, for colleagues")
