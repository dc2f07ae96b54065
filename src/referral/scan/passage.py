"""What a reader of files brings back: words and where they stood, or why a part could not be read."""

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import unquote

_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})|\\u\{([0-9a-fA-F]{1,6})\}|\\x([0-9a-fA-F]{2})")
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
        yield self.text
        text, round_ = self.text, 0
        while round_ < _ROUNDS and (further := _undone(text)) != text:
            yield further
            text, round_ = further, round_ + 1
        if "%" in self.text and "\ufffd" in text:
            yield unquote(self.text, encoding="cp1251")


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
    "\\": lambda text: _ESCAPE.sub(_character, text),
}


def _undone(text: str) -> str:
    for sign, undo in _UNDOING.items():
        if sign in text:
            text = undo(text)
    return text


def _character(escape: re.Match[str]) -> str:
    number = int(escape[1] or escape[2] or escape[3], 16)
    return chr(number) if number <= _LAST else escape[0]
