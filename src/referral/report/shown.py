"""What of a coverage is reported: which charges, at which step of proceedings, without which items."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from referral.coverage import ChargeCoverage, Coverage
from referral.coverage.exclusion import Change
from referral.coverage.standard import holes
from referral.law.model import Standard


@dataclass(frozen=True)
class Shown:
    """Of a coverage some charges, at a step of proceedings or with all their elements.

    `coverage` is what is left without the entries `lost`, which `without` names as they were asked for.
    """

    coverage: Coverage
    charges: Sequence[ChargeCoverage]
    standard: Standard | None = None
    only_holes: bool = False
    without: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    lost: frozenset[str] = frozenset()

    @cached_property
    def asked(self) -> tuple[ChargeCoverage, ...]:
        """The charges with the elements asked for."""
        return tuple(_with_holes(self.charges)) if self.only_holes else tuple(self.charges)

    @cached_property
    def charge_ids(self) -> frozenset[str]:
        """The charges reported, with a gap or without."""
        return frozenset(covered.charge.id for covered in self.charges)

    @cached_property
    def within(self) -> frozenset[tuple[str, str]]:
        """Charge and element of the charges reported, those without a gap too: there a loss opens the next one."""
        return frozenset((c.charge.id, e.element.id) for c in self.charges for e in c.elements)

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Charge and element of everything asked for."""
        return frozenset((c.charge.id, e.element.id) for c in self.asked for e in c.elements)


def _with_holes(charges: Sequence[ChargeCoverage]) -> Iterator[ChargeCoverage]:
    """The charges that have a gap nobody justified, with nothing but those elements."""
    for covered in charges:
        if holes(covered):
            yield replace(covered, elements=tuple(e for e in covered.elements if e.is_hole))
