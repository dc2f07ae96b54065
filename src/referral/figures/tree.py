"""Units in the order of command: each below its first superior; circles and superiors that are not there are settled.

A unit may have several superiors, at different times or at once. The first that does not close a circle places it; the
others are further ties.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tie:
    """Subordination to the unit `superior`; `is_dashed` is drawn so: not by formal command."""

    superior: str
    is_dashed: bool = False


@dataclass(frozen=True, slots=True)
class ChainUnit:
    """A unit, or a body, with all that is printed in its box: a title, then lines. A gap in the chain is dashed."""

    code: str
    title: str
    lines: tuple[str, ...] = ()
    ties: tuple[Tie, ...] = ()
    is_gap: bool = False


@dataclass(frozen=True, slots=True)
class Node:
    """A unit where it is drawn: `path` are the codes above it, `tie` is the one by which it stands there."""

    unit: ChainUnit
    path: tuple[str, ...]
    tie: Tie | None
    further: tuple[Tie, ...]


def nodes(units: Sequence[ChainUnit]) -> list[Node]:
    """Every unit once, each after the one that it stands below."""
    placing = _placing(units)
    below: dict[str | None, list[ChainUnit]] = {}
    for unit in units:
        tie = placing[unit.code]
        below.setdefault(tie.superior if tie else None, []).append(unit)
    return list(_walked(units, placing, below))


def circular(units: Sequence[ChainUnit]) -> tuple[str, ...]:
    """Units that stand above themselves, through others or at once: their periods must tell which held when."""
    above = {unit.code: [tie.superior for tie in unit.ties] for unit in units}
    return tuple(unit.code for unit in units if unit.code in _all_above(unit.code, above))


def _all_above(code: str, above: dict[str, list[str]]) -> set[str]:
    found: set[str] = set()
    waiting = list(above.get(code, ()))
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += above.get(one, ())
    return found


def _walked(
    units: Sequence[ChainUnit], placing: dict[str, Tie | None], below: dict[str | None, list[ChainUnit]]
) -> Iterator[Node]:
    known = {unit.code for unit in units}
    waiting: list[tuple[ChainUnit, tuple[str, ...]]] = [(unit, ()) for unit in reversed(below.get(None, []))]
    while waiting:
        unit, path = waiting.pop()
        tie = placing[unit.code]
        further = tuple(one for one in unit.ties if one is not tie and one.superior in known)
        yield Node(unit, path, tie, further)
        waiting += [(one, (*path, unit.code)) for one in reversed(below.get(unit.code, []))]


def _placing(units: Sequence[ChainUnit]) -> dict[str, Tie | None]:
    """By which tie each unit is placed; None for one that stands at the top."""
    known = {unit.code for unit in units}
    placing: dict[str, Tie | None] = {}
    for unit in units:
        ties = (tie for tie in unit.ties if tie.superior in known and not _closes(unit.code, tie.superior, placing))
        placing[unit.code] = next(ties, None)
    return placing


def _closes(code: str, superior: str, placing: dict[str, Tie | None]) -> bool:
    """Whether the unit stands above its superior already."""
    at: str | None = superior
    while at is not None and at != code:
        tie = placing.get(at)
        at = tie.superior if tie else None
    return at == code
