"""The open points of one document: equal texts merged, each with the places where it stands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from referral.document.nodes import OpenPoint

ROWS_LISTED = 5


@dataclass
class _Places:
    """Where one text stands. Of table rows the first few are listed and the others counted."""

    labels: dict[str, None] = field(default_factory=dict)
    rows: int = 0
    last_row: str = ""

    def add_row(self, label: str) -> None:
        if label in self.labels or label == self.last_row:
            return
        self.rows += 1
        self.last_row = label
        if self.rows <= ROWS_LISTED:
            self.labels[label] = None

    def listed(self, more_rows: str) -> tuple[str, ...]:
        uncounted = self.rows - ROWS_LISTED
        return (*self.labels, more_rows.format(n=uncounted)) if uncounted > 0 else tuple(self.labels)


class GatheredPoints:
    """Takes placeholders in reading order; `more_rows` says how many rows are counted and not listed."""

    def __init__(self, more_rows: str) -> None:
        self._more_rows = more_rows
        self._places: dict[str, _Places] = {}

    def add(self, text: str, place: str) -> None:
        """`place` is the label of what holds the placeholder; empty where nothing before it has one."""
        places = self._places.setdefault(text, _Places())
        if place:
            places.labels[place] = None

    def add_in_row(self, text: str, row: str) -> None:
        self._places.setdefault(text, _Places()).add_row(row)

    def merged(self, extra: Sequence[OpenPoint]) -> tuple[OpenPoint, ...]:
        """The points of the document, then the extra ones; an extra one that is known adds its places only."""
        merged = {text: places.listed(self._more_rows) for text, places in self._places.items()}
        for point in extra:
            merged[point.text] = _distinct((*merged.get(point.text, ()), *point.where))
        return tuple(OpenPoint(text, where) for text, where in merged.items())


def _distinct(labels: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(labels))
