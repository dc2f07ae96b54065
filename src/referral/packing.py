"""A zip file that is handed out: the same parts in a fixed order, with fixed dates and rights, so the same bytes."""

import io
import zipfile

_FIRST = "[Content_Types].xml"  # in the packages of office programs
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest date that a zip file can hold
_LEVEL = 6
_UNIX = 3
_READABLE = 0o644


def repacked(archive: bytes) -> bytes:
    """The same parts, packed the same way on every day and machine that has the same zlib."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as source, zipfile.ZipFile(stream, "w") as target:
        for name in sorted(source.namelist(), key=lambda name: (name != _FIRST, name)):
            target.writestr(_entry(name), source.read(name), zipfile.ZIP_DEFLATED, _LEVEL)
    return stream.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.create_system = _UNIX
    entry.external_attr = _READABLE << 16
    return entry
