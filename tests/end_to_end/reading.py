"""What a stranger reads in a finished file, whatever its format."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import zip_longest

# Spaces of every kind, and the two that have no width.
_UNSEEN = re.compile("[\\s\u200b\u2060]")
# A reader of PDF tells a hyphen at the end of a line by a sign of its own; fonts draw the kinds of hyphen alike.
_HYPHENS = str.maketrans(dict.fromkeys("\u2010\u2011\x02\ufffe", "-"))


def squeezed(text: str) -> str:
    """Text without white space, as it can be compared across line ends."""
    return _UNSEEN.sub("", text).translate(_HYPHENS)


def leaderless(entries: str) -> str:
    """Entries of a table of contents as they can be compared: the dots between title and page are drawn or not."""
    return squeezed(entries).replace(".", "")


@dataclass(frozen=True)
class Row:
    """A row of a table by its cells; any other block has one cell."""

    cells: tuple[str, ...]

    @property
    def words(self) -> str:
        return "".join(self.cells)

    def begins(self, whole: "Row") -> bool:
        same_width = len(self.cells) == len(whole.cells)
        return same_width and all(w.startswith(c) for c, w in zip(self.cells, whole.cells, strict=True))

    def with_rest(self, rest: "Row") -> "Row":
        return Row(tuple(a + b for a, b in zip_longest(self.cells, rest.cells, fillvalue="")))


@dataclass
class Body:
    """The rows of a body in their order; the header of a table counts once, however often it is printed."""

    rows: list[Row] = field(default_factory=list)
    _header: str = ""

    def add(self, words: str) -> None:
        self._add(Row((squeezed(words),)))

    def add_table(self, header: str, rows: Iterable[Iterable[str]]) -> None:
        """A table, or the part of one; right after a table with the same header it is that table's next part."""
        if squeezed(header) != self._header:
            self.add(header)
        for cells in rows:
            self._add(Row(tuple(map(squeezed, cells))))
        self._header = squeezed(header)

    def _add(self, row: Row) -> None:
        if row.words:
            self.rows.append(row)
            self._header = ""


@dataclass(frozen=True)
class Read:
    """A finished file: its body with computed numbers and the calls of notes; the notes by their number.

    `contents` are the entries of tables of contents without leaders, `margins` what stands around every page.
    """

    rows: tuple[Row, ...]
    notes: dict[int, str]
    contents: str
    margins: tuple[str, ...]

    @property
    def body(self) -> str:
        return "".join(row.words for row in self.rows)

    def mended(self, whole: "Read") -> "Read":
        """The same file with blocks that the end of a page divides put together, as the other file has them whole.

        Of a divided row each cell goes on in its own column, so that its words are not in one piece in the file.
        """
        parts, rows = list(reversed(self.rows)), []
        for wanted in whole.rows:
            row = parts.pop() if parts else Row(())
            while parts and row != wanted and row.with_rest(parts[-1]).begins(wanted):
                row = row.with_rest(parts.pop())
            rows.append(row)
        return replace(self, rows=(*rows, *reversed(parts)))
