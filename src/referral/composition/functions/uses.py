"""What rests on an exhibit: facts and numbers that cite it, elements it goes to, corrections; and what opposes what."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any, TypeVar

from referral.composition.scene import Scene
from referral.coverage import Item

Entry = dict[str, Any]
Key = TypeVar("Key")
_OPPOSING = ("contradicts", "qualifies")


class UseFunctions:
    """The indexes are made once for a document, because long annexes ask for every exhibit."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def facts_citing(self, code: str) -> list[Entry]:
        """Facts that cite an item; `here` holds their citations of that very item."""
        return self._facts.get(code, [])

    def quantities_citing(self, code: str) -> list[Entry]:
        """Quantity claims that cite an item; `here` holds their citations of that very item."""
        return self._quantities.get(code, [])

    def uses_of(self, code: str) -> list[Entry]:
        """Where an item is set against an element, itself or through a fact: `charge`, `element`, and the mapping."""
        return self._uses.get(code, [])

    def uses_by_element(self, code: str) -> list[Entry]:
        """The same, gathered by element: `charge`, `element`, and the `mappings` there."""
        grouped = _grouped(((m["charge"], m["element"]), m) for m in self.uses_of(code))
        return [
            {"charge": charge, "element": element, "mappings": found} for (charge, element), found in grouped.items()
        ]

    def opposing_items(self) -> list[Entry]:
        """Every mapping that contradicts or qualifies an element, in the order of charges and elements."""
        return [m for found in self._opposing.values() for m in found]

    def opposing_on(self, charge: str, element: str) -> list[Entry]:
        """The mappings that contradict or qualify one element."""
        return self._opposing.get((charge, element), [])

    def corrections_of(self, code: str) -> list[Entry]:
        """What is wrong or loose in the statements of law of an item."""
        return self._corrections.get(code, [])

    def opposed_to(self, code: str) -> list[str]:
        """Ids of the facts or quantity claims that differ from this one, whichever of the two says so."""
        return self._opposed.get(code, [])

    @cached_property
    def _facts(self) -> dict[str, list[Entry]]:
        return _by_evidence(self._scene.case["facts"])

    @cached_property
    def _quantities(self) -> dict[str, list[Entry]]:
        return _by_evidence(self._scene.case["quantities"])

    @cached_property
    def _uses(self) -> dict[str, list[Entry]]:
        return _grouped(_uses(self._scene))

    @cached_property
    def _opposing(self) -> dict[tuple[str, str], list[Entry]]:
        found = (m for m in _mappings(self._scene) if m["bearing"] in _OPPOSING)
        return _grouped(((m["charge"], m["element"]), m) for m in found)

    @cached_property
    def _corrections(self) -> dict[str, list[Entry]]:
        return _grouped((c["citation"]["evidence"], c) for c in self._scene.case["corrections"])

    @cached_property
    def _opposed(self) -> dict[str, list[str]]:
        return _both_ways(self._scene.case)


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
