"""What a reader of files brings back: words and where they stood, or why a part could not be read."""

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import unquote

_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})|\\u\{([0-9a-fA-F]{1,6})\}|\\x([0-9a-fA-F]{2})|\\([nrt\\])")
_OF_SHEETS = re.compile("_x([0-9a-fA-F]{4})_")
_SIGNS = {"n": "\n", "r": "\r", "t": "\t", "\\": "\\"}
_LAST = 0x10FFFF
_ROUNDS = 3  # escapes within escapes


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that one may read together. `place` says where: a page, a part of a package; never the words themselves.

    `is_path`: a file name, address or key, in which names are written small.
    """

    place: str
    text: str
    is_path: bool = False

    def within(self, outer: str) -> "Passage":
        """The same words, found in a file inside another."""
        return replace(self, place=f"{outer}, {self.place}" if self.place else outer)

    def decoded(self) -> Iterator[str]:
        """The words, and what they read as where they are written in escapes of addresses, markup or programs."""
        text = self.text
        yield text
        for _ in range(_ROUNDS):
            further = _undone(text)
            if further == text:
                return
            if "%" in text and "\ufffd" in further:
                yield unquote(text, encoding="cp1251")
            yield further
            text = further


@dataclass(frozen=True, slots=True)
class Unread:
    """A part that could not be searched, so that nobody may rely on it. `reason` is for people."""

    place: str
    reason: str

    def within(self, outer: str) -> "Unread":
        return replace(self, place=f"{outer}, {self.place}" if self.place else outer)


Read = Passage | Unread

_UNDOING: dict[str, Callable[[str], str]] = {
    "%": unquote,
    "&": html.unescape,
    "_x": lambda text: _paired(_OF_SHEETS.sub(lambda escape: chr(int(escape[1], 16)), text)),
    "\\": lambda text: _paired(_ESCAPE.sub(_character, text)),
}


def _undone(text: str) -> str:
    for sign, undo in _UNDOING.items():
        if sign in text:
            text = undo(text)
    return text


def _paired(text: str) -> str:
    """One character of two escapes, as programs write those that are in no table of two bytes."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _character(escape: re.Match[str]) -> str:
    if escape[4]:
        return _SIGNS[escape[4]]
    number = int(escape[1] or escape[2] or escape[3], 16)
    return chr(number) if number <= _LAST else escape[0]
