"""A zip file that is handed out: the same parts in a fixed order, with fixed dates and rights, so the same bytes."""

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping

_FIRST = "[Content_Types].xml"  # in the packages of office programs
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest date that a zip file can hold
_UNIX = 3
_READABLE = 0o644


def repacked(archive: bytes, made: Mapping[str, Callable[[bytes], Iterable[bytes]]] | None = None) -> bytes:
    """The same parts, packed the same way on every day and machine that has the same zlib.

    `made` gives, by the name of a part, what is written in its place, piece by piece.
    """
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as source, zipfile.ZipFile(stream, "w") as target:
        for name in sorted(source.namelist(), key=lambda name: (name != _FIRST, name)):
            entry = entry_named(name)
            entry.compress_type = zipfile.ZIP_DEFLATED  # on the level that zlib takes by itself, the sixth
            make = (made or {}).get(name, _as_it_is)
            with target.open(entry, "w") as part:
                part.writelines(make(source.read(name)))
    return stream.getvalue()


def _as_it_is(part: bytes) -> Iterable[bytes]:
    return (part,)


def entry_named(name: str) -> zipfile.ZipInfo:
    """An entry with the same date and rights on every day; not compressed, unless its writer says so."""
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.create_system = _UNIX
    entry.external_attr = _READABLE << 16
    return entry
