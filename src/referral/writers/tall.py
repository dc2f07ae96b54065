"""Which table rows the end of a page may cut: those that would leave too much of a page empty, or outgrow it."""

from itertools import accumulate
from math import ceil

from referral.document.nodes import Row
from referral.document.walk import words

# How many small letters go on one line of a table as wide as an upright page, and how many lines are half of that page.
_LETTERS = 95
_LINES = 34


def is_tall(row: Row, widths: tuple[int, ...]) -> bool:
    """Whether the row must be allowed to go on over the page. An estimate: no font is measured."""
    edges = [0, *accumulate(widths)]
    column = 0
    for cell in row.cells:
        last = min(column + cell.columns, len(widths))
        letters = max(1, _LETTERS * (edges[last] - edges[column]) // edges[-1])
        if sum(max(1, ceil(len(words(line)) / letters)) for line in cell.content) > _LINES:
            return True
        column = last
    return False
