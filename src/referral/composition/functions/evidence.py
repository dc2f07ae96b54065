"""Exhibits and citations: numbers in this recipient's annex, pinpoints, whose words they are."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from markupsafe import Markup, escape

from referral.composition import inline
from referral.composition.functions.marks import MarkFunctions
from referral.composition.functions.people import PeopleFunctions
from referral.composition.functions.words import WordFunctions
from referral.composition.scene import EXHIBIT_ID, Scene


class EvidenceFunctions:
    """Evidence items by their numbers in the annex, places in them, and sources by name."""

    def __init__(self, scene: Scene) -> None:
        self._scene, self._phrases = scene, scene.phrases
        self._t, self._date, self._label = (
            WordFunctions(scene).t,
            WordFunctions(scene).date,
            PeopleFunctions(scene).label,
        )
        self._marks = MarkFunctions(scene)

    def exhibit_number(self, code: str) -> int:
        return self._scene.exhibit_numbers[code]

    @staticmethod
    def exhibit_id(code: str) -> str:
        """The id of an exhibit's row or sheet, for `id=` and for cross-references."""
        return f"{EXHIBIT_ID}{code}"

    def exhibit(self, code: str, pin: str | None = None) -> Markup:
        """«Додаток 3», linked to its row where the document has one."""
        words = self._scene.exhibit_label(code)
        full = self._full(code) if self._scene.kind.citations == "full" else None
        return inline.cite(words, self.exhibit_id(code), pin, full)

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

    def _full(self, code: str) -> Markup:
        """Who speaks in an item, its title, date, number; what the title says itself is not said again."""
        item = self._scene.by_id[code]
        who = self._t(item["author"]) if item["author"] else self.source(item["source"])
        title, day = self._t(item["title"]), self._day_of(item)
        before, after = ([] if _spaced(part) in _spaced(title) else [part] for part in (who, day))
        number = [escape(self._phrases("citation.ern", number=item["ern"]))] if item["ern"] else []
        return Markup(", ").join([*before, self._marks.marked(item, title), *after, *number])

    def _day_of(self, item: dict[str, Any]) -> Markup:
        """When it was made public or, if it was not, made; in the second case nothing is said of the first."""
        field = "published" if item["published"] or not item["created"] else "created"
        if item[field]:
            return self._date(item[field])
        return self._marks.absent(item, field, self._phrases("missing.date"))

    def _pinned(self, code: str, entries: Iterable[dict[str, Any]]) -> Markup:
        """One exhibit and the places in it, those that follow one another as one range."""
        pins = (self.pin(entry["locator"]) for entry in entries)
        return self.exhibit(code, ", ".join(self._scene.language.ranges(dict.fromkeys(pins))))

    def _spoken(self, cited: Markup, speaker: str | None) -> Markup:
        if not speaker:
            return cited
        who = escape(self._phrases("citation.speaker")).format(who=self.source(speaker))
        return Markup("{} ({})").format(cited, who)


def _spaced(words: str) -> str:
    """The words with ordinary spaces, to be compared."""
    return words.replace("\u00a0", " ")
