"""Exhibits and citations: numbers in this recipient's annex, pinpoints, whose words they are."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from markupsafe import Markup, escape

from referral.composition import inline
from referral.composition.functions.people import PeopleFunctions
from referral.composition.functions.words import WordFunctions
from referral.composition.scene import Scene


class EvidenceFunctions:
    """Evidence items by their numbers in the annex, places in them, and sources by name."""

    def __init__(self, scene: Scene) -> None:
        self._scene, self._phrases = scene, scene.phrases
        self._t, self._label = WordFunctions(scene).t, PeopleFunctions(scene).label

    def exhibit_number(self, code: str) -> int:
        return self._scene.exhibit_numbers[code]

    @staticmethod
    def exhibit_id(code: str) -> str:
        """The id of an exhibit's row or sheet, for `id=` and for cross-references."""
        return f"ex-{code}"

    def exhibit(self, code: str, pin: str | None = None) -> Markup:
        """«Додаток 3», linked to its row where the document has one."""
        words = self._phrases("exhibit.label", n=self.exhibit_number(code))
        return inline.cite(words, self.exhibit_id(code), pin)

    def pin(self, locator: dict[str, Any]) -> str:
        return self._phrases(f"locator.{locator['type']}", value=locator["value"] or "")

    def citations(self, entries: list[dict[str, Any]]) -> Markup:
        """Exhibits, pinpoints, and the speakers whose words the exhibits relay there."""
        found = groupby(entries, key=lambda e: (e["evidence"], e["speaker"]))
        return Markup("; ").join(self._spoken(self._pinned(code, cited), speaker) for (code, speaker), cited in found)

    def citation(self, entry: dict[str, Any]) -> Markup:
        return self.citations([entry])

    def places(self, entries: list[dict[str, Any]]) -> Markup:
        """Exhibits with pinpoints and nothing else, for table cells."""
        found = groupby(entries, key=lambda e: e["evidence"])
        return Markup("; ").join(self._pinned(code, cited) for code, cited in found)

    def source(self, code: str) -> Markup:
        """The name of a source, or of the person it is, as this recipient may see it."""
        entry = self._scene.by_id[code]
        by_person = entry["name"] is None and entry["person"]
        return self._label(entry["person"]) if by_person else self._t(entry["name"], self._phrases("missing.source"))

    def origin(self, code: str) -> dict[str, Any]:
        """The group of sources of one origin to which a source belongs: its `number`, and the `others` in it."""
        sources, group = self._scene.case["sources"], self._scene.by_id[code]["origin_group"]
        groups = list(dict.fromkeys(s["origin_group"] for s in sources))
        others = [s["id"] for s in sources if s["origin_group"] == group and s["id"] != code]
        return {"number": groups.index(group) + 1, "others": others}

    def _pinned(self, code: str, entries: Iterable[dict[str, Any]]) -> Markup:
        """One exhibit and the places in it, those that follow one another as one range."""
        pins = (self.pin(entry["locator"]) for entry in entries)
        return self.exhibit(code, ", ".join(self._scene.language.ranges(dict.fromkeys(pins))))

    def _spoken(self, cited: Markup, speaker: str | None) -> Markup:
        if not speaker:
            return cited
        who = escape(self._phrases("citation.speaker")).format(who=self.source(speaker))
        return Markup("{} ({})").format(cited, who)
