"""Case + law → coverage, by the published rules of section 11 of the evidence standards."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from referral.case.in_force import withdrawn
from referral.case.model import Bearing, Case, Charge, JustifiedGap, Mapping, Strength, Tier
from referral.case.shared import read_by_all
from referral.coverage.model import ChargeCoverage, Coverage, ElementCoverage, Item, State
from referral.coverage.origins import FactOrigins, OriginIndex, independent
from referral.law import Law
from referral.law.model import Element

_WEIGHTY = frozenset({Strength.STRONG, Strength.MODERATE})
_Items = dict[tuple[str, str], list[Item]]  # by charge and element
_Gaps = dict[tuple[str, str], JustifiedGap]


def assess(case: Case, law: Law, excluded: frozenset[str] = frozenset()) -> Coverage:
    """The coverage of every charge. The case must be free of errors. What is `excluded` counts as withdrawn."""
    case = read_by_all(case)
    gone = withdrawn(case, excluded)
    items = _items_by_element(case, gone)
    gaps = {(g.charge, g.element): g for g in case.justified_gaps if not g.is_withdrawn}
    charges = tuple(_charge(c, law, items, gaps) for c in case.charges if not c.is_withdrawn)
    return Coverage(charges, _orphans(case, items, gone))


def elements_of_charge(charge: Charge, law: Law) -> tuple[Element, ...]:
    """The elements of the provision charged, then those of the mode of liability and of acting in a group."""
    return tuple(element for provision in charge.provisions for element in law.elements_of(provision))


def is_known(charge: Charge, law: Law) -> bool:
    """Whether the library has every provision of which a charge takes its elements."""
    return all(law.has_provision(p) for p in charge.provisions)


def state_of(items: Sequence[Item], origins: int) -> State:
    """The state of an element from its items and the number of independent origins that support it.

    A contradiction of weight without an answer goes before all else: what nothing supports is contested all the same.
    """
    if any(is_open_contradiction(item.mapping) for item in items):
        return State.CONTESTED
    supports = [item for item in items if item.bearing is Bearing.SUPPORTS]
    if not supports:
        has_context = any(item.bearing in (Bearing.CONTEXT, Bearing.QUALIFIES) for item in items)
        return State.CONTEXT_ONLY if has_context else State.GAP
    if all(item.mapping.tier is not Tier.PRIMARY for item in supports):
        return State.SECONDARY_ONLY
    return State.CORROBORATED if origins > 1 else State.UNCORROBORATED


def is_open_contradiction(mapping: Mapping) -> bool:
    """Whether a contradiction of weight stands without an answer."""
    return mapping.bearing is Bearing.CONTRADICTS and mapping.strength in _WEIGHTY and mapping.answer is None


def _items_by_element(case: Case, gone: frozenset[str]) -> _Items:
    index = OriginIndex(case)
    facts = FactOrigins(index, gone)
    items: _Items = defaultdict(list)
    for mapping in case.mappings:
        if mapping.id not in gone:
            items[mapping.charge, mapping.element].append(item_of(mapping, index, facts))
    return items


def item_of(mapping: Mapping, index: OriginIndex, facts: FactOrigins) -> Item:
    """A mapping in force with the evidence it rests on, and whose words that is."""
    if mapping.evidence:
        return Item(mapping, (mapping.evidence,), frozenset({index.of_evidence(mapping.evidence)}))
    fact = mapping.fact or ""
    return Item(mapping, facts.cited(fact), facts.of(fact))


def _charge(charge: Charge, law: Law, items: _Items, gaps: _Gaps) -> ChargeCoverage:
    elements = elements_of_charge(charge, law)
    found = [element_of(e, items.get((charge.id, e.id), ()), gaps.get((charge.id, e.id))) for e in elements]
    return ChargeCoverage(charge, tuple(_with_alternatives(e, found, law) for e in found))


def element_of(element: Element, items: Sequence[Item], justified: JustifiedGap | None) -> ElementCoverage:
    """An element with the items in force that are set against it; its alternatives are not looked at."""
    supports = [item for item in items if item.bearing is Bearing.SUPPORTS]
    origins = independent(origin for item in supports for origin in item.origins)
    return ElementCoverage(element, state_of(items, origins), tuple(items), origins, justified)


def _with_alternatives(covered: ElementCoverage, others: Iterable[ElementCoverage], law: Law) -> ElementCoverage:
    group = _group(covered.element, law)
    if group is None:
        return covered
    same = (other.element.id for other in others if other.is_supported and _group(other.element, law) == group)
    return replace(covered, alternatives=tuple(code for code in same if code != covered.element.id))


def _group(element: Element, law: Law) -> tuple[str, str] | None:
    """Provision and name of a group of alternatives; two provisions may use one name."""
    name = element.alternatives_group
    return (law.provision_of(element.id).id, name) if name else None


def _orphans(case: Case, items: _Items, gone: frozenset[str]) -> tuple[str, ...]:
    used = {evidence for found in items.values() for item in found for evidence in item.evidence} | gone
    return tuple(e.id for e in case.evidence if e.id not in used)
