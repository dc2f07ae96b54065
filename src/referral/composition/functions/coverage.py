"""The coverage of the view's charges as plain data: states, items with their bearing, origins, what is withheld."""

from collections.abc import Callable
from dataclasses import asdict
from functools import cache
from itertools import zip_longest
from typing import Any

from referral.composition.plain import plain
from referral.composition.scene import Scene
from referral.coverage import ElementCoverage, Item
from referral.coverage.chains import Chain, Chains, How
from referral.coverage.crosswalk import Reading, readings_for
from referral.coverage.exclusion import Exclusions
from referral.coverage.next_steps import is_open
from referral.law import in_language
from referral.law.model import Pitfall


def coverage_functions(scene: Scene) -> dict[str, Callable[..., Any]]:
    coverage = scene.view.coverage

    def elements(charge: str) -> list[dict[str, Any]]:
        """The elements of a charge in order, each with its state and the items behind it."""
        covered = coverage.of(charge)
        withheld = coverage.withheld
        found = covered.elements if covered else ()
        return [{"charge": charge, **_element(e, withheld.get((charge, e.element.id), 0))} for e in found]

    def element_rows(charge: str) -> list[dict[str, Any]]:
        """The elements as rows of a matrix: what supports beside what contradicts or qualifies, a pair in each row."""
        return [row for element in elements(charge) for row in _pairs(element)]

    def orphans() -> list[str]:
        """Evidence items on which no mapping rests."""
        return list(coverage.orphans)

    def readings(charge: str, element: str) -> list[dict[str, Any]]:
        """Elements of other charges whose support may be looked at here, with the relation that allows it."""
        return [_reading(r, scene.lang) for r in readings_for(coverage, scene.law, charge, element)]

    def means_of_proof(element: str, standing: str = "usual") -> list[str]:
        """What usually proves an element, or with another standing what does not suffice, or exculpates."""
        found = (scene.law.means_of_proof[name] for name in scene.law.element(element).means_of_proof)
        return [in_language(means.text, scene.lang) for means in found if means.standing == standing]

    def pitfalls(charge: str) -> list[dict[str, str]]:
        """Mistakes that a lawyer would catch at the provisions of a charge and at its elements, each once."""
        covered = coverage.of(charge)
        about = [covered.charge.provision, *(e.element.id for e in covered.elements)] if covered else []
        found = {p.id: p for name in about for p in scene.law.remarks_on(name, Pitfall)}
        return [{"id": p.id, "text": in_language(p.text, scene.lang), "status": p.status.value} for p in found.values()]

    def losses() -> list[dict[str, Any]]:
        """The items that change the state of an element when they are lost alone, each with what it changes."""
        return changed_alone()

    def breaks(charge: str) -> list[list[str]]:
        """The smallest sets of items whose loss opens a gap in a charge; none if that takes more than three."""
        return smallest_sets().get(charge, [])

    def chains(code: str = "") -> list[dict[str, Any]]:
        """How the words of an item or of a fact reached us; without a code, the circles of the case."""
        found = told().of(code) if code else told().circles()
        return [_chain(chain, origin_numbers()) for chain in found]

    @cache
    def told() -> Chains:
        return Chains(scene.view.case)

    @cache
    def origin_numbers() -> dict[str, int]:
        groups = dict.fromkeys(source.origin_group for source in scene.view.case.sources)
        return {group: number for number, group in enumerate(groups, start=1)}

    @cache
    def exclusions() -> Exclusions:
        return Exclusions(scene.view.case, scene.law)

    @cache
    def changed_alone() -> list[dict[str, Any]]:
        found = exclusions().depended_upon()
        return [{"id": item, "changes": [asdict(c) for c in changed]} for item, changed in found.items()]

    @cache
    def smallest_sets() -> dict[str, list[list[str]]]:
        return {found.charge: [sorted(lost) for lost in found.sets] for found in exclusions().breaks()}

    named = (losses, breaks, chains, elements, element_rows, orphans, readings, means_of_proof, pitfalls)
    return {f.__name__: f for f in named}


def _chain(chain: Chain, origin_numbers: dict[str, int]) -> dict[str, Any]:
    steps = [
        {"how": step.how.value, "to": step.to, "kind": step.kind, "number": origin_numbers.get(step.to)}
        for step in chain.steps
    ]
    start = "source" if chain.steps[0].how is How.REPEATS else "evidence"
    return {"start": chain.start, "kind": start, "steps": steps, "is_circle": chain.is_circle}


def _reading(reading: Reading, lang: str) -> dict[str, Any]:
    return {
        "charge": reading.charge,
        "element": reading.element,
        "state": reading.state.value,
        "extent": reading.extent,
        "reason": in_language(reading.reason, lang),
        "confirm": reading.confirm,
    }


def _element(covered: ElementCoverage, withheld: int) -> dict[str, Any]:
    items: dict[str, list[dict[str, Any]]] = {"supports": [], "contradicts": [], "qualifies": [], "context": []}
    for item in covered.items:
        items[item.bearing.value].append(_item(item))
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


def _item(item: Item) -> dict[str, Any]:
    return {**plain(item.mapping), "exhibits": list(item.evidence), "origins": len(item.origins)}
