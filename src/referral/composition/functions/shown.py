"""What annexes say of the main text: whether it cites an item, where it tells an entry, which terms are used."""

from typing import Any

from markupsafe import Markup

from referral.composition import inline
from referral.composition.glossary import terms_of
from referral.composition.scene import EXHIBIT_ID, Scene


class ShownFunctions:
    """Known from an earlier rendering, and so for annexes alone: nothing is cited or told in the first."""

    def __init__(self, scene: Scene) -> None:
        self._scene, self._shown = scene, scene.annexes.shown

    def is_cited(self, code: str) -> bool:
        """Whether the main text cites an item of evidence."""
        return f"{EXHIBIT_ID}{code}" in self._shown.cited

    def told_at(self, code: str) -> Markup:
        """A reference to the place in the main text that bears this id; nothing where none does."""
        return inline.reference(code) if code in self._shown.told else Markup()

    def glossary(self) -> list[dict[str, Any]]:
        """The terms that occur in the document, in the order of its alphabet: `term`, and what is known of each."""
        scene = self._scene
        found = [term for term in terms_of(scene) if term.id in self._shown.terms]
        found.sort(key=lambda term: scene.language.sort_key(term.words.casefold()))
        return [
            {"id": t.id, "term": t.words, "meaning": t.meaning, "elsewhere": t.elsewhere, "status": t.status}
            for t in found
        ]
