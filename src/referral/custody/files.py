"""Evidence files against what the case records of them. Reads files, changes none.

`file-missing`: an evidence file that is not there, or cannot be opened.
`no-digest`: a file whose digest nobody recorded.
`digest-differs`: a file that is not the one whose digest was recorded, by either algorithm.
`size-differs`: a file of another size than the one recorded.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from referral.custody.digests import Digests, Reader, Unread, digests_of, digests_of_all
from referral.diagnostics import Diagnostic, Where, error, warning


@dataclass(frozen=True)
class RecordedFile:
    """A file as the case records it: where it should be, and what was noted of it; digests by their algorithm."""

    path: Path
    shown_as: str
    at: Where
    digests: tuple[tuple[str, str], ...] = ()
    size: int | None = None


def digest_of(path: Path, algorithm: str = "sha256") -> str:
    """One digest of a file, in hexadecimal, read in pieces."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, algorithm).hexdigest()


def check_files(files: Iterable[RecordedFile], read: Reader = digests_of) -> Iterator[Diagnostic]:
    """`file-missing`, `no-digest`, `digest-differs`, `size-differs`"""
    for file, found in read_all(files, read):
        yield from check_file(file, found)


def read_all(files: Iterable[RecordedFile], read: Reader) -> Iterator[tuple[RecordedFile, Digests | Unread]]:
    """Each file with its digests as they are now, or with why it could not be read."""
    recorded = list(files)
    found = digests_of_all((file.path for file in recorded), read)
    yield from zip(recorded, (digests for _, digests in found), strict=True)


def check_file(file: RecordedFile, found: Digests | Unread) -> Iterator[Diagnostic]:
    """What is wrong with one file whose digests are now those found."""
    if isinstance(found, Digests):
        yield from _against(file, found)
    else:
        message = f'there is no file "{file.shown_as[:200]}" below the case folder, or it cannot be opened'
        yield error(file.at(), "file-missing", message)


def _against(file: RecordedFile, found: Digests) -> Iterator[Diagnostic]:
    size = file.path.stat().st_size
    if file.size not in (None, size):
        yield error(file.at(), "size-differs", f'the file "{file.shown_as}" has {size} bytes, not {file.size}')
    if not file.digests:
        message = f'no digest is recorded for "{file.shown_as}"; record the one taken at collection'
        yield warning(file.at(), "no-digest", message)
    for algorithm, digest in file.digests:
        if found.by(algorithm) != digest:
            message = f'the file "{file.shown_as}" is not the one recorded: its {algorithm} is {found.by(algorithm)}'
            yield error(file.at(), "digest-differs", message)
