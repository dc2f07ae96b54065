"""Provisions in documents: how they are cited, what they are, which parts they have."""

from typing import Any

from referral.composition.scene import Scene
from referral.language.declension import NOMINATIVE
from referral.law import in_language


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
            "charge_names": [named.value for named in entry.charge_names],
            "joint_needs_group": entry.joint_needs_group,
        }

    def instrument_name(self, provision: str, form: str = NOMINATIVE) -> str:
        """The title of the instrument of a provision in a grammatical case; empty if the library has not that form."""
        instrument, lang = self._law.instrument_of(provision), self._language.code
        written = instrument.title_forms.get(lang, {}).get(form, "")
        return written or (in_language(instrument.title, lang) if form == NOMINATIVE else "")

    def provision_children(self, provision: str) -> list[str]:
        return [child.id for child in self._law.children(provision)]
