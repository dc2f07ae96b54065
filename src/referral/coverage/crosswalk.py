"""Support assessed once and read by other charges: of the same element, or of one whose relation allows it.

Charges of one incident share its context whoever is accused, and everything else if the accused is the same. A reading
never changes a state and closes no gap. It says where the support is recorded and why it may be looked at here;
whoever relies on it maps the item anew, or, of what is contextual, writes `read_by` where it was weighed. What was
read by such a decision counts like any mapping, and tells where it was weighed.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from referral.case.model import Bearing, Charge, Mapping, ReadMapping
from referral.coverage.model import ChargeCoverage, Coverage, ElementCoverage, State
from referral.law import Element, Law
from referral.law.model import ElementKind, Relation

SAME = "same"


@dataclass(frozen=True)
class Elsewhere:
    """An element of another charge, and how it stands to the element asked about."""

    charge: str
    element: str
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


@dataclass(frozen=True)
class Reading(Elsewhere):
    """One that something supports."""

    state: State


def read_from(mapping: Mapping, law: Law) -> Elsewhere | None:
    """Where a mapping was weighed that people decided to read here too; None if it was weighed here."""
    if not isinstance(mapping, ReadMapping):
        return None
    return Elsewhere(mapping.weighed_under, mapping.weighed_as, carrying(mapping.weighed_as, mapping.element, law))


def carrying(first: str, second: str, law: Law) -> Relation | None:
    """The relation by which support for the first element may be read for the second; None if there is none."""
    return next((r for r in law.relations_of(first) if r.second == second and r.carries), None)


def readings_for(coverage: Coverage, law: Law, charge_id: str, element_id: str) -> tuple[Reading, ...]:
    """Elements of the other charges whose support may be read for this one, in the order of the charges."""
    own = coverage.of(charge_id)
    if own is None:
        return ()
    element = law.element(element_id)
    related: dict[str, Relation | None] = {element_id: None}
    related |= {r.second: r.turned() for r in law.relations_of(element_id) if r.turned().carries}
    others = (other for other in coverage.charges if other.charge.id != charge_id)
    comparable = (other for other in others if are_comparable(own.charge, other.charge, element))
    here = _read_here(own, element_id)
    return tuple(reading for other in comparable for reading in _of(other, related, here))


def are_comparable(one: Charge, other: Charge, element: Element) -> bool:
    """Only charges of one incident, and but for what is contextual, of one accused: each act has its own context."""
    return one.is_of_one_act_with(other) and (is_shared(element) or one.accused == other.accused)


def is_shared(element: Element) -> bool:
    """Whether it is assessed once for all charges of one act: what is contextual, but nobody's mind or role."""
    return ElementKind.CONTEXT in element.kinds and not element.per_accused


def _of(other: ChargeCoverage, related: dict[str, Relation | None], here: frozenset[str]) -> Iterator[Reading]:
    for covered in other.elements:
        if covered.element.id in related and covered.is_supported and not _is_known_here(covered, here):
            yield Reading(other.charge.id, covered.element.id, related[covered.element.id], covered.state)


def _is_known_here(covered: ElementCoverage, here: frozenset[str]) -> bool:
    """Whether all its support was read from elsewhere itself, or is counted here already."""
    supports = [item.mapping for item in covered.with_bearing(Bearing.SUPPORTS)]
    return bool(supports) and all(isinstance(m, ReadMapping) or m.id in here for m in supports)


def _read_here(own: ChargeCoverage, element_id: str) -> frozenset[str]:
    """What people decided to read for the element already."""
    found = (item.mapping for e in own.elements if e.element.id == element_id for item in e.items)
    return frozenset(mapping.read_from for mapping in found if isinstance(mapping, ReadMapping))
