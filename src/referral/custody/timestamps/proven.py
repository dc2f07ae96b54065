"""What a timestamp proves, or why it proves nothing."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Standing(StrEnum):
    """`verified`: shown here; `unchecked`: what would show it was not given; `pending`: promised, not yet there."""

    VERIFIED = "verified"
    UNCHECKED = "unchecked"
    PENDING = "pending"


@dataclass(frozen=True, slots=True)
class Proven:
    """That bits were there before a moment, and who vouches for it: an authority, a block, a calendar."""

    standing: Standing
    moment: datetime | None
    by: str


class TimestampError(ValueError):
    """A timestamp that proves nothing; the message says why."""


class UnreadableError(TimestampError):
    """It is damaged, or not what it is said to be."""


class AnotherFileError(TimestampError):
    """It is a timestamp of other bits."""


class NotTrustedError(TimestampError):
    """Its signature is not that of the authority whose certificates were given, or its block is no block."""


class NotInstalledError(TimestampError):
    """The library that verifies it is not there."""
