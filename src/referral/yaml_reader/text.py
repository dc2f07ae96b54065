"""Bytes to text: one encoding, and no character that cannot be seen or is no text.

`file-too-large`: the file is larger than the program reads; split it.
`wrong-encoding`: the file is not UTF-8; save it as UTF-8.
`forbidden-character`: a character is invisible or no text (a control, a direction mark, half a surrogate); remove it.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from referral.diagnostics import Diagnostic, Position, error

# A quarter of a million entries in 8 MB took 37 s and 800 MB to check; the largest of our own files has 0.3 MB.
MAX_BYTES = 16 * 1024 * 1024
MOST_FINDINGS = 50  # in one file; a million of them would help nobody

_BREAK = re.compile("\r\n?|\n")
# Zero-width joiner and non-joiner are left: some scripts cannot be written without them.
_INVISIBLE = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls; U+0085 breaks lines in YAML 1.1 but not in 1.2
    "\xad\u034f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
    "\ud800-\udfff\ufffe\uffff"
)
_FORBIDDEN = re.compile(f"[{_INVISIBLE}]")
_FORBIDDEN_IN_VALUE = re.compile(f"[\r{_INVISIBLE}]")  # a line break of the file reaches no value as CR


def text_of(raw: bytes, path: str, max_bytes: int) -> tuple[str, tuple[Diagnostic, ...]]:
    """The text of a file, or why it cannot be had."""
    if len(raw) > max_bytes:
        message = f"the file has more than {max_bytes} bytes; split it"
        return "", (error(Position(path), "file-too-large", message),)
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in raw[:2]:
        return "", (error(Position(path), "wrong-encoding", "the file is UTF-16 or binary; save it as UTF-8"),)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        return "", (_undecodable(failure, path),)
    return text, tuple(at_most(_forbidden_in(text, path)))


def holds_forbidden(value: str) -> bool:
    """Whether `forbidden_in_value` would find anything."""
    return bool(_FORBIDDEN_IN_VALUE.search(value))


def forbidden_in_value(value: str, position: Position) -> Iterator[Diagnostic]:
    """Characters that an escape such as `\\u202e` brought into a value."""
    return (_refusal(character, position) for character in sorted(set(_FORBIDDEN_IN_VALUE.findall(value))))


def at_most(findings: Iterable[Diagnostic], most: int = MOST_FINDINGS) -> list[Diagnostic]:
    """The first findings; the last of them says if there are more."""
    first = list(islice(findings, most + 1))
    if len(first) > most:
        first[most - 1 :] = [replace(first[most - 1], hint="reading stopped here; mend these, then check again")]
    return first


def _undecodable(failure: UnicodeDecodeError, path: str) -> Diagnostic:
    before = failure.object[: failure.start].decode()
    (position,) = _positions(before, [len(before)], path)
    byte = failure.object[failure.start]
    return error(position, "wrong-encoding", f"byte 0x{byte:02x} is not UTF-8; save the file as UTF-8")


def _forbidden_in(text: str, path: str) -> Iterator[Diagnostic]:
    places = _positions(text, (match.start() for match in _FORBIDDEN.finditer(text)), path)
    return (_refusal(match[0], position) for match, position in zip(_FORBIDDEN.finditer(text), places, strict=True))


def _refusal(character: str, position: Position) -> Diagnostic:
    name = unicodedata.name(character, "control character or lone surrogate")
    message = f"character U+{ord(character):04X} ({name}) is invisible or not text; remove it"
    return error(position, "forbidden-character", message)


def _positions(text: str, indexes: Iterable[int], path: str) -> Iterator[Position]:
    """The places of ascending indexes, the text gone through once."""
    line, line_start, seen = 1, 0, 0
    for index in indexes:
        for line_break in _BREAK.finditer(text, seen, index):
            line, line_start = line + 1, line_break.end()
        seen = index
        yield Position(path, line, index - line_start + 1)
