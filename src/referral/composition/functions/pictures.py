"""Photographs, and single frames of recordings, as rows of a table; the facts that cite them tell what they show."""

from collections.abc import Iterator
from typing import Any

from referral.case.model import EvidenceKind
from referral.case.model.base import LocatorType
from referral.composition.scene import Scene

Entry = dict[str, Any]
_WHOLE = (EvidenceKind.PHOTO.value, EvidenceKind.SATELLITE.value)


class PictureFunctions:
    """Pictures are described and never reproduced: a file may show more than its recipient may see."""

    def __init__(self, scene: Scene) -> None:
        self._case = scene.case

    def pictures(self) -> list[Entry]:
        """The pictures in the order of the annex: `number`, `item`, `locator` of a frame or none, `facts` on it."""
        found = [row for item in self._case["evidence"] for row in self._rows(item)]
        return [{"number": n, **row} for n, row in enumerate(found, start=1)]

    def _rows(self, item: Entry) -> Iterator[Entry]:
        """An item that is one picture, whatever part of it is cited; of a recording each frame that a fact cites."""
        citing = [(fact, c["locator"]) for fact in self._case["facts"] for c in fact["citations"] if _cites(c, item)]
        if item["kind"] in _WHOLE:
            yield {"item": item, "locator": None, "facts": _each_once([fact for fact, _ in citing])}
            return
        framed = [(fact, locator) for fact, locator in citing if locator["type"] == LocatorType.FRAME.value]
        for locator in sorted((frame for _, frame in framed), key=_by_value):
            shown = [fact for fact, frame in framed if frame["value"] == locator["value"]]
            framed = [(fact, frame) for fact, frame in framed if frame["value"] != locator["value"]]
            if shown:
                yield {"item": item, "locator": locator, "facts": _each_once(shown)}


def _cites(citation: Entry, item: Entry) -> bool:
    return bool(citation["evidence"] == item["id"])


def _by_value(locator: Entry) -> tuple[int, str]:
    return len(locator["value"]), locator["value"]


def _each_once(facts: list[Entry]) -> list[Entry]:
    return list({fact["id"]: fact for fact in facts}.values())
