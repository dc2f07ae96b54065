"""The sheets as a workbook (XLSX), the same bytes from the same input. Words of a case are text in every cell."""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from referral.errors import WriteError
from referral.packing import repacked
from referral.report.analysis import Analysis
from referral.report.shown import Shown
from referral.report.telling import Teller, flat
from referral.report.visible import visible
from referral.report.workbook.about import about
from referral.report.workbook.coverage_sheets import Sheets
from referral.report.workbook.sheet import Cell, Sheet

LONGEST = 32_767  # units of UTF-16 in a cell; Excel reads no more
_WIDEST, _NARROWEST = 60, 8
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")  # Excel takes _x000D_ for the character of this number


def write_workbook(tell: Teller, shown: Shown, stamp: str) -> bytes:
    """A sheet for each kind of finding. WriteError without the library that writes workbooks."""
    sheets = (about(tell, shown, stamp), *Sheets(tell, shown, Analysis(tell.view, tell.law)).all())
    header = tell.view.case.case
    title = f"{tell.words('report.title')}: {flat(tell.said(header.title), tell.words('missing.translation'))}"
    day = header.as_at.latest or header.as_at.earliest or date.min
    return workbook((_told(sheet, tell) for sheet in sheets), title, day, tell.words("report.cut"))


@dataclass(frozen=True)
class ToldSheet:
    """A sheet in the words that its readers see."""

    name: str
    heads: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def workbook(sheets: Iterable[ToldSheet], title: str, day: date, cut: str) -> bytes:
    """The sheets in one file, with a title and a day of its own; `cut` ends what is longer than a cell may be."""
    book = _library().Workbook(write_only=True)
    for sheet in sheets:
        _write(book, sheet, cut)
    _describe(book.properties, title, day)
    return repacked(_saved(book))


def _told(sheet: Sheet, tell: Teller) -> ToldSheet:
    heads = [tell.words(f"report.column.{name}") for name in sheet.columns]
    return ToldSheet(tell.words(f"report.sheet.{sheet.name}"), heads, list(sheet.rows))


def _library() -> Any:
    """Imported here, so that whoever needs no workbook does without it."""
    try:
        import openpyxl
    except ImportError as failure:
        raise WriteError("XLSX needs the extra xlsx: pip install 'referral[xlsx]'") from failure
    return openpyxl


def _write(book: Any, sheet: ToldSheet, cut: str) -> None:
    from openpyxl.utils import get_column_letter

    made = book.create_sheet(sheet.name)
    made.freeze_panes = "A2"
    made.auto_filter.ref = f"A1:{get_column_letter(len(sheet.heads))}{len(sheet.rows) + 1}"
    for n, width in enumerate(_widths(sheet.heads, sheet.rows), start=1):
        made.column_dimensions[get_column_letter(n)].width = width
    made.print_title_rows = "1:1"
    cells = _Cells(made, cut)
    made.append([cells.head(words) for words in sheet.heads])
    for row in sheet.rows:
        made.append([cells.of(value) for value in row])


class _Cells:
    """Makes the cells of a sheet. A style is made once and shared: to make one takes longer than all else."""

    def __init__(self, sheet: Any, cut: str) -> None:
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Alignment, Font, PatternFill

        self._sheet, self._cut, self._cell = sheet, cut, WriteOnlyCell
        head, plain, quoted = (WriteOnlyCell(sheet) for _ in range(3))
        for model in (head, plain, quoted):
            model.alignment = Alignment(wrap_text=True, vertical="top")
        head.font, head.fill = Font(bold=True), PatternFill("solid", fgColor="E9EDF2")
        quoted.quotePrefix = True
        self._head, self._plain, self._quoted = head._style, plain._style, quoted._style

    def head(self, words: str) -> Any:
        cell = self.of(words)
        cell._style = self._head
        return cell

    def of(self, value: Cell) -> Any:
        """A number, or text that no program takes for a formula, an error or a link."""
        if not isinstance(value, str):
            return self._cell(self._sheet, value)
        cell = self._cell(self._sheet, _fitting(_ESCAPE.sub("_x005F_", visible(value)), self._cut))
        cell.data_type = "s"
        cell._style = self._quoted if value.startswith(_FORMULA) else self._plain
        return cell


def _fitting(text: str, cut: str) -> str:
    """Excel counts a character outside the basic plane twice; half of one is never left."""
    units = text.encode("utf-16-le")
    if len(units) <= 2 * LONGEST:
        return text
    return units[: 2 * LONGEST - len(cut.encode("utf-16-le"))].decode("utf-16-le", "ignore") + cut


def _widths(heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> list[int]:
    """As wide as the longest text of a column, within reason."""
    longest = [max(len(str(value)) for value in column) for column in zip(heads, *rows, strict=True)]
    return [min(max(length + 2, _NARROWEST), _WIDEST) for length in longest]


def _describe(properties: Any, title: str, day: date) -> None:
    """Title and dates of the file; the clock is never read."""
    properties.title = visible(title)
    properties.creator = "referral"
    properties.created = properties.modified = datetime.combine(day, time())


def _saved(book: Any) -> bytes:
    """The archive. By the writer itself: `save` would put the time of day into the properties."""
    from openpyxl.writer.excel import ExcelWriter

    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        ExcelWriter(book, archive).save()
    return stream.getvalue()
