"""What rests on an exhibit: facts and numbers that cite it, elements it goes to, corrections; and what opposes what."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any, TypeVar

from referral.composition.scene import Scene
from referral.coverage import Item

Entry = dict[str, Any]
Key = TypeVar("Key")
_OPPOSING = ("contradicts", "qualifies")


def use_functions(scene: Scene) -> dict[str, Callable[..., Any]]:
    """The indexes are made once for a document, because long annexes ask for every exhibit."""

    @cache
    def citing(section: str) -> dict[str, list[Entry]]:
        return _by_evidence(scene.case[section])

    @cache
    def uses() -> dict[str, list[Entry]]:
        return _grouped(_uses(scene))

    @cache
    def opposing() -> dict[tuple[str, str], list[Entry]]:
        found = (m for m in _mappings(scene) if m["bearing"] in _OPPOSING)
        return _grouped(((m["charge"], m["element"]), m) for m in found)

    @cache
    def corrections() -> dict[str, list[Entry]]:
        return _grouped((c["citation"]["evidence"], c) for c in scene.case["corrections"])

    @cache
    def opposed() -> dict[str, list[str]]:
        return _both_ways(scene.case)

    def facts_citing(code: str) -> list[Entry]:
        """Facts that cite an item; `here` holds their citations of that very item."""
        return citing("facts").get(code, [])

    def quantities_citing(code: str) -> list[Entry]:
        """Quantity claims that cite an item; `here` holds their citations of that very item."""
        return citing("quantities").get(code, [])

    def uses_of(code: str) -> list[Entry]:
        """Where an item is set against an element, itself or through a fact: `charge`, `element`, and the mapping."""
        return uses().get(code, [])

    def uses_by_element(code: str) -> list[Entry]:
        """The same, gathered by element: `charge`, `element`, and the `mappings` there."""
        grouped = _grouped(((m["charge"], m["element"]), m) for m in uses_of(code))
        return [
            {"charge": charge, "element": element, "mappings": found} for (charge, element), found in grouped.items()
        ]

    def opposing_items() -> list[Entry]:
        """Every mapping that contradicts or qualifies an element, in the order of charges and elements."""
        return [m for found in opposing().values() for m in found]

    def opposing_on(charge: str, element: str) -> list[Entry]:
        """The mappings that contradict or qualify one element."""
        return opposing().get((charge, element), [])

    def corrections_of(code: str) -> list[Entry]:
        """What is wrong or loose in the statements of law of an item."""
        return corrections().get(code, [])

    def opposed_to(code: str) -> list[str]:
        """Ids of the facts or quantity claims that differ from this one, whichever of the two says so."""
        return opposed().get(code, [])

    selections = (facts_citing, quantities_citing, uses_of, uses_by_element)
    named = (*selections, opposing_items, opposing_on, corrections_of, opposed_to)
    return {f.__name__: f for f in named}


def _by_evidence(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    found: dict[str, dict[str, Entry]] = defaultdict(dict)
    for entry in entries:
        for citation in entry["citations"]:
            cited = found[citation["evidence"]].setdefault(entry["id"], {**entry, "here": []})
            cited["here"].append(citation)
    return {code: list(cited.values()) for code, cited in found.items()}


def _items(scene: Scene) -> Iterator[Item]:
    return (item for c in scene.view.coverage.charges for element in c.elements for item in element.items)


def _mappings(scene: Scene) -> Iterator[Entry]:
    return (scene.by_id[item.mapping.id] for item in _items(scene))


def _uses(scene: Scene) -> Iterator[tuple[str, Entry]]:
    return ((code, scene.by_id[item.mapping.id]) for item in _items(scene) for code in item.evidence)


def _both_ways(case: Entry) -> dict[str, list[str]]:
    pairs = [(f["id"], other) for f in case["facts"] for other in f["contradicts"]]
    pairs += [(q["id"], other) for q in case["quantities"] for other in q["conflicts_with"]]
    return {key: list(dict.fromkeys(found)) for key, found in _grouped(pairs + [(b, a) for a, b in pairs]).items()}


def _grouped(pairs: Iterable[tuple[Key, Any]]) -> dict[Key, list[Any]]:
    found: dict[Key, list[Any]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return dict(found)
