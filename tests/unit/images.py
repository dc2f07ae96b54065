"""Small image files for tests, made when they are needed."""

import io
import struct
import zlib
from typing import Any

from PIL import Image

from referral.document.drawings import Picture
from referral.pictures.decode import decoded


def image_bytes(kind: str = "PNG", mode: str = "RGB", size: tuple[int, int] = (40, 30), **options: Any) -> bytes:
    stream = io.BytesIO()
    Image.new(mode, size, options.pop("color", 0)).save(stream, kind, **options)
    return stream.getvalue()


def picture(size: tuple[int, int] = (40, 30)) -> Picture:
    return decoded(image_bytes(size=size)).picture


def claiming(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it has so many pixels."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(9))), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_part(*part) for part in parts)


def _part(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
