"""How high table rows are, estimated: no font is measured. The end of a page may cut the high ones."""

from collections.abc import Iterator
from itertools import accumulate
from math import ceil

from referral.document.tables import Cell, Row
from referral.document.walk import words

# How many small letters go on one line of a table as wide as an upright page; how many lines of a row are kept whole.
# Word processors cut rows of any height (`docx/rows.py`): the fewer lines are kept here, the nearer are their pages.
_LETTERS = 95
_LINES = 7


def is_tall(row: Row, widths: tuple[int, ...]) -> bool:
    """Whether the row may go on over the page: kept whole, it would leave too much of one empty."""
    return lines(row, widths) > _LINES


def lines(row: Row, widths: tuple[int, ...]) -> int:
    """About how many lines of small letters its highest cell has."""
    return max((_lines(cell, letters) for cell, letters in zip(row.cells, room(row, widths), strict=True)), default=1)


def room(row: Row, widths: tuple[int, ...]) -> Iterator[int]:
    """About how many small letters go on one line of each of its cells, at the least one."""
    edges, column = [0, *accumulate(widths)], 0
    for cell in row.cells:
        last = min(column + cell.columns, len(widths))
        yield max(1, _LETTERS * (edges[last] - edges[column]) // edges[-1])
        column = last


def _lines(cell: Cell, letters: int) -> int:
    return max(1, sum(max(1, ceil(len(words(line)) / letters)) for line in cell.content))
