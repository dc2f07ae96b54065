"""The fewest items whose loss opens a hole in a charge: exact up to a number of items, and beyond it not looked for."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from referral.case.falling import Falling, is_standing
from referral.case.model import Bearing, Case, Mapping
from referral.case.reachable import reachable
from referral.coverage.model import ChargeCoverage

AT_MOST = 3  # items; what needs more to break is said to need more than that
_COMPARED = 50  # mappings of which we ask whether one item could fell several; asking of more finds no other sets


@dataclass(frozen=True)
class Break:
    """The smallest sets of items whose loss leaves an element of a charge unsupported; none: more than `AT_MOST`."""

    charge: str
    sets: tuple[frozenset[str], ...]


class Breaking:
    """Looks for sets of items without which nothing supports an element, nor what may stand in its place."""

    def __init__(self, case: Case, falling: Falling) -> None:
        self._falling = falling
        self._items = {item.id: item for item in case.evidence}
        self._facts = {fact.id: fact for fact in case.facts}

    def of(self, covered: ChargeCoverage) -> Break:
        groups = list(_supports(covered))
        for size in range(1, AT_MOST + 1):
            found = {lost for group in groups for lost in self._sets(group, frozenset(), size)}
            if found:
                return Break(covered.charge.id, tuple(sorted(found, key=sorted)))
        return Break(covered.charge.id, ())

    def _sets(self, supports: Sequence[Mapping], lost: frozenset[str], left: int) -> Iterator[frozenset[str]]:
        """Sets of at most `left` more items after whose loss none of the mappings stands.

        Whatever still stands must lose its grounds, so that we may begin with any of it: with what has the fewest.
        """
        gone = self._falling.without(lost)
        standing = [mapping for mapping in supports if mapping.id not in gone]
        if not standing:
            yield lost
        elif left:
            for item in sorted(self._to_begin_with(standing, gone, left)):
                yield from self._sets(standing, lost | {item}, left - 1)

    def _to_begin_with(self, standing: Sequence[Mapping], gone: Container[str], left: int) -> set[str]:
        """The grounds of the mapping that has the fewest; none if more mappings than `left` share no ground at all."""
        fewest, seen, apart = set[str](), set[str](), 0
        for mapping in islice(standing, _COMPARED):
            grounds = self._grounds(mapping, gone)
            fewest = min(fewest or grounds, grounds, key=len)
            if seen.isdisjoint(grounds):
                seen |= grounds
                apart += 1
            if apart > left:
                return set()
        return fewest

    def _grounds(self, mapping: Mapping, gone: Container[str]) -> set[str]:
        """Items of which one at least must be lost before the mapping falls.

        A fact falls with all its citations or all its premises: of each kind the first is lost then.
        """
        cited = [mapping.evidence] if mapping.evidence else []
        fact, seen = mapping.fact, set[str]()
        while fact and fact not in seen:
            seen.add(fact)
            cited += [c.evidence for c in self._facts[fact].citations if is_standing(c, gone)][:1]
            fact = next((code for code in self._facts[fact].inferred_from if code not in gone), None)
        return reachable(cited, lambda code: self._items[code].made_of)


def _supports(covered: ChargeCoverage) -> Iterator[list[Mapping]]:
    """What keeps each element from being a hole: its support and that of its alternatives."""
    by_id = {e.element.id: e for e in covered.elements}
    open_to_loss = (e for e in covered.elements if not (e.is_hole or e.justified))
    groups = ((e.element.id, *e.alternatives) for e in open_to_loss)
    for group in dict.fromkeys(tuple(sorted(name for name in group if by_id[name].is_supported)) for group in groups):
        yield [item.mapping for name in group for item in by_id[name].with_bearing(Bearing.SUPPORTS)]
