"""Digests of evidence files and chains of custody, and what is wrong with them. Reads files, changes none.

`file-missing`: an evidence file that is not there, or cannot be opened.
`no-digest`: a file whose digest nobody recorded.
`digest-differs`: a file that is not the one whose digest was recorded.
`size-differs`: a file of another size than the one recorded.
`custody-gap`: one event leaves the item with somebody other than the one who acts in the next, or before one of nobody.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from referral.diagnostics import Diagnostic, Position, error, warning


@dataclass(frozen=True)
class RecordedFile:
    """A file as the case records it: where it should be, and what was noted of it."""

    path: Path
    shown_as: str
    at: Position
    algorithm: str = "sha256"
    digest: str | None = None
    size: int | None = None


@dataclass(frozen=True)
class Handover:
    """One custody event: who acted, from whom the item came, to whom it went."""

    at: Position
    agent: str | None
    received_from: str | None
    handed_to: str | None


def digest_of(path: Path, algorithm: str = "sha256") -> str:
    """The hexadecimal digest of a file, read in pieces."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, algorithm).hexdigest()


def check_files(files: Iterable[RecordedFile]) -> Iterator[Diagnostic]:
    """`file-missing`, `no-digest`, `digest-differs`, `size-differs`"""
    for file in files:
        try:
            yield from list(_check_file(file))
        except (OSError, ValueError):  # also a path too long, or of characters no file system has
            message = f'there is no file "{file.shown_as[:200]}" below the case folder, or it cannot be opened'
            yield error(file.at, "file-missing", message)


def _check_file(file: RecordedFile) -> Iterator[Diagnostic]:
    size = file.path.stat().st_size
    if not file.path.is_file():
        raise FileNotFoundError(file.path)
    if file.size not in (None, size):
        yield error(file.at, "size-differs", f'the file "{file.shown_as}" has {size} bytes, not {file.size}')
    if file.digest is None:
        message = f'no digest is recorded for "{file.shown_as}"; record the one taken at collection'
        yield warning(file.at, "no-digest", message)
    elif (found := digest_of(file.path, file.algorithm)) != file.digest:
        message = f'the file "{file.shown_as}" is not the one recorded: its {file.algorithm} is {found}'
        yield error(file.at, "digest-differs", message)


def check_chain(chain: Sequence[Handover]) -> Iterator[Diagnostic]:
    """`custody-gap`"""
    for before, after in pairwise(chain):
        holder = before.handed_to or before.agent
        if holder and holder not in (after.agent, after.received_from):
            who = after.agent or after.received_from or "nobody by name"
            message = f"the item was last with {holder}, but {who} comes next; record who handed it over"
            yield warning(after.at, "custody-gap", message)
