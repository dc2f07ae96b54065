"""One YAML file as read: plain data, and where every node of it stands."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from referral.diagnostics import Diagnostic, Position

Loc = tuple[str | int, ...]
Place = tuple[int, int]  # line and column
Marks = dict[int, dict[str | int, tuple[Place, Place]]]  # identity of a container → its keys → place of key, of value


@dataclass(frozen=True)
class Marked:
    """Data, and the places of what its mappings and lists hold."""

    data: Any = None
    marks: Marks = field(default_factory=dict)


@dataclass(frozen=True)
class YamlFile:
    """`data` is None where nothing could be read; with findings it is incomplete and fit for nothing.

    Few files are ever asked for a place: it is found by reading the text once more.
    """

    path: str
    data: Any
    findings: tuple[Diagnostic, ...] = ()
    read_marked: Callable[[], Marked] = field(default=Marked, repr=False, compare=False)

    def position(self, loc: Loc = ()) -> Position:
        """Where the value at `loc` stands; steps of `loc` that are no key of the data (union tags) are skipped."""
        return Position(self.path, *self._find(loc)[1])

    def key_position(self, loc: Loc) -> Position:
        """Where the key at `loc` stands (for a list item: the item itself)."""
        return Position(self.path, *self._find(loc)[0])

    @cached_property
    def _marked(self) -> Marked:
        return self.read_marked()

    def _find(self, loc: Loc) -> tuple[Place, Place]:
        """The places of key and value."""
        node, best = self._marked.data, ((1, 1), (1, 1))
        for step in loc:
            places = self._marked.marks.get(id(node), {}).get(step)
            if places is not None:
                best, node = places, node[step]
        return best
