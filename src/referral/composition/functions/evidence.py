"""Exhibits and citations: numbers in this recipient's annex, pinpoints, whose words they are."""

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Any

from markupsafe import Markup, escape

from referral.composition import inline
from referral.composition.functions.people import people_functions
from referral.composition.functions.words import word_functions
from referral.composition.scene import Scene


def evidence_functions(scene: Scene) -> dict[str, Callable[..., Any]]:
    phrases = scene.phrases
    t = word_functions(scene)["t"]
    label = people_functions(scene)["label"]

    def exhibit_number(code: str) -> int:
        return scene.exhibit_numbers[code]

    def exhibit_id(code: str) -> str:
        """The id of an exhibit's row or sheet, for `id=` and for cross-references."""
        return f"ex-{code}"

    def exhibit(code: str, pin: str | None = None) -> Markup:
        """«Додаток 3», linked to its row where the document has one."""
        words = phrases("exhibit.label", n=scene.exhibit_numbers[code])
        return inline.cite(words, exhibit_id(code), pin)

    def pin(locator: dict[str, Any]) -> str:
        return phrases(f"locator.{locator['type']}", value=locator["value"] or "")

    def pinned(code: str, entries: Iterable[dict[str, Any]]) -> Markup:
        """One exhibit and the places in it, those that follow one another as one range."""
        pins = (pin(entry["locator"]) for entry in entries)
        return exhibit(code, ", ".join(scene.language.ranges(dict.fromkeys(pins))))

    def citations(entries: list[dict[str, Any]]) -> Markup:
        """Exhibits, pinpoints, and the speakers whose words the exhibits relay there."""
        found = groupby(entries, key=lambda e: (e["evidence"], e["speaker"]))
        return Markup("; ").join(spoken(pinned(code, cited), speaker) for (code, speaker), cited in found)

    def spoken(cited: Markup, speaker: str | None) -> Markup:
        if not speaker:
            return cited
        return Markup("{} ({})").format(cited, escape(phrases("citation.speaker")).format(who=source(speaker)))

    def citation(entry: dict[str, Any]) -> Markup:
        return citations([entry])

    def places(entries: list[dict[str, Any]]) -> Markup:
        """Exhibits with pinpoints and nothing else, for table cells."""
        found = groupby(entries, key=lambda e: e["evidence"])
        return Markup("; ").join(pinned(code, cited) for code, cited in found)

    def source(code: str) -> Markup:
        """The name of a source, or of the person it is, as this recipient may see it."""
        entry = scene.by_id[code]
        by_person = entry["name"] is None and entry["person"]
        words: Markup = label(entry["person"]) if by_person else t(entry["name"], phrases("missing.source"))
        return words

    def origin(code: str) -> dict[str, Any]:
        """The group of sources of one origin to which a source belongs: its `number`, and the `others` in it."""
        group = scene.by_id[code]["origin_group"]
        groups = list(dict.fromkeys(s["origin_group"] for s in scene.case["sources"]))
        others = [s["id"] for s in scene.case["sources"] if s["origin_group"] == group and s["id"] != code]
        return {"number": groups.index(group) + 1, "others": others}

    return {
        f.__name__: f for f in (origin, exhibit_number, exhibit_id, exhibit, pin, citation, citations, places, source)
    }
