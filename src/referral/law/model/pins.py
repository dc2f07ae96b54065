"""A file of pins: digests of wording that was compared with its source, so that no slip of the hand changes it."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from referral.law.model.base import Entry, Words

Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class PinFile(Entry):
    """The digests (SHA-256) by the name of the wording: id, language, first day of the edition."""

    schema_version: Literal["1"]
    pins: dict[Words, Digest] = Field(min_length=1)
