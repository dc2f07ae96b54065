"""Tables to nodes. Rows written in the table are kept; rows of a source are parsed one by one at every reading."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from lxml.etree import _Element as Element

from referral.document.inlines import Inlines
from referral.document.parse_inlines import NO_NOTE, InlineReader
from referral.document.strict import Strict
from referral.document.tables import Align, Cell, Row, Rows, Table
from referral.document.xml_reader import read_xml

RowSource = Callable[[], Iterator[str]]

MAX_SPAN = 100
_CELLS = ("td", "th")


class TableReader:
    """Reads tables of one document; `sources` are the streams of rows that a template may name."""

    def __init__(self, strict: Strict, sources: Mapping[str, RowSource]) -> None:
        self._strict = strict
        self._sources = sources

    def read(self, element: Element) -> Table:
        widths = self._strict.whole_numbers(element, "widths")
        parts = self._strict.parts(element, (), ("thead", "tbody", "rows"))
        if ("tbody" in parts) == ("rows" in parts):
            self._strict.add(element, "needs either a <tbody> or a <rows/>")
        header = self._rows(parts.get("thead"), len(widths), ("th",))
        rows = self._stream(parts["rows"], len(widths)) if "rows" in parts else self._body(parts, len(widths))
        return Table(widths, header, rows, self._strict.identifier(element))

    def _body(self, parts: Mapping[str, Element], columns: int) -> Rows:
        return Rows(self._rows(parts.get("tbody"), columns, _CELLS).__iter__)

    def _rows(self, element: Element | None, columns: int, cells: tuple[str, ...]) -> tuple[Row, ...]:
        if element is None:
            return ()
        reader = RowReader(self._strict, columns, cells)
        rows = tuple(reader.read(row) for row in self._strict.children(element, ("tr",)))
        if not len(element):
            self._strict.add(element, "is empty")
        return rows

    def _stream(self, element: Element, columns: int) -> Rows:
        self._strict.check_nothing_inside(element)
        key = self._strict.required(element, "source")
        if key and key not in self._sources:
            known = " ".join(sorted(self._sources)) or "none"
            self._strict.add(element, f'source="{key}" is unknown; known: {known}')
        return Rows(RowStream(self._sources.get(key, _nothing), f"{self._strict.name}, rows {key}", columns))


def _nothing() -> Iterator[str]:
    return iter(())


@dataclass(frozen=True)
class RowStream:
    """Opens a source and parses its rows one at a time; the first wrong row ends the reading with a DocumentError."""

    source: RowSource
    name: str
    columns: int

    def __call__(self) -> Iterator[Row]:
        strict = Strict(self.name)
        reader = RowReader(strict, self.columns, _CELLS, NO_NOTE)
        for count, xml in enumerate(self.source(), start=1):
            strict.name = f"{self.name}, row {count}"
            row = reader.read_root(read_xml(xml, strict.name))
            strict.raise_problems()
            yield row


class RowReader:
    """Reads rows of a table with so many columns."""

    def __init__(
        self, strict: Strict, columns: int, cells: tuple[str, ...], refused: frozenset[str] = frozenset()
    ) -> None:
        self._strict = strict
        self._columns = columns
        self._cells = cells
        self._inlines = InlineReader(strict, refused)

    def read_root(self, element: Element) -> Row:
        """A row that stands alone, outside its table."""
        if element.tag != "tr":
            self._strict.add(element, "stands where a <tr> is needed")
            return Row(())
        self._strict.check_attributes(element)
        return self.read(element)

    def read(self, element: Element) -> Row:
        cells = tuple(self._cell(cell) for cell in self._strict.children(element, self._cells))
        columns = sum(cell.columns for cell in cells)
        if columns != self._columns and self._columns:
            self._strict.add(element, f"has {columns} columns; the widths of the table are {self._columns}")
        return Row(cells, self._strict.identifier(element))

    def _cell(self, element: Element) -> Cell:
        is_header = element.tag == "th"
        if not element.keys():
            return Cell(self._lines(element), is_header)
        columns = self._strict.whole_number(element, "span", 1, MAX_SPAN)
        align = self._strict.choice(element, "align", Align.LEFT)
        return Cell(self._lines_or_none(element), is_header, columns, align)

    def _lines_or_none(self, element: Element) -> tuple[Inlines, ...]:
        if not self._strict.flag(element, "empty", default=False):
            return self._lines(element)
        self._strict.check_nothing_inside(element)
        return ((),)

    def _lines(self, element: Element) -> tuple[Inlines, ...]:
        if len(element) and element[0].tag == "p":
            return tuple(self._line(line) for line in self._strict.children(element, ("p",)))
        return (self._inlines.read(element),)

    def _line(self, element: Element) -> Inlines:
        self._strict.check_attributes(element, allowed=())
        return self._inlines.read(element)
