"""What an image carries besides its pixels: properties of the camera, remarks, and bytes behind its end."""

import zlib
from collections.abc import Iterator

from referral.scan.limits import Inside
from referral.scan.passage import Passage, Read, Unread
from referral.scan.plain import strings_passages, texts_of_bytes

_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_OTHERS = (b"GIF87a", b"GIF89a", b"II*\x00", b"MM\x00*", b"BM")
_PIXELS = (b"IDAT", b"fdAT", b"PLTE", b"tRNS", b"VP8 ", b"VP8L", b"ALPH", b"ANMF")
_PROPERTIES, _BEHIND = "properties", "behind the end of the picture"
_START_OF_SCAN, _END_OF_IMAGE = 0xDA, b"\xff\xd9"


def is_image(data: bytes) -> bool:
    return data.startswith((_PNG, _JPEG, *_OTHERS)) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP")


def image_passages(data: bytes, inside: Inside) -> Iterator[Read]:
    """Every part that is not pixels, by the form of the file; of rare forms all that may be words among their bytes."""
    if data.startswith(_PNG):
        yield from _of_png(data, inside)
    elif data.startswith(_JPEG):
        yield from _of_jpeg(data, inside)
    elif data[:4] == b"RIFF":
        yield from _of_riff(data)
    else:
        yield from (read.within(_PROPERTIES) for read in strings_passages(data))


def _of_png(data: bytes, inside: Inside) -> Iterator[Read]:
    at = len(_PNG)
    while at + 12 <= len(data):
        kind, size = data[at + 4 : at + 8], int.from_bytes(data[at : at + 4])
        content = data[at + 8 : at + 8 + size]
        at += 12 + size
        if kind == b"IEND":
            yield from _behind(data[at:], inside)
            return
        if kind not in _PIXELS:
            yield from _chunk(kind, content, inside)
    yield Unread("", "a damaged picture")


def _chunk(kind: bytes, content: bytes, inside: Inside) -> Iterator[Read]:
    """Plain words first, since most parts hold no others; then those that are packed."""
    yield from (read.within(_PROPERTIES) for read in strings_passages(content))
    packed = _packed(kind, content)
    if packed:
        try:
            words = inside.allowance.inflated(packed)
        except zlib.error:
            yield Unread(_PROPERTIES, "damaged")
            return
        yield from (Passage(_PROPERTIES, text) for text in texts_of_bytes(words))


def _packed(kind: bytes, content: bytes) -> bytes:
    """What is packed in a remark or a profile: after its key, and of the wider form after language and title."""
    after = content.partition(b"\0")[2]
    if kind in (b"zTXt", b"iCCP"):
        return after[1:]
    if kind == b"iTXt" and after[:1] == b"\1":
        return after[2:].partition(b"\0")[2].partition(b"\0")[2]
    return b""


def _of_jpeg(data: bytes, inside: Inside) -> Iterator[Read]:
    """Segments up to the pixels; these end where the last mark of an end stands, or before the next segment."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker, size = data[at + 1], int.from_bytes(data[at + 2 : at + 4])
        if marker == _START_OF_SCAN:
            end = data.find(_END_OF_IMAGE, at)
            if end < 0:
                break
            yield from _behind(data[end + 2 :], inside)
            return
        if marker >= 0xE0:  # of programs and remarks; the others are tables for the pixels
            yield from (read.within(_PROPERTIES) for read in strings_passages(data[at + 4 : at + 2 + size]))
        at += 2 + size
    yield Unread("", "a damaged picture")


def _of_riff(data: bytes) -> Iterator[Read]:
    at, end = 12, 8 + int.from_bytes(data[4:8], "little")
    while at + 8 <= min(end, len(data)):
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        if data[at : at + 4] not in _PIXELS:
            yield from (read.within(_PROPERTIES) for read in strings_passages(data[at + 8 : at + 8 + size]))
        at += 8 + size + size % 2
    if at > len(data):
        yield Unread("", "a damaged picture")
    yield from (read.within(_BEHIND) for read in strings_passages(data[end:]))


def _behind(data: bytes, inside: Inside) -> Iterator[Read]:
    """A file of its own may stand there."""
    if data.strip(b"\0\r\n "):
        yield from (read.within(_BEHIND) for read in strings_passages(data))
        yield from (read.within(_BEHIND) for read in inside.open(data))
