"""Zip files written elsewhere: how large each kind may be, and what is refused before any part of it is read."""

import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

_MB = 1_000_000


@dataclass(frozen=True)
class ZipLimits:
    """`file` and `unpacked`, all parts together, in bytes; `parts` is how many there may be."""

    file: int
    unpacked: int
    parts: int


WORD_FILE = ZipLimits(200 * _MB, 400 * _MB, 5_000)
LETTERHEAD = ZipLimits(10 * _MB, 50 * _MB, 300)
_SWELLS = 200  # times: what unpacks to more than that is no archive of pages


class ZipRefusedError(ValueError):
    """A file that is not unpacked; the message says why."""


def web_archive(size: int) -> ZipLimits:
    """Those of an archive of pages, which may have any size; what is in it is compressed, but by so much."""
    return ZipLimits(size, size * _SWELLS, 1_000_000)


@contextmanager
def foreign_zip(source: Path | BytesIO, limits: ZipLimits) -> Iterator[zipfile.ZipFile]:
    """The file, open to be read. ZipRefusedError, or what `zipfile` raises for one that is damaged.

    A part never gives more bytes than the list of parts says, so that this list is enough to judge by.
    """
    size = source.stat().st_size if isinstance(source, Path) else source.getbuffer().nbytes
    if size > limits.file:
        raise ZipRefusedError(f"it has more than {limits.file // _MB} MB")
    with zipfile.ZipFile(source) as package:
        for reason in _reasons(package.infolist(), limits):
            raise ZipRefusedError(reason)
        yield package


def _reasons(parts: Sequence[zipfile.ZipInfo], limits: ZipLimits) -> Iterator[str]:
    if len(parts) > limits.parts:
        yield f"it has more than {limits.parts} parts"
    if sum(part.file_size for part in parts) > limits.unpacked:
        yield f"unpacked, it has more than {limits.unpacked // _MB} MB"
    if len({part.filename for part in parts}) != len(parts):
        yield "it holds a part twice"
    if any(_leads_out(part.filename) for part in parts):
        yield "the name of a part leads out of the file"


def _leads_out(name: str) -> bool:
    return name.startswith("/") or ".." in name.split("/") or "\\" in name
