"""A PDF read by its tags: the structure tree gives the words of the body in order, and the notes apart from them.

What stands on a page without being in the tree is its margins: header, footer, draft mark. So nothing has to be
guessed from the places of letters.
"""

import re
from collections.abc import Iterator
from typing import Any

from tests.end_to_end.pdf_tags import Tagged, Words, kids
from tests.end_to_end.reading import Body, Read, leaderless, squeezed

_NOTE_MARK = re.compile("(\\d+)\u2002")


def read_pdf(data: bytes) -> Read:
    """The file as it is printed, its words in the order of the tags."""
    return _Reader(data).read()


class _Reader:
    def __init__(self, data: bytes) -> None:
        self._file = Tagged(data)
        self._unread: list[Words] = [dict(words) for words in self._file.words]
        self._body = Body()
        self._notes: dict[int, str] = {}
        self._contents: list[str] = []

    def read(self) -> Read:
        for child in kids(self._file.root):
            self._read(child)
        margins = tuple(squeezed("".join(words.values())) for words in self._unread)
        contents = leaderless("".join(self._contents))
        return Read(tuple(self._body.rows), dict(sorted(self._notes.items())), contents, margins)

    def _read(self, element: Any) -> None:
        """One element of the structure: a table, the notes of a page, a table of contents, or blocks of the body."""
        kind, below = element["/S"], kids(element)
        if kind == "/Table":
            self._read_table(element)
        elif kind == "/Figure":
            self._text(element)  # the words of a drawing, which the tree has in no block
        elif kind == "/NonStruct" and self._is_notes(below):
            self._read_notes(below)
        elif kind == "/NonStruct" and below and {kid.get("/S") for kid in below} <= {"/P", "/L"}:
            self._read_contents(below)
        elif all("/S" in kid for kid in below) and not _is_line(below):
            for kid in below:
                self._read(kid)
        else:
            self._body.add(self._text(element))

    def _read_contents(self, parts: list[Any]) -> None:
        """A table of contents or, on the next page, its next part: its title and its entries."""
        for part in parts:
            if part["/S"] == "/P":
                self._body.add(self._text(part))
            else:
                self._contents.append(self._text(part))

    def _read_table(self, table: Any) -> None:
        header, rows = "", []
        for group in kids(table):
            if group["/S"] == "/THead":
                header += self._text(group)
            else:
                rows += [[self._text(cell) for cell in kids(row)] for row in kids(group)]
        self._body.add_table(header, rows)

    def _is_notes(self, parts: list[Any]) -> bool:
        """Whether these are the notes at the foot of a page: each begins with its number and an en space."""
        return bool(parts and parts[0].get("/S") == "/Span" and _NOTE_MARK.match(self._text(parts[0], keep=True)))

    def _read_notes(self, notes: list[Any]) -> None:
        for note in notes:
            words = self._text(note)
            mark = _NOTE_MARK.match(words)
            number = int(mark[1]) if mark else max(self._notes)  # a long note is set as several
            self._notes[number] = self._notes.get(number, "") + squeezed(words[mark.end() if mark else 0 :])

    def _text(self, element: Any, *, keep: bool = False) -> str:
        """The words of an element and of all below it; read words are no longer in the margins."""
        return "".join(self._pieces(element, None, keep))

    def _pieces(self, element: Any, page: int | None, keep: bool) -> Iterator[str]:
        page = self._file.page(element, page)
        if element.get("/Type") == "/OBJR":
            return
        if "/MCID" in element:
            yield self._take(page, element["/MCID"], keep)
            return
        for kid in kids(element):
            if isinstance(kid, int):
                yield self._take(page, kid, keep)
            else:
                yield from self._pieces(kid, page, keep)

    def _take(self, page: int | None, number: int, keep: bool) -> str:
        assert page is not None
        if not keep:
            self._unread[page].pop(number, None)
        return self._file.words[page].get(number, "")


def _is_line(parts: list[Any]) -> bool:
    """Whether these elements are the pieces of one line and not blocks of their own."""
    return any(kid.get("/S") in ("/Span", "/Link") for kid in parts)
