"""How high table rows are, estimated: no font is measured. The end of a page may cut the high ones."""

from functools import lru_cache
from itertools import accumulate

from referral.document.inlines import Inlines, Text
from referral.document.tables import Cell, Row
from referral.document.walk import words

# How many small letters go on one line of a table as wide as an upright page; how many lines of a row are kept whole.
# Word processors cut rows of any height (`docx/rows.py`): the fewer lines are kept here, the nearer are their pages.
_LETTERS = 95
_LINES = 7


def is_tall(row: Row, widths: tuple[int, ...]) -> bool:
    """Whether the row may go on over the page: kept whole, it would leave too much of one empty."""
    return any(_lines(cell, letters) > _LINES for cell, letters in zip(row.cells, room(row, widths), strict=True))


def lines(row: Row, widths: tuple[int, ...]) -> int:
    """About how many lines of small letters its highest cell has."""
    return max((_lines(cell, letters) for cell, letters in zip(row.cells, room(row, widths), strict=True)), default=1)


def room(row: Row, widths: tuple[int, ...]) -> tuple[int, ...]:
    """About how many small letters go on one line of each of its cells, at the least one."""
    return _room(tuple([cell.columns for cell in row.cells]), widths)


@lru_cache(maxsize=256)  # the rows of a table span its columns in few ways
def _room(spans: tuple[int, ...], widths: tuple[int, ...]) -> tuple[int, ...]:
    edges, found, column = [0, *accumulate(widths)], [], 0
    for columns in spans:
        last = min(column + columns, len(widths))
        found.append(max(1, _LETTERS * (edges[last] - edges[column]) // edges[-1]))
        column = last
    return tuple(found)


def _lines(cell: Cell, letters: int) -> int:
    return sum([_line_lines(line, letters) for line in cell.content]) or 1


def _line_lines(line: Inlines, letters: int) -> int:
    length = len(line[0].text) if len(line) == 1 and type(line[0]) is Text else len(words(line))
    return -(-length // letters) or 1  # rounded up
