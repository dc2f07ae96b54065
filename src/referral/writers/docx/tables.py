"""Tables: fixed columns, header rows that repeat, rows streamed from their source and never held whole.

LibreOffice's time grows with the square of the rows of one table, so a long table becomes several, each with a header.
The last row of each stands in the tree, because what follows may hold it on its page.
"""

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from referral.document.tables import Row, Table
from referral.writers.docx.copies import second_copy
from referral.writers.docx.flow import Flow
from referral.writers.docx.marks import Marks
from referral.writers.docx.measures import shares
from referral.writers.docx.oxml import Element
from referral.writers.docx.row_text import RowText
from referral.writers.docx.rows import RowWriter, open_table
from referral.writers.docx.streamed import StreamedRows

MAX_ROWS = 300


class TableWriter:
    """Writes the tables of one document."""

    def __init__(self, flow: Flow, rows: RowWriter, marks: Marks, streamed: StreamedRows) -> None:
        self._flow = flow
        self._rows = rows
        self._text = RowText(rows, marks)
        self._marks = marks
        self._streamed = streamed

    def write(self, table: Table) -> None:
        """Appends the table, cut where it grows long. One without any row, header included, leaves no trace."""
        grid = shares(self._flow.width(), table.widths)
        target = None if self._marks.has_caption(table.id) else table.id
        for header, body in _parts(table):
            # The table stands in the body before it gets its rows: moving a long finished one is far slower.
            element = self._flow.place("tbl")
            self._marks.at(element, target)
            target = None
            open_table(element, "DataTable", grid)
            for row in header:
                self._rows.write(element, row, grid, is_header=True)
            self._write_body(element, body, grid)
            self._flow.gap()

    def _write_body(self, table: Element, body: Iterable[Row], grid: list[int]) -> None:
        rows = iter(body)
        last = next(rows, None)
        with self._streamed.end_of(table) as take:
            for row in rows:
                if last:
                    take(self._text.of(last, tuple(grid)))
                last = row
        if last:
            self._rows.write(table, last, grid, is_header=False)


def _parts(table: Table) -> Iterator[tuple[tuple[Row, ...], Iterable[Row]]]:
    """Header and rows of each table that Word gets; the rows of one must be read before the next is asked for."""
    rows = iter(table.rows)
    header = table.header
    for first in rows:
        yield header, chain((first,), islice(rows, MAX_ROWS - 1))
        header = tuple(map(second_copy, table.header))
    if header and header is table.header:
        yield header, ()
