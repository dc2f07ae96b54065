"""The timestamps of evidence files, and what is wrong with them.

`timestamp-missing`: a token, proof or file of certificates that is not there, or cannot be opened.
`timestamp-unreadable`: a timestamp that is damaged, or is not what the case calls it.
`timestamp-of-another`: a timestamp of other bits than those of the file it is attached to.
`timestamp-not-trusted`: a token not signed by the authority whose certificates are given; a header of another block.
`timestamp-unchecked`: a timestamp that nothing was given for to check it with, or that is only promised yet.
`timestamp-differs`: a timestamp of another day, or by somebody else, than the case says of it.
`timestamp-impossible`: a timestamp of a day before the item was made, or after the day the case speaks of.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from referral.custody.digests import Reader, digests_of
from referral.custody.timestamps import opentimestamps, rfc3161
from referral.custody.timestamps.proven import (
    AnotherFileError,
    NotInstalledError,
    NotTrustedError,
    Proven,
    Standing,
    TimestampError,
)
from referral.diagnostics import Diagnostic, Where, error, warning

_RULES: dict[type[TimestampError], str] = {
    AnotherFileError: "timestamp-of-another",
    NotTrustedError: "timestamp-not-trusted",
    NotInstalledError: "timestamp-unchecked",
}
_UNREADABLE = "timestamp-unreadable"


@dataclass(frozen=True)
class StampedFile:
    """A file, a timestamp attached to it, what the case says of it, and the days between which it must lie.

    Without `is_token` the timestamp is a proof of OpenTimestamps. `certificates` are those of an authority.
    """

    path: Path
    stamp: Path
    shown_as: str
    at: Where
    is_token: bool
    certificates: Path | None = None
    block_header: str | None = None
    said_on: tuple[date | None, date | None] | None = None
    said_by: str | None = None
    not_before: date | None = None
    not_after: date | None = None


def proven_by(file: StampedFile, read: Reader = digests_of) -> list[Proven]:
    """What the timestamp of a file shows, the strongest first. TimestampError if nothing; OSError without its files."""
    digests = read(file.path)
    if file.is_token:
        certificates = _bytes_of(file.certificates, rfc3161.LARGEST) if file.certificates else None
        return [rfc3161.verify(_bytes_of(file.stamp, rfc3161.LARGEST), digests, certificates)]
    return opentimestamps.verify(_bytes_of(file.stamp, opentimestamps.LARGEST), digests, file.block_header)


def check_timestamps(files: Iterable[StampedFile], read: Reader = digests_of) -> Iterator[Diagnostic]:
    """Every rule of this module."""
    for file in files:
        try:
            proven = proven_by(file, read)
        except TimestampError as failure:
            rule = _RULES.get(type(failure), _UNREADABLE)
            find = warning if isinstance(failure, NotInstalledError) else error
            yield find(file.at(), rule, f'the timestamp "{file.shown_as}": {failure}')
        except (OSError, ValueError):
            message = f'the timestamp "{file.shown_as}", its file or its certificates cannot be opened'
            yield error(file.at(), "timestamp-missing", message)
        else:
            yield from _of_what_is_shown(file, proven)


def _of_what_is_shown(file: StampedFile, proven: list[Proven]) -> Iterator[Diagnostic]:
    if not any(one.standing is Standing.VERIFIED for one in proven):
        yield warning(file.at(), "timestamp-unchecked", f'the timestamp "{file.shown_as}": {_lacking(file, proven)}')
    if proven and not any(_is_as_said(file, one) for one in proven):
        best = proven[0]
        what = f"it is of {best.moment:%Y-%m-%d}, by {best.by}" if best.moment else f"it is by {best.by}"
        message = f'the timestamp "{file.shown_as}" says otherwise than the case: {what}'
        yield error(file.at(), "timestamp-differs", message)
    for one in proven:
        day = one.moment.date() if one.moment else None
        if day and file.not_before and day < file.not_before:
            yield _impossible(file, f"{day} lies before the item was made ({file.not_before})")
        if day and file.not_after and day > file.not_after:
            yield _impossible(file, f"{day} lies after the day the case speaks of ({file.not_after})")


def _is_as_said(file: StampedFile, proven: Proven) -> bool:
    """Whether day and maker are those of the case, as far as both are stated."""
    first, last = file.said_on or (None, None)
    day = proven.moment.date() if proven.moment else None
    is_on_day = day is None or ((first is None or first <= day) and (last is None or day <= last))
    return is_on_day and file.said_by in (None, proven.by)


def _impossible(file: StampedFile, why: str) -> Diagnostic:
    return error(file.at(), "timestamp-impossible", f'the timestamp "{file.shown_as}": {why}; one of the two is wrong')


def _lacking(file: StampedFile, proven: list[Proven]) -> str:
    """What would make it a proof."""
    block = next((one.by for one in proven if one.standing is Standing.UNCHECKED), None)
    if file.is_token:
        return "nobody's certificates are given, so that its signature was not verified; name them in certificates"
    if block:
        return f"it leads to block {block}, which cannot be looked up offline; give its header in block_header"
    if proven:
        return f"it is only promised by {proven[0].by}; have it completed, and put the complete proof in its place"
    return "nothing in it is of a kind that is known here"


def _bytes_of(path: Path, largest: int) -> bytes:
    if path.stat().st_size > largest:
        raise TimestampError(f"it has more than {largest // 2**20} MiB")
    return path.read_bytes()
