"""Tables as data, cell by cell: most are a string, the others say how they differ."""

from collections.abc import Iterable, Iterator

from referral.document.line_drawing import MM_PER_POINT
from referral.document.tables import Align, Cell, Row, Table
from referral.errors import WriteError
from referral.writers.tall import is_tall, room
from referral.writers.typst.inlines import Lines
from referral.writers.typst.words import Data, Type

_INSET = 1.5 / MM_PER_POINT  # left and right of the words of a cell; the program under `program/` has the same


def table(node: Table, lines: Lines, type_: Type) -> Data:
    """The table in a line as wide as `lines`; its words are of this type."""
    if not node.widths or min(node.widths) <= 0:
        raise WriteError(f"the column widths {list(node.widths)} of a table are not all above zero")
    rows = _Rows(node.widths, lines, type_)
    return {
        "kind": "table",
        "id": lines.places.stand(node.id),
        "widths": list(node.widths),
        "repeats": not any(is_tall(row, node.widths) for row in node.header),
        "header": list(rows.of(node.header)),
        "cells": list(rows.of(node.rows)),
    }


class _Rows:
    """Writes the rows of one table: each column of it has a width of its own."""

    def __init__(self, widths: tuple[int, ...], lines: Lines, type_: Type) -> None:
        self._widths = widths
        self._lines = lines
        self._type = type_
        self._columns: dict[tuple[int, int], Lines] = {}

    def of(self, rows: Iterable[Row]) -> Iterator[Data]:
        """The cells of all rows; the place of a row is in its first one."""
        for row in rows:
            place, breaks, column = self._lines.places.stand(row.id), is_tall(row, self._widths), 0
            for cell, letters in zip(row.cells, room(row, self._widths), strict=True):
                yield _cell(cell, self._column(column, cell.columns, letters), place, breaks=breaks)
                place, column = None, column + cell.columns

    def _column(self, first: int, count: int, letters: int) -> Lines:
        if (first, count) not in self._columns:
            share = sum(self._widths[first : first + count]) / sum(self._widths)
            words = self._lines.words
            narrow = words.in_column(words.width * share - 2 * _INSET, letters, self._type)
            self._columns[first, count] = self._lines.within(narrow)
        return self._columns[first, count]


def _cell(cell: Cell, lines: Lines, place: str | None, *, breaks: bool) -> Data:
    content = [lines.line(line) for line in cell.content]
    is_usual = not cell.is_header and cell.columns == 1 and cell.align is Align.LEFT and not breaks and place is None
    if is_usual and len(content) == 1 and isinstance(content[0], str):
        return content[0]
    return {
        "lines": content,
        "heads": cell.is_header,
        "columns": cell.columns,
        "align": cell.align.value,
        "breaks": breaks,
        "id": place,
    }
