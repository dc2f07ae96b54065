"""What a case would lose with an item: coverage without it, and the fewest items whose loss opens a hole in a charge.

To exclude an item is to treat it as withdrawn: what was made of it falls with it, and a fact falls with its last
citation (see `in_force`).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from referral.case.in_force import withdrawn
from referral.case.model import Bearing, Case
from referral.coverage.assess import assess
from referral.coverage.model import ChargeCoverage, Coverage, ElementCoverage, State
from referral.coverage.origins import parents
from referral.law import Law

AT_MOST = 3  # items; what needs more to break is said to need more than that


@dataclass(frozen=True)
class Change:
    """An element whose state is another without the excluded items."""

    charge: str
    element: str
    before: State
    after: State
    opens_hole: bool


@dataclass(frozen=True)
class Break:
    """The smallest sets of items whose loss leaves an element of a charge unsupported; none: more than `AT_MOST`."""

    charge: str
    sets: tuple[frozenset[str], ...]


def changes(before: Coverage, after: Coverage) -> tuple[Change, ...]:
    """The elements whose state differs, in their order."""
    return tuple(change for one in before.charges for change in _of_charge(one, after.of(one.charge.id)))


def _of_charge(before: ChargeCoverage, after: ChargeCoverage | None) -> Iterator[Change]:
    found = {e.element.id: e for e in after.elements} if after else {}
    for old in before.elements:
        new = found.get(old.element.id)
        if new and (new.state is not old.state or new.is_hole != old.is_hole):
            opens = new.is_hole and not old.is_hole
            yield Change(before.charge.id, old.element.id, old.state, new.state, opens)


class Exclusions:
    """Asks one case what follows when items are lost."""

    def __init__(self, case: Case, law: Law) -> None:
        self._case, self._law = case, law
        self._above = {item.id: parents(item) for item in case.evidence}
        self._coverage = assess(case, law)

    def without(self, lost: Iterable[str]) -> tuple[Change, ...]:
        """What changes if these entries (items, sources, mappings) are excluded."""
        return changes(self._coverage, assess(self._case, self._law, frozenset(lost)))

    def depended_upon(self) -> dict[str, tuple[Change, ...]]:
        """What each item changes if it is lost alone; items that change nothing are left out."""
        found = {item.id: self.without([item.id]) for item in self._case.evidence if not item.is_withdrawn}
        return {item: changed for item, changed in found.items() if changed}

    def breaks(self) -> tuple[Break, ...]:
        """For each charge that has an element without a hole, the smallest sets whose loss opens one."""
        return tuple(Break(covered.charge.id, self._smallest(covered)) for covered in self._coverage.charges)

    def _smallest(self, covered: ChargeCoverage) -> tuple[frozenset[str], ...]:
        groups = list(_supported(covered))
        for size in range(1, AT_MOST + 1):
            found = {lost for group in groups for lost in self._sets(group, frozenset(), size)}
            if found:
                return tuple(sorted(found, key=sorted))
        return ()

    def _sets(self, group: list[ElementCoverage], lost: frozenset[str], left: int) -> Iterator[frozenset[str]]:
        """Sets of at most `left` more items after whose loss nothing supports the group.

        Whatever still supports it must lose each of its grounds, so that any one ground may be taken first.
        """
        ground = self._standing_ground(group, lost)
        if ground is None:
            yield lost
        elif left:
            for item in sorted(self._with_ancestors(ground)):
                yield from self._sets(group, lost | {item}, left - 1)

    def _standing_ground(self, group: list[ElementCoverage], lost: frozenset[str]) -> str | None:
        gone = withdrawn(self._case, lost)
        supports = (item for element in group for item in element.with_bearing(Bearing.SUPPORTS))
        standing = (code for i in supports if i.mapping.id not in gone for code in i.evidence if code not in gone)
        return next(standing, None)

    def _with_ancestors(self, item: str) -> set[str]:
        reached, waiting = set[str](), [item]
        while waiting:
            current = waiting.pop()
            if current not in reached:
                reached.add(current)
                waiting += self._above[current]
        return reached


def _supported(covered: ChargeCoverage) -> Iterator[list[ElementCoverage]]:
    """The elements that must not lose their support: each alone, alternatives of one another together."""
    by_id = {e.element.id: e for e in covered.elements}
    groups: dict[frozenset[str], list[ElementCoverage]] = defaultdict(list)
    for element in covered.elements:
        if element.is_supported and not element.justified:
            together = frozenset({element.element.id, *element.alternatives})
            groups[together] = [by_id[name] for name in sorted(together)]
    yield from groups.values()
