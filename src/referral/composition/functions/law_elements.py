"""The wording of elements in documents, and whose it is: an authority's, or our own label (design.md 2.4)."""

from typing import Any

from referral.composition.functions.law import LawFunctions
from referral.composition.scene import Scene
from referral.law import element_wording
from referral.law.model import Element, Status


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
            "in_another_language": self._elsewhere(entry) if shown.text is None else None,
            "is_official": entry.is_official,
            "is_own_translation": shown.is_own_translation,
            "kinds": [kind.value for kind in entry.kinds],
            "number": entry.number,
            "provision": provision,
            "status": shown.status.value,
        }

    def _elsewhere(self, entry: Element) -> dict[str, str] | None:
        """The wording by its language, if it may be printed: the authority's, or ours as its readers best read it."""
        besides = () if entry.is_official else self._scene.language.read_besides
        found = ((lang, element_wording(entry, lang).text) for lang in (*besides, *entry.text))
        return next(({lang: text} for lang, text in found if text), None)
