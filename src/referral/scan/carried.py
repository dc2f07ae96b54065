"""What a file carries, by what its first bytes say it is; files inside files are opened in turn."""

import base64
import bz2
import gzip
import io
import lzma
import re
import zlib
from collections.abc import Callable, Iterator

from referral.scan.archive import archive_passages
from referral.scan.database import MAGIC, database_passages
from referral.scan.image import image_passages, is_image
from referral.scan.limits import Allowance, Inside, Limits, Readable, TooLargeError
from referral.scan.markup import markup_passages
from referral.scan.pages import pdf_passages
from referral.scan.passage import Read, Unread
from referral.scan.plain import plain_passages, strings_passages, texts_of

_ARCHIVE = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_PACKED: dict[bytes, Callable[[bytes], Readable]] = {
    b"\x1f\x8b": lambda data: gzip.GzipFile(fileobj=io.BytesIO(data)),
    b"BZh": lambda data: bz2.BZ2File(io.BytesIO(data)),
    b"\xfd7zXZ\x00": lambda data: lzma.LZMAFile(io.BytesIO(data)),  # noqa: SIM115 - it holds no file
}
# What holds words in a form that nothing here opens; its plain words are searched all the same.
_CLOSED = {
    b"7z\xbc\xaf\x27\x1c": "7z",
    b"Rar!": "RAR",
    b"\x28\xb5\x2f\xfd": "Zstandard",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "an old office file",
    b"{\\rtf": "RTF",
    b"MSCF": "CAB",
    b"\x04\x22\x4d\x18": "LZ4",
}
_TAR = slice(257, 262)
_IN_ADDRESS = re.compile(r"data:[^,\s]{0,99};base64,\s*([A-Za-z0-9+/\s]{8,}=*)")
_LETTER = b"content-transfer-encoding: base64"


def passages(data: bytes, limits: Limits | None = None) -> Iterator[Read]:
    """All words of a file, its properties, remarks, hidden and inner parts included."""
    yield from _passages(data, Allowance(limits or Limits()), 0)


def _passages(data: bytes, allowance: Allowance, depth: int) -> Iterator[Read]:
    if depth > allowance.limits.deepest:
        yield Unread("", f"more than {allowance.limits.deepest} files within one another")
        return
    inside = Inside(lambda inner: _passages(inner, allowance, depth + 1), allowance)
    try:
        yield from _opened(data, inside)
    except TooLargeError:
        yield Unread("", "too large when it is unpacked")


def _opened(data: bytes, inside: Inside) -> Iterator[Read]:
    if data.startswith(_ARCHIVE) or b"PK\x05\x06" in data[-22:]:
        yield from archive_passages(data, inside)
    elif b"%PDF-" in data[:1024]:
        yield from pdf_passages(data, inside)
    elif unpacker := next((opener for magic, opener in _PACKED.items() if data.startswith(magic)), None):
        yield from _unpacked(data, unpacker, inside)
    elif is_image(data):
        yield from image_passages(data, inside)
    elif data.startswith(MAGIC):
        yield from database_passages(data)
    else:
        yield from _written(data, inside)


def _unpacked(data: bytes, unpacker: Callable[[bytes], Readable], inside: Inside) -> Iterator[Read]:
    try:
        inner = inside.allowance.read(unpacker(data))
    except (OSError, EOFError, zlib.error, lzma.LZMAError, ValueError):
        yield Unread("", "packed, and damaged")
        yield from strings_passages(data)
        return
    yield from strings_passages(data[:512])  # names of files stand in the head
    yield from inside.open(inner)


def _written(data: bytes, inside: Inside) -> Iterator[Read]:
    texts = texts_of(data)
    if kind := _closed(data):
        yield Unread("", f"{kind}, which cannot be opened here")
    elif not texts and data:
        yield Unread("", "of an unknown kind: only words that stand in it plainly were searched")
    if not texts:
        yield from strings_passages(data)
    for text in texts:
        yield from markup_passages(text) if text.lstrip("\ufeff \t\r\n").startswith("<") else plain_passages(text)
        yield from _addressed(text, inside)


def _addressed(text: str, inside: Inside) -> Iterator[Read]:
    """Files that stand in a text as addresses, as pictures of a page do."""
    for packed in _IN_ADDRESS.findall(text) if "base64," in text else ():
        letters = "".join(packed.split()).rstrip("=")
        content = base64.b64decode(letters[: len(letters) - (len(letters) % 4 == 1)] + "==")
        yield from (read.within("a file in an address") for read in inside.open(content))


def _closed(data: bytes) -> str:
    if data[_TAR] == b"ustar":
        return "tar"
    if _LETTER in data.lower():
        return "a letter with packed parts"
    return next((name for magic, name in _CLOSED.items() if data.startswith(magic)), "")
