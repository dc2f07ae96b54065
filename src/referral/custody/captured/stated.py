"""What a package or sidecar states: addresses, days, the program, digests of files. Nothing of it is believed yet."""

from dataclasses import dataclass
from datetime import UTC, date, datetime


class UnreadableError(ValueError):
    """The file is not what its name says, is damaged, or larger than we read; the message says which."""


@dataclass(frozen=True, slots=True)
class StatedDigest:
    """The digest that is stated of a file; without a name it is that of whatever file the statement is about."""

    name: str | None
    algorithm: str
    value: str


@dataclass(frozen=True, slots=True)
class Stated:
    """What one package or sidecar says; `faults` is what contradicts itself in it, in plain words."""

    form: str
    addresses: tuple[str, ...] = ()
    days: tuple[date, ...] = ()
    digests: tuple[StatedDigest, ...] = ()
    tool: str | None = None
    faults: tuple[str, ...] = ()


def day_of(text: object) -> tuple[date, ...]:
    """The day, in universal time, of a moment as programs write it; nothing if it is none."""
    try:
        moment = datetime.fromisoformat(str(text).strip())
    except ValueError:
        return ()
    return ((moment.astimezone(UTC) if moment.tzinfo else moment).date(),)


def words_of(*values: object) -> tuple[str, ...]:
    """Those of the values that are words, each once."""
    return tuple(dict.fromkeys(value for value in values if isinstance(value, str) and value))
