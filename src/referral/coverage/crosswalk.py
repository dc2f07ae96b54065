"""Support assessed once and read by other charges: of the same element, or of one whose relation allows it.

Charges of one incident share its context whoever is accused, and everything else if the accused is the same. A reading
never changes a state and closes no gap. It says where the support is recorded and why it may be looked at here;
whoever relies on it maps the item anew.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from referral.case.model import Charge
from referral.coverage.model import ChargeCoverage, Coverage, State
from referral.law import Element, Law
from referral.law.model import ElementKind, Relation

SAME = "same"


@dataclass(frozen=True)
class Reading:
    """An element of another charge that something supports, and how it stands to the element asked about."""

    charge: str
    element: str
    state: State
    relation: Relation | None  # told from the other element; None: it is the very same element

    @property
    def extent(self) -> str:
        return self.relation.extent.value if self.relation else SAME

    @property
    def reason(self) -> dict[str, str]:
        """Why it may be read; empty of the same element."""
        return self.relation.reason if self.relation else {}

    @property
    def confirm(self) -> bool:
        return self.relation is not None and self.relation.confirm


def readings_for(coverage: Coverage, law: Law, charge_id: str, element_id: str) -> tuple[Reading, ...]:
    """Elements of the other charges whose support may be read for this one, in the order of the charges."""
    own = coverage.of(charge_id)
    if own is None:
        return ()
    element = law.element(element_id)
    related: dict[str, Relation | None] = {element_id: None}
    related |= {r.second: r.turned() for r in law.relations_of(element_id) if r.turned().carries}
    others = (other for other in coverage.charges if other.charge.id != charge_id)
    return tuple(r for other in others if _comparable(own.charge, other.charge, element) for r in _of(other, related))


def _comparable(one: Charge, other: Charge, element: Element) -> bool:
    """Only charges of one incident, and but for what is contextual, of one accused: each act has its own context."""
    if one.invented != other.invented or not set(one.incidents) & set(other.incidents):
        return False
    shared = ElementKind.CONTEXT in element.kinds and not element.per_accused
    return shared or _accused(one) == _accused(other)


def _accused(charge: Charge) -> tuple[object, ...]:
    return charge.person, charge.unit, charge.unknown


def _of(other: ChargeCoverage, related: dict[str, Relation | None]) -> Iterator[Reading]:
    for covered in other.elements:
        if covered.element.id in related and covered.is_supported:
            yield Reading(other.charge.id, covered.element.id, covered.state, related[covered.element.id])
