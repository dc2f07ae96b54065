"""Photographs, and single frames of recordings, as rows of a table; the facts that cite them tell what they show."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from referral.case.model import EvidenceKind
from referral.case.model.base import LocatorType
from referral.composition.scene import Scene

Entry = dict[str, Any]
Cited = tuple[Entry, Entry]  # a fact and the place that it cites
_WHOLE = (EvidenceKind.PHOTO.value, EvidenceKind.SATELLITE.value)


class PictureFunctions:
    """Pictures are described and never reproduced: a file may show more than its recipient may see."""

    def __init__(self, scene: Scene) -> None:
        self._case = scene.case

    def pictures(self) -> list[Entry]:
        """The pictures in the order of the annex: `number`, `item`, `locator` of a frame or none, `facts` on it."""
        citing: dict[str, list[Cited]] = defaultdict(list)
        for fact in self._case["facts"]:
            for citation in fact["citations"]:
                citing[citation["evidence"]].append((fact, citation["locator"]))
        found = [row for item in self._case["evidence"] for row in _rows(item, citing[item["id"]])]
        return [{"number": n, **row} for n, row in enumerate(found, start=1)]


def _rows(item: Entry, citing: list[Cited]) -> Iterator[Entry]:
    """An item that is one picture, whatever part of it is cited; of a recording each frame that a fact cites."""
    if item["kind"] in _WHOLE:
        yield {"item": item, "locator": None, "facts": _each_once([fact for fact, _ in citing])}
        return
    framed = [(fact, locator) for fact, locator in citing if locator["type"] == LocatorType.FRAME.value]
    first = {locator["value"]: locator for _, locator in reversed(framed)}
    for locator in sorted(first.values(), key=_by_value):
        shown = [fact for fact, frame in framed if frame["value"] == locator["value"]]
        yield {"item": item, "locator": locator, "facts": _each_once(shown)}


def _by_value(locator: Entry) -> tuple[int, str]:
    return len(locator["value"]), locator["value"]


def _each_once(facts: list[Entry]) -> list[Entry]:
    return list({fact["id"]: fact for fact in facts}.values())
