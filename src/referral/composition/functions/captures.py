"""What published standards ask of captures and recordings, and what of it an item shows, as plain data."""

from itertools import groupby
from typing import Any

from referral.composition.scene import Scene
from referral.coverage.captures import CaptureMet, Unmet, captures_met, unmet_minimums
from referral.law import Status, in_language
from referral.law.model import Kept

Data = dict[str, Any]


class CaptureFunctions:
    """Standards of capture, for the items that this recipient sees, and no more than he sees of them."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._items = {item.id: item for item in scene.view.case.evidence}

    def capture_standards(self, code: str) -> list[Data]:
        """Each `standard` that is about an item: what of it is `shown` and `lacking`, and whether it was read whole."""
        met = [one for one in captures_met(self._items[code], self._scene.law) if self._may_be_told(one)]
        by_standard = groupby(met, key=lambda one: in_language(one.requirement.standard, self._scene.lang))
        return [_standard(name, list(group), self._scene.lang) for name, group in by_standard]

    def unmet_minimums(self) -> list[Data]:
        """What a standard itself calls a minimum and items lack, for those who draw up the case; others see less."""
        if not self._scene.view.profile.is_own:
            return []
        found = unmet_minimums(self._scene.view.case, self._scene.law)
        return [_unmet(one, self._scene.lang) for one in found]

    def _may_be_told(self, met: CaptureMet) -> bool:
        """A wide circle is not told of chains of custody; what is uncertain is printed nowhere."""
        is_kept_back = met.requirement.shown_by is Kept.CUSTODY and self._scene.view.profile.is_wide
        return not is_kept_back and met.requirement.status is not Status.UNCERTAIN


def _standard(name: str, met: list[CaptureMet], lang: str) -> Data:
    told: Data = {"shown": [], "lacking": []}
    for one in met:
        asked = {"text": in_language(one.requirement.text, lang), "place": one.requirement.place or ""}
        told["shown" if one.is_shown else "lacking"].append(asked)
    is_read = all(one.requirement.status is not Status.KNOWN for one in met)
    return {"standard": name, "is_read": is_read, **told}


def _unmet(found: Unmet, lang: str) -> Data:
    asked = found.requirement
    return {
        "standard": in_language(asked.standard, lang),
        "place": asked.place or "",
        "text": in_language(asked.text, lang),
        "status": asked.status.value,
        "items": list(found.items),
    }
