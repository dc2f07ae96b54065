"""A bundle written as a folder, or as one stream of a zip file that holds that folder; the same bytes on every day."""

import os
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from referral.bundling.part import Part
from referral.packing import entry_named


def write_folder(parts: Iterable[Part], folder: Path) -> None:
    """Each file is on the disk, and not only on its way there, when this returns."""
    for part in parts:
        path = folder / part.path
        path.parent.mkdir(parents=True, exist_ok=True)
        write_file(part.pieces(), path)
    for place, _, _ in os.walk(folder):
        os.chmod(place, 0o755)  # noqa: S103 - to be read by its recipient, whatever this machine is set to


def write_file(pieces: Iterable[bytes], path: Path) -> None:
    """A new file of these bytes."""
    with path.open("xb") as stream:
        for piece in pieces:
            stream.write(piece)
        stream.flush()
        os.fsync(stream.fileno())
    path.chmod(0o644)


def zipped(parts: Iterable[Part], top: str) -> Iterator[bytes]:
    """The bytes of a zip file with one folder `top`, one after the other, so that nothing is held whole."""
    sink = _Sink()
    with zipfile.ZipFile(sink, "w") as archive:
        for part in parts:
            entry = entry_named(f"{top}/{part.path}")
            entry.file_size = part.size
            with archive.open(entry, "w") as stream:
                for piece in part.pieces():
                    stream.write(piece)
                    yield sink.taken()
    yield sink.taken()


class _Sink:
    """A stream that hands on what is written to it."""

    def __init__(self) -> None:
        self._held = bytearray()

    def write(self, data: bytes, /) -> int:
        self._held += data
        return len(data)

    def flush(self) -> None:
        """Nothing waits."""

    def close(self) -> None:
        """Nothing is open."""

    def taken(self) -> bytes:
        """What was written since the last time."""
        data = bytes(self._held)
        self._held.clear()
        return data
