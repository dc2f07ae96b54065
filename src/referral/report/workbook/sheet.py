"""A sheet as values, and the words that several sheets put into their cells."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from referral.coverage.exclusion import Change
from referral.report.disclosure import classes
from referral.report.telling import Said, Teller, flat

Cell = str | int
Row = tuple[Cell, ...]
Made = tuple[str, str, Callable[[], Iterable[Row]]]  # the name of a sheet, its columns, what fills it


@dataclass(frozen=True)
class Sheet:
    """One sheet. `name` and `columns` are paths of words below `report.sheet` and `report.column`."""

    name: str
    columns: tuple[str, ...]
    rows: Iterable[Row]


def sheets(made: Iterable[Made]) -> Iterator[Sheet]:
    """Each sheet with its rows; its columns are written as one text."""
    return (Sheet(name, tuple(columns.split()), rows()) for name, columns, rows in made)


@dataclass(frozen=True)
class CellWords:
    """Words for cells: a cell has no second language and no mark but in words."""

    tell: Teller

    def flat(self, said: Said) -> str:
        return flat(said, self.tell.words("missing.translation"))

    def yes(self, holds: bool) -> str:
        return self.tell.words("annex.yes") if holds else ""

    def title(self, code: str) -> str:
        entry = self.tell.view.case.by_id[code]
        return self.flat(self.tell.marked(entry, self.tell.said(getattr(entry, "title", None))))

    def change(self, c: Change) -> Row:
        state = self.tell.value
        return c.charge, c.element, state("state", c.before), state("state", c.after), self.yes(c.opens_hole)

    def classes(self, evidence: Iterable[str]) -> str:
        """What the items are for the defence."""
        found = classes(self.tell.view.case, evidence)
        return ", ".join(self.tell.value("disclosure", one) for one in found)
