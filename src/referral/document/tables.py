"""A table of a document: cells, rows, and rows that are read from their source again and again. Part of the tree."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from referral.document.inlines import Inlines


class Align(StrEnum):
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    JUSTIFY = "justify"


@dataclass(frozen=True, slots=True)
class Cell:
    content: tuple[Inlines, ...]  # one or more lines (short paragraphs)
    is_header: bool = False
    columns: int = 1  # how many columns it spans
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[Cell, ...]
    id: str | None = None


@dataclass(frozen=True)
class Rows:
    """The rows of a table: a source that can be read again and again, so that nobody must hold them all."""

    open: Callable[[], Iterator[Row]] = field(repr=False)

    def __iter__(self) -> Iterator[Row]:
        return self.open()


@dataclass(frozen=True)
class Table:
    """`widths` are relative column widths; `header` rows repeat on every page. Rows have as many columns as widths."""

    widths: tuple[int, ...]
    header: tuple[Row, ...]
    rows: Rows
    id: str | None = None
