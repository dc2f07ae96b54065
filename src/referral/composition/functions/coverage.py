"""The coverage of the view's charges as plain data: states, items with their bearing, origins, what is withheld."""

from collections.abc import Callable
from itertools import zip_longest
from typing import Any

from referral.composition.plain import plain
from referral.composition.scene import Scene
from referral.coverage import ElementCoverage, Item


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

    def elements_shown_by(evidence: str) -> list[str]:
        """The ids of the elements that an item goes to, each once, in order."""
        found = (e.element.id for c in coverage.charges for e in c.elements for i in e.items if evidence in i.evidence)
        return list(dict.fromkeys(found))

    return {f.__name__: f for f in (elements, element_rows, orphans, elements_shown_by)}


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
        **items,
    }


def _pairs(element: dict[str, Any]) -> list[dict[str, Any]]:
    supporting = element["supports"] + element["context"]
    opposing = element["contradicts"] + element["qualifies"]
    pairs = list(zip_longest(supporting, opposing)) or [(None, None)]
    return [{"element": element, "is_first": n == 0, "supporting": s, "opposing": o} for n, (s, o) in enumerate(pairs)]


def _item(item: Item) -> dict[str, Any]:
    return {**plain(item.mapping), "exhibits": list(item.evidence), "origins": len(item.origins)}
