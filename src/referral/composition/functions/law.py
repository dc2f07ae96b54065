"""Provisions in documents: how they are cited, what they are, which parts they have."""

from typing import Any

from referral.composition.scene import Scene


class LawFunctions:
    """Provisions by id; citations in the document's language."""

    def __init__(self, scene: Scene) -> None:
        self._law, self._language = scene.law, scene.language

    def cite_law(self, provision: str, form: str = "short") -> str:
        """A provision cited in the document's language and in the form that the sentence needs."""
        return self._law.cite(provision, self._language.code, form, superscript=True)

    def cite_laws(self, provisions: list[str], form: str = "short") -> str:
        """Several provisions, those that follow one another as one range."""
        return "; ".join(self._language.ranges(self.cite_law(p, form) for p in provisions))

    def provision_info(self, provision: str) -> dict[str, Any]:
        entry = self._law.provision(provision)
        instrument = self._law.instrument_of(provision)
        return {
            "kind": entry.kind.value,
            "forum": instrument.forum.value,
            "instrument": instrument.id,
            "notes": list(entry.notes),
            "status": entry.status.value,
            "is_blanket": entry.blanket is not None,
        }

    def provision_children(self, provision: str) -> list[str]:
        return [child.id for child in self._law.children(provision)]
