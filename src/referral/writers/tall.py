"""How high table rows are, estimated: no font is measured. The end of a page may cut those that would outgrow it."""

from itertools import accumulate
from math import ceil

from referral.document.nodes import Cell, Row
from referral.document.walk import words

# How many small letters go on one line of a table as wide as an upright page, and how many lines are half of that page.
_LETTERS = 95
_LINES = 34


def is_tall(row: Row, widths: tuple[int, ...]) -> bool:
    """Whether the row must be allowed to go on over the page: kept whole, it would leave too much of one empty."""
    return lines(row, widths) > _LINES


def lines(row: Row, widths: tuple[int, ...]) -> int:
    """About how many lines of small letters its highest cell has."""
    edges = [0, *accumulate(widths)]
    column, most = 0, 1
    for cell in row.cells:
        last = min(column + cell.columns, len(widths))
        most = max(most, _lines(cell, max(1, _LETTERS * (edges[last] - edges[column]) // edges[-1])))
        column = last
    return most


def _lines(cell: Cell, letters: int) -> int:
    return sum(max(1, ceil(len(words(line)) / letters)) for line in cell.content)
