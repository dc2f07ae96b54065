"""One row of a table: its cells, each a line or several, as wide as the columns it spans."""

from collections.abc import Sequence

from referral.document.tables import Align, Cell, Row
from referral.document.walk import words
from referral.errors import WriteError
from referral.writers.docx.inlines import InlineWriter
from referral.writers.docx.looks import Look, ParagraphLook, add_paragraph
from referral.writers.docx.marks import Marks
from referral.writers.docx.oxml import Element, add
from referral.writers.tall import is_tall, room

_HEADER_FILL = "E7E6E6"


def open_table(table: Element, style: str, grid: list[int]) -> None:
    """Gives a new `w:tbl` its style and its columns, which no content can widen."""
    properties = add(table, "tblPr")
    add(properties, "tblStyle", val=style)
    add(properties, "tblW", w=sum(grid), type="dxa")
    add(properties, "tblLayout", type="fixed")
    columns = add(table, "tblGrid")
    for width in grid:
        add(columns, "gridCol", w=width)


def open_row(table: Element) -> Element:
    """A new row that the end of a page does not cut."""
    row = add(table, "tr")
    add(add(row, "trPr"), "cantSplit")
    return row


def open_cell(row: Element, width: int, columns: int = 1) -> Element:
    """A new cell, without the paragraph that it must end with. Returns the cell."""
    cell = add(row, "tc")
    properties = add(cell, "tcPr")
    add(properties, "tcW", w=width, type="dxa")
    if columns > 1:
        add(properties, "gridSpan", val=columns)
    return cell


def line_look(align: Align, *, is_header: bool, of_header: bool, may_split: bool) -> ParagraphLook:
    """How the lines of a cell look, one that is a header or stands in a row of headers."""
    style = "TableHeader" if of_header or is_header else "TableText"
    own = None if align is Align.LEFT else align  # left is the style's own
    return ParagraphLook(style, keep_next=of_header, may_split=may_split, align=own)


class RowWriter:
    """Writes the rows of data tables."""

    def __init__(self, inlines: InlineWriter, marks: Marks) -> None:
        self._inlines = inlines
        self._marks = marks

    def write(self, table: Element, row: Row, grid: list[int], *, is_header: bool) -> None:
        """Appends a row; raises `WriteError` if it does not fill the columns.

        The lines of a cell are kept together by their style. A row that as a whole might not be cut, or that were kept
        with the next, would be better, but LibreOffice loses the rows after it where the first fills the page.
        """
        check_columns(row, grid)
        tr = _open_header(table) if is_header else add(table, "tr")
        may_split = not is_header and is_tall(row, tuple(grid))
        target, column = row.id, 0
        for cell, letters in zip(row.cells, room(row, tuple(grid)), strict=True):
            tc = open_cell(tr, sum(grid[column : column + cell.columns]), cell.columns)
            if is_header:
                add(tc[0], "shd", val="clear", color="auto", fill=_HEADER_FILL)
            frame = line_look(cell.align, is_header=cell.is_header, of_header=is_header, may_split=may_split)
            self._write_cell(tc, cell, target, frame, Look(room=letters))
            target, column = None, column + cell.columns

    def _write_cell(self, tc: Element, cell: Cell, target: str | None, frame: ParagraphLook, look: Look) -> None:
        for line in cell.content or ((),):
            paragraph = add_paragraph(tc, frame)
            with self._marks.around(paragraph, target):
                self._inlines.write(paragraph, line, look)
            target = None


def _open_header(table: Element) -> Element:
    """A row that returns on every page, and stays with the one after it."""
    row = open_row(table)
    add(row[0], "tblHeader")
    return row


def check_columns(row: Row, grid: Sequence[int]) -> None:
    """Raises `WriteError` if the row does not fill the columns."""
    columns = sum(cell.columns for cell in row.cells)
    if columns != len(grid):
        text = " | ".join(words(line) for cell in row.cells for line in cell.content)
        raise WriteError(f"a row has {columns} columns in a table of {len(grid)}: “{text[:80]}”")
