"""Exhibits and citations: numbers in this recipient's annex, pinpoints, whose words they are."""

from collections.abc import Callable
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

    def citation(entry: dict[str, Any]) -> Markup:
        """Exhibit, pinpoint, and the speaker whose words the exhibit relays there."""
        cited = exhibit(entry["evidence"], pin(entry["locator"]))
        if not entry["speaker"]:
            return cited
        return Markup("{} ({})").format(cited, escape(phrases("citation.speaker")).format(who=source(entry["speaker"])))

    def citations(entries: list[dict[str, Any]]) -> Markup:
        return Markup("; ").join(citation(e) for e in entries)

    def places(entries: list[dict[str, Any]]) -> Markup:
        """Exhibits with pinpoints and nothing else, for table cells."""
        return Markup("; ").join(exhibit(e["evidence"], pin(e["locator"])) for e in entries)

    def source(code: str) -> Markup:
        """The name of a source, or of the person it is, as this recipient may see it."""
        entry = scene.by_id[code]
        by_person = entry["name"] is None and entry["person"]
        words: Markup = label(entry["person"]) if by_person else t(entry["name"], phrases("missing.source"))
        return words

    return {f.__name__: f for f in (exhibit_number, exhibit_id, exhibit, pin, citation, citations, places, source)}
