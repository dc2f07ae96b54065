"""What a case would lose with an item: the elements that change without it, and what it takes to break a charge.

To exclude an item is to treat it as withdrawn: what was made of it falls with it, and a fact falls with its last
citation (see `falling`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from referral.case.falling import Falling
from referral.case.model import Case
from referral.case.shared import read_by_all
from referral.coverage.assess import assess
from referral.coverage.breaks import AT_MOST, Break, Breaking
from referral.coverage.model import ChargeCoverage, Coverage, ElementCoverage, State
from referral.coverage.remains import Remains
from referral.law import Law

__all__ = ["AT_MOST", "Break", "Change", "Exclusions", "changes"]


@dataclass(frozen=True)
class Change:
    """An element whose state is another without the excluded items."""

    charge: str
    element: str
    before: State
    after: State
    opens_hole: bool


def changes(before: Coverage, after: Coverage) -> tuple[Change, ...]:
    """The elements whose state differs, in their order."""
    found = {covered.charge.id: covered for covered in after.charges}
    return tuple(change for one in before.charges for change in _of_charge(one, found.get(one.charge.id)))


def _of_charge(before: ChargeCoverage, after: ChargeCoverage | None) -> Iterator[Change]:
    found = {e.element.id: e for e in after.elements} if after else {}
    for old in before.elements:
        if new := found.get(old.element.id):
            yield from _of_element(before.charge.id, old, new)


def _of_element(charge: str, old: ElementCoverage, new: ElementCoverage) -> Iterator[Change]:
    if new.state is not old.state or new.is_hole != old.is_hole:
        yield Change(charge, old.element.id, old.state, new.state, new.is_hole and not old.is_hole)


class Exclusions:
    """Asks one case what follows when items are lost; each answer costs what the loss reaches, not the whole case."""

    def __init__(self, case: Case, law: Law) -> None:
        case = read_by_all(case)
        falling = Falling(case)
        self._case = case
        self._coverage = assess(case, law)
        self._remains = Remains(case, self._coverage, falling)
        self._breaking = Breaking(case, falling)

    def without(self, lost: Iterable[str]) -> tuple[Change, ...]:
        """What changes if these entries (items, sources, mappings) are excluded."""
        remaining = self._remains.without(list(lost))
        return tuple(change for charge, old, new in remaining for change in _of_element(charge, old, new))

    def depended_upon(self) -> dict[str, tuple[Change, ...]]:
        """What each item changes if it is lost alone; items that change nothing are left out."""
        found = {item.id: self.without([item.id]) for item in self._case.evidence if not item.is_withdrawn}
        return {item: changed for item, changed in found.items() if changed}

    def breaks(self) -> tuple[Break, ...]:
        """For each charge that has an element without a hole, the smallest sets whose loss opens one."""
        return tuple(map(self._breaking.of, self._coverage.charges))
