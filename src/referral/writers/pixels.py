"""What a picture file holds beside its pixels: read from its bytes, by names of parts; no pixel is decoded."""

from collections.abc import Iterator

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_PNG_PARTS = (b"IHDR", b"PLTE", b"IDAT", b"IEND")
# In a JPEG: the frame, its tables, the head APP0 (JFIF) that names no maker; the pixels begin with FFDA.
_JPEG_PARTS = {0xC0, 0xC1, 0xC2, 0xC4, 0xDB, 0xDD, 0xE0}
_PIXELS, _END = 0xDA, 0xD9


def extras(data: bytes) -> Iterator[str]:
    """What is there beyond pixels: a text, a date, a place, a preview. One line if it is no PNG and no JPEG at all."""
    if data.startswith(_PNG):
        yield from _extras_of_png(data)
    elif data.startswith(_JPEG):
        yield from _extras_of_jpeg(data)
    else:
        yield "bytes that are no PNG and no JPEG"


def _extras_of_png(data: bytes) -> Iterator[str]:
    at = len(_PNG)
    while at + 12 <= len(data):
        length, name = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        if name not in _PNG_PARTS:
            yield f"the part {name.decode('latin-1')!r}"
        at += 12 + length
        if name == b"IEND":
            break
    if at != len(data):
        yield "bytes after its end"


def _extras_of_jpeg(data: bytes) -> Iterator[str]:
    at = len(_JPEG)
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != _PIXELS:
        if data[at + 1] not in _JPEG_PARTS:
            yield f"the part FF{data[at + 1]:02X}"
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    if data[-2:] != bytes((0xFF, _END)):
        yield "bytes after its end"
