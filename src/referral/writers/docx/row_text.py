"""Rows as text: the XML that `RowWriter` makes of elements, written out at once where a row holds only words.

What stands around the words is taken from elements, once for each look, so that the two cannot differ.
"""

import re
from functools import cache, lru_cache
from xml.sax.saxutils import escape

from lxml import etree

from referral.document.inlines import Code, Inline, Text
from referral.document.tables import Align, Cell, Row
from referral.writers.docx.inlines import as_code
from referral.writers.docx.looks import Look, add_paragraph, add_run, bookmarked, runs
from referral.writers.docx.marks import Marks
from referral.writers.docx.oxml import Element, W, add, pieces, w
from referral.writers.docx.rows import RowWriter, check_columns, line_look, open_cell
from referral.writers.tall import is_tall, room

_OPENED, _CLOSED = '<w:t xml:space="preserve">', "</w:t>"
_PLAIN = (Text, Code)
_UNMARKED = ("", "")
_HYPHEN = f"{_CLOSED}<w:noBreakHyphen/>{_OPENED}"
# What has to be escaped, may be a code or held together, or might be no text: most words have none of it.
_UNUSUAL = re.compile("[^ -%'(*-,.-;=?-~\u00a1-\u200f\u2018-\u201f\u2100-\ud7ff]")


class RowText:
    """Writes the rows of the tables of one document as text."""

    def __init__(self, rows: RowWriter, marks: Marks) -> None:
        self._rows = rows
        self._marks = marks

    def of(self, row: Row, grid: tuple[int, ...]) -> str:
        """The XML of a row that is no header; raises `WriteError` if it does not fill the columns."""
        if not _is_plain(row):
            table = _table()
            self._rows.write(table, row, list(grid), is_header=False)
            return _inside(table)
        check_columns(row, grid)
        may_split, mark, column, cells = is_tall(row, grid), self._mark(row.id), 0, []
        for cell, letters in zip(row.cells, room(row, grid), strict=True):
            width = grid[column] if cell.columns == 1 else sum(grid[column : column + cell.columns])
            cells.append(_cell(cell, width, letters, may_split, mark))
            mark, column = _UNMARKED, column + cell.columns
        return f"<w:tr>{''.join(cells)}</w:tr>"

    def _mark(self, target: str | None) -> tuple[str, str]:
        """The two ends of the bookmark of a row."""
        if target is None:
            return _UNMARKED
        around = _table()
        with bookmarked(around, *self._marks.taken(target)):
            pass
        opened, closed = around
        return _xml(opened), _xml(closed)


def _is_plain(row: Row) -> bool:
    for cell in row.cells:
        for line in cell.content:
            for inline in line:
                if not (type(inline) is Code or (type(inline) is Text and inline.lang is None)):
                    return False
    return True


def _cell(cell: Cell, width: int, letters: int, may_split: bool, mark: tuple[str, str]) -> str:
    opened, line_opened = _frame(width, cell.columns, cell.is_header, cell.align, may_split)
    lines = [_line(line, letters) for line in cell.content] or [""]
    lines[0] = f"{mark[0]}{lines[0]}{mark[1]}"
    return f"{opened}{line_opened}{f'</w:p>{line_opened}'.join(lines)}</w:p></w:tc>"


def _line(line: tuple[Inline, ...], letters: int) -> str:
    return "".join([_words(inline, letters) for inline in line])


def _words(inline: Inline, letters: int) -> str:
    if not isinstance(inline, _PLAIN):
        raise TypeError(inline)
    is_code, text = type(inline) is Code, inline.text
    if not _UNUSUAL.search(text):
        return f"{_plain_run_opened(is_code)}{text}{_CLOSED}</w:r>"
    return "".join([_run(part, own) for part, own in runs(text, _look(letters, is_code))])


def _run(part: str, look: Look) -> str:
    words = _HYPHEN.join([escape(piece) for piece in pieces(part)])
    return f"{_run_opened(look.style)}{words}{_CLOSED}</w:r>"


@lru_cache(maxsize=256)
def _look(letters: int, is_code: bool) -> Look:
    look = Look(room=letters)
    return as_code(look) if is_code else look


@cache
def _plain_run_opened(is_code: bool) -> str:
    return _run_opened(_look(0, is_code).style)


@cache
def _run_opened(style: str | None) -> str:
    """The beginning of a run that has nothing of its own but a style, up to its words."""
    return _opened(add_run(_table(), Look(style=style))) + _OPENED


@lru_cache(maxsize=1024)
def _frame(width: int, columns: int, is_header: bool, align: Align, may_split: bool) -> tuple[str, str]:
    """The beginnings of a cell and of each of its lines."""
    cell = open_cell(_table(), width, columns)
    properties = _opened(cell)
    line = add_paragraph(cell, line_look(align, is_header=is_header, of_header=False, may_split=may_split))
    return properties, _opened(line)


def _table() -> Element:
    """A table that is in no document."""
    return etree.Element(w("tbl"), nsmap={"w": W})


def _opened(element: Element) -> str:
    """An element with its properties, up to where its content begins."""
    add(element, "end")
    return _xml(element).partition("<w:end/>")[0]


def _xml(element: Element) -> str:
    """As it stands in a document, where the prefix is known."""
    table = _table()
    table.append(element)
    return _inside(table)


def _inside(table: Element) -> str:
    text = etree.tostring(table, encoding="unicode")
    return text[text.index(">") + 1 : text.rindex("<")]
