"""The coverage of the view's charges as plain data: states, items with their bearing, origins, what is withheld."""

from dataclasses import asdict
from itertools import zip_longest
from typing import Any

from referral.case.model import Mapping
from referral.composition.plain import plain
from referral.composition.scene import Scene
from referral.coverage import ElementCoverage, Item
from referral.coverage.crosswalk import Reading, read_from, readings_for
from referral.coverage.limbs import LimbCoverage, choices_of, unsaid_of
from referral.coverage.next_steps import is_open
from referral.law import Law, in_language
from referral.law.model import Pitfall


class CoverageFunctions:
    """Charges and their elements with what is behind them, and what the library says of proving them."""

    def __init__(self, scene: Scene) -> None:
        self._coverage, self._law, self._lang = scene.view.coverage, scene.law, scene.lang

    def elements(self, charge: str) -> list[dict[str, Any]]:
        """The elements of a charge in order, each with its state and the items behind it."""
        covered = self._coverage.of(charge)
        withheld = self._coverage.withheld
        found = covered.elements if covered else ()
        return [
            {"charge": charge, **_element(e, (charge, e.element.id) in withheld, self._law, self._lang)} for e in found
        ]

    def element_rows(self, charge: str) -> list[dict[str, Any]]:
        """The elements as rows of a matrix: what supports beside what contradicts or qualifies, a pair in each row."""
        return [row for element in self.elements(charge) for row in _pairs(element)]

    def limbs(self, charge: str, element: str) -> dict[str, Any]:
        """The alternatives within an element, choice by choice, and under `unsaid` the mappings that name none."""
        covered = self._coverage.of(charge)
        found = next((e for e in covered.elements if e.element.id == element), None) if covered else None
        if found is None:
            return {"choices": [], "unsaid": None}
        choices = [[_limb(one, self._lang) for one in choice.limbs] for choice in choices_of(found)]
        unsaid = unsaid_of(found)
        return {"choices": choices, "unsaid": None if unsaid.is_empty else asdict(unsaid)}

    def orphans(self) -> list[str]:
        """Evidence items on which no mapping rests."""
        return list(self._coverage.orphans)

    def readings(self, charge: str, element: str) -> list[dict[str, Any]]:
        """Elements of other charges whose support may be looked at here, with the relation that allows it."""
        return [_reading(r, self._lang) for r in readings_for(self._coverage, self._law, charge, element)]

    def means_of_proof(self, element: str, standing: str = "usual") -> list[str]:
        """What usually proves an element, or with another standing what does not suffice, or exculpates."""
        found = (self._law.means_of_proof[name] for name in self._law.element(element).means_of_proof)
        return [in_language(means.text, self._lang) for means in found if means.standing == standing]

    def pitfalls(self, charge: str) -> list[dict[str, str]]:
        """Mistakes that a lawyer would catch at the provisions of a charge and at its elements, each once."""
        covered = self._coverage.of(charge)
        about = [covered.charge.provision, *(e.element.id for e in covered.elements)] if covered else []
        found = {p.id: p for name in about for p in self._law.remarks_on(name, Pitfall)}
        return [{"id": p.id, "text": in_language(p.text, self._lang), "status": p.status.value} for p in found.values()]


def _limb(covered: LimbCoverage, lang: str) -> dict[str, Any]:
    return {"label": in_language(covered.limb.label, lang), **asdict(covered.bears)}


def _reading(reading: Reading, lang: str) -> dict[str, Any]:
    return {
        "charge": reading.charge,
        "element": reading.element,
        "state": reading.state.value,
        "extent": reading.extent,
        "reason": in_language(reading.reason, lang),
        "confirm": reading.confirm,
    }


def _element(covered: ElementCoverage, withheld: bool, law: Law, lang: str) -> dict[str, Any]:
    items: dict[str, list[dict[str, Any]]] = {"supports": [], "contradicts": [], "qualifies": [], "context": []}
    for item in covered.items:
        items[item.bearing.value].append(_item(item, law, lang))
    return {
        "id": covered.element.id,
        "state": covered.state.value,
        "origins": covered.origins,
        "withheld": withheld,
        "justified": plain(covered.justified),
        "is_hole": covered.is_hole,
        "is_reason_withheld": covered.is_reason_withheld,
        "is_open": is_open(covered),
        **items,
    }


def _pairs(element: dict[str, Any]) -> list[dict[str, Any]]:
    supporting = element["supports"] + element["context"]
    opposing = element["contradicts"] + element["qualifies"]
    pairs = list(zip_longest(supporting, opposing)) or [(None, None)]
    return [{"element": element, "is_first": n == 0, "supporting": s, "opposing": o} for n, (s, o) in enumerate(pairs)]


def _item(item: Item, law: Law, lang: str) -> dict[str, Any]:
    told = {"exhibits": list(item.evidence), "origins": len(item.origins)}
    return {**plain(item.mapping), **told, "read_from": _read_from(item.mapping, law, lang)}


def _read_from(mapping: Mapping, law: Law, lang: str) -> dict[str, Any] | None:
    """Where an item was weighed that is read here, and the relation that carries it; None if it was weighed here."""
    there = read_from(mapping, law)
    if there is None:
        return None
    return {
        "charge": there.charge,
        "element": there.element,
        "extent": there.extent,
        "reason": in_language(there.reason, lang),
        "confirm": there.confirm,
        "relation": there.relation.id if there.relation else None,
    }
