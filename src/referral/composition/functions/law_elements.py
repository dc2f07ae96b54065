"""The wording of elements in documents, and whose it is: an authority's, or our own label (design.md 2.4)."""

from typing import Any

from referral.composition.functions.law import LawFunctions
from referral.composition.scene import Scene
from referral.law import element_wording
from referral.law.model import Status


class LawElementFunctions:
    """Elements by id; a breakdown that must be checked is an open point."""

    def __init__(self, scene: Scene) -> None:
        self._scene, self._law = scene, scene.law
        self._cite_law = LawFunctions(scene).cite_law

    def element_text(self, element: str) -> dict[str, Any]:
        """Wording of an element in the document's language, or our own label; `official` is the authority's wording."""
        entry = self._law.element(element)
        provision = self._law.provision_of(element).id
        shown = element_wording(entry, self._scene.lang)
        if not entry.is_official or entry.status is Status.KNOWN:
            self._scene.check_law("open.breakdown_check", self._cite_law(provision))
        return {
            "text": shown.text,
            "official": next(iter(entry.text.values())),
            "official_lang": next(iter(entry.text)),
            "is_official": entry.is_official,
            "is_own_translation": shown.is_own_translation,
            "kinds": [kind.value for kind in entry.kinds],
            "number": entry.number,
            "provision": provision,
            "status": shown.status.value,
        }
