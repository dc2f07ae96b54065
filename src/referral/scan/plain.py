"""Text, JSON, and whatever else holds words among bytes."""

import json
import re
from collections.abc import Iterator
from typing import Any

from referral.scan.passage import Passage, Read

_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# Characters among bytes that may be words; of those that take four bytes letters for formulas, and invisible tags.
_RUN = re.compile("[\t\n\r -~\u00a0-\ufffc\U0001d400-\U0001d7ff\U000e0000-\U000e007f]{3,}")
_AMONG_BYTES = ("utf-8", "utf-16-le", "utf-16-be", "cp1251")
_OF_ONE_BYTE = ("cp1251", "koi8-u", "cp1125", "latin-1")
_WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
_MOST_ODD = 50  # one character in so many may be of no alphabet in a text of wide characters


def texts_of(data: bytes) -> list[str]:
    """What a file reads as, in each encoding that it may have; nothing if it is no text."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return [data.decode("utf-16", errors="replace")]
    if not _BINARY.search(data):
        return texts_of_bytes(data)
    return [text for encoding in _WIDE if (text := _wide(data, encoding))]


def texts_of_bytes(data: bytes) -> list[str]:
    """The same of what is known to be text."""
    try:
        return [data.decode("utf-8-sig")]
    except UnicodeDecodeError:
        return [data.decode(encoding, errors="replace") for encoding in _OF_ONE_BYTE]


def _wide(data: bytes, encoding: str) -> str:
    """Text of wide characters without a mark at its head; nothing if hardly any of it is in an alphabet of ours."""
    text = data.decode(encoding, errors="replace")
    odd = sum(not (letter < "\u0530" or "\u2000" <= letter < "\u2200") or letter < "\t" for letter in text)
    return text if odd * _MOST_ODD <= len(text) else ""


def plain_passages(text: str) -> Iterator[Read]:
    """A text as a whole, and of JSON each key and value with its escapes undone."""
    yield Passage("text", text)
    if text.lstrip("\ufeff \t\r\n").startswith(("{", "[")):
        try:
            yield from _of_json(json.loads(text))
        except (ValueError, RecursionError):
            return


def _of_json(value: Any) -> Iterator[Read]:
    match value:
        case dict():
            for key, inner in value.items():
                yield Passage("key", str(key), is_path=True)
                yield from _of_json(inner)
        case list():
            for inner in value:
                yield from _of_json(inner)
        case str():
            yield Passage("value", value)


def strings_passages(data: bytes) -> Iterator[Read]:
    """What may be words in a file of unknown kind, in each usual encoding."""
    for encoding in _AMONG_BYTES:
        for shift in (0, 1) if encoding.startswith("utf-16") else (0,):
            runs = _RUN.findall(data[shift:].decode(encoding, errors="replace"))
            if runs:
                yield Passage("bytes", "\n\n".join(runs), is_path=True)
