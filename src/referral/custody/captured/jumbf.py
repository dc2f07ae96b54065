"""Boxes in boxes (JUMBF, ISO 19566-5), in which C2PA manifests lie: beside a recording, or in segments of a JPEG."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from referral.custody.captured.stated import UnreadableError

LARGEST = 16 * 1024 * 1024  # bytes; a manifest with its thumbnails has less than one million
_SUPERBOX, _DESCRIPTION = b"jumb", b"jumd"
_HAS_LABEL = 0x02
_DEEPEST = 8
_MARKER, _START, _OF_BOXES, _OF_PICTURE = 0xFF, b"\xff\xd8", 0xEB, 0xDA
_IS_JUMBF = b"JP"


@dataclass(frozen=True, slots=True)
class Box:
    """A box with a label. `content`: all bytes in it; `data`: what lies in it as it is; `boxes`: those with labels."""

    label: str
    content: bytes
    data: tuple[bytes, ...]
    boxes: tuple["Box", ...]

    def named(self, label: str) -> "Box | None":
        """The box in it that has this label."""
        return next((box for box in self.boxes if box.label == label), None)


def boxes_in(data: bytes, depth: int = _DEEPEST) -> Iterator[Box]:
    """The boxes with labels that stand one after the other. UnreadableError for what is none."""
    if not depth:
        raise UnreadableError("its boxes lie too deep in one another")
    for kind, content in _plain(data):
        if kind == _SUPERBOX:
            inner = list(_plain(content))
            label = _label(inner[0][1]) if inner and inner[0][0] == _DESCRIPTION else ""
            plain = tuple(inside for kind, inside in inner[1:] if kind != _SUPERBOX)
            yield Box(label, content, plain, tuple(boxes_in(content, depth - 1)))


def _plain(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Kind and content of each box."""
    at = 0
    while at < len(data):
        head = 8
        size = int.from_bytes(data[at : at + 4], "big")
        if size == 1:
            head, size = 16, int.from_bytes(data[at + 8 : at + 16], "big")
        end = at + size if size else len(data)
        if end < at + head or end > len(data):
            raise UnreadableError("a box in it ends behind the end of the file")
        yield data[at + 4 : at + 8], data[at + head : end]
        at = end


def _label(description: bytes) -> str:
    """What stands behind the kind, of sixteen bytes, and the byte that says whether anything does."""
    has_label = len(description) > 17 and description[16] & _HAS_LABEL
    return description[17:].split(b"\0")[0].decode("utf-8", "replace") if has_label else ""


def boxes_of_jpeg(stream: BinaryIO) -> bytes:
    """The first series of boxes in the segments of a JPEG; empty if there is none, or if it is no JPEG."""
    series: dict[bytes, dict[int, bytes]] = {}
    for segment in _segments(stream):
        if segment[:2] == _IS_JUMBF and len(segment) > 16:
            head = 24 if segment[8:12] == b"\0\0\0\1" else 16  # which each segment says again
            pieces = series.setdefault(segment[2:4], {})
            pieces[int.from_bytes(segment[4:8], "big")] = segment[head if pieces else 8 :]
    return b"".join(pieces[number] for pieces in list(series.values())[:1] for number in sorted(pieces))


def _segments(stream: BinaryIO) -> Iterator[bytes]:
    """Those that may hold boxes, up to the picture itself; no more than is read of a manifest."""
    left = LARGEST
    if stream.read(2) != _START:
        return
    while len(head := stream.read(4)) == 4 and head[0] == _MARKER and head[1] != _OF_PICTURE:
        (size,) = struct.unpack(">H", head[2:])
        if head[1] == _OF_BOXES and (left := left - size) > 0:
            yield stream.read(size - 2)
        else:
            stream.seek(max(size - 2, 0), 1)
