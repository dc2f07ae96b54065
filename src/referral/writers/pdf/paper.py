"""Paper as a medium: real footnotes, words that our fonts can print, places to break what has no space."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from referral.document import walk
from referral.document.drawings import Picture
from referral.document.inlines import Code, Footnote, Inline, Inlines, Text
from referral.writers.codes import LONGEST
from referral.writers.html.inlines import inlines, note_place
from referral.writers.html.markup import Attributes, element, link_to, void, without_controls, words
from referral.writers.pages.laid import elsewhere
from referral.writers.pdf.characters import missing, printable
from referral.writers.pdf.line_ends import arranged, led

# A line breaker that finds no place to break tries every character of what is left, for each line: 40 000 characters
# without a space take 16 s, 100 000 take minutes. No digest or address that is in use comes near this length.
_TOO_LONG_TO_BREAK = re.compile("(?:[^\\s\u200b]|[\u00a0\u2007\u202f]){300,}")
_BREAK_EVERY = 30
PICTURE_SCHEME = "picture"  # leads to what we hand over with the page, and nowhere else
# A footnote cannot run on to the next page, so a long one is set as several, of which only the first has a number.
_WHOLE_NOTE = 2400
_PART_OF_NOTE = 1500


class Paper:
    """A printed page. `missing` gathers the characters that cannot be printed, `pictures` what it shows, by address.

    `numbers` has the pages that the contents of a chunk name; None where one layout holds the whole document.
    """

    def __init__(self, room: int = LONGEST, numbers: Mapping[str, int] | None = None) -> None:
        self.missing: set[str] = set()
        self.pictures: dict[str, Picture] = {}
        self._room = room
        self._numbers = numbers

    def in_column(self, letters: int) -> "Paper":
        column = Paper(letters, self._numbers)
        column.missing = self.missing
        return column

    def link(self, target: str) -> Attributes:
        return {"href": link_to(target) if self._numbers is None else elsewhere(target)}

    def entry(self, target: str) -> Attributes:
        """An entry of the contents; in a chunk it brings the number of its page, by `paper.css`."""
        page = None if self._numbers is None else str(self._numbers.get(target, 0))
        return {**self.link(target), "data-page": page}

    def words(self, text: str) -> str:
        shown = arranged(self.signs(text), self._room)
        if not _TOO_LONG_TO_BREAK.search(shown):
            return words(shown)
        return void("wbr").join(words(piece) for piece in _breakable(shown))

    def signs(self, text: str) -> str:
        """The text as it can be printed, not escaped."""
        if not missing(without_controls(text)):  # as most
            return text
        shown = printable(text)
        self.missing |= missing(shown)
        return shown

    def line(self, pieces: Iterable[str]) -> str:
        return led("".join(pieces))

    def picture(self, picture: Picture) -> str:
        address = f"{PICTURE_SCHEME}:{len(self.pictures) + 1}"
        self.pictures[address] = picture
        return address

    def footnote(self, note: Footnote) -> str:
        first, *others = _parts(note.content)
        place = note_place(note.number) if walk.cites_in_full(note) else None
        number = {"class": "note", "data-number": str(note.number), "id": place}
        rest = (element("span", inlines(part, self), {"class": "note continued"}) for part in others)
        return element("span", inlines(first, self), number) + "".join(rest)


def _breakable(text: str) -> Iterator[str]:
    """The text in pieces, between which a line may end."""
    end = 0
    for run in _TOO_LONG_TO_BREAK.finditer(text):
        yield text[end : run.start()]
        yield from (run[0][at : at + _BREAK_EVERY] for at in range(0, len(run[0]), _BREAK_EVERY))
        end = run.end()
    yield text[end:]


def _parts(content: Inlines) -> list[Inlines]:
    if len(walk.words(content)) <= _WHOLE_NOTE:
        return [content]
    parts: list[list[Inline]] = [[]]
    for node in _short_nodes(content):
        if len(walk.words((*parts[-1], node))) > _PART_OF_NOTE and parts[-1]:
            parts.append([])
        parts[-1].append(node)
    return [tuple(part) for part in parts]


def _short_nodes(content: Iterable[Inline]) -> Iterator[Inline]:
    for node in content:
        if isinstance(node, Text | Code):
            yield from (replace(node, text=piece) for piece in _sentences(node.text))
        else:
            yield node


def _sentences(text: str) -> Iterator[str]:
    """Pieces of limited length that end with a sentence, else with a word, else anywhere."""
    while len(text) > _PART_OF_NOTE:
        cut = text.rfind(". ", 0, _PART_OF_NOTE) + 2
        if cut < _PART_OF_NOTE // 2:
            cut = text.rfind(" ", 0, _PART_OF_NOTE) + 1 or _PART_OF_NOTE
        yield text[:cut]
        text = text[cut:]
    yield text
