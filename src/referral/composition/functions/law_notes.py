"""What follows a quotation of law: its edition, where it was read, and how well it is known (design.md 2.4)."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from referral.composition.scene import Scene
from referral.law import in_language
from referral.law.model import UNREAD, Claim, Dated, Instrument


def law_note_functions(scene: Scene) -> dict[str, Callable[..., Any]]:
    law, phrases = scene.law, scene.phrases

    def law_note(provision: str, day: date, lang: str) -> str:
        """A sentence about the wording of a provision on a day; empty where the library has none."""
        edition = law.text_on(provision, day, lang)
        if edition is None:
            return ""
        return phrases("law_note.wording", edition=_edition(edition), **_read(edition, law.instrument_of(provision)))

    def elements_note(elements: Sequence[str]) -> str:
        """Sentences about the wordings of elements that an authority adopted, each once; empty where none is such."""
        return " ".join(dict.fromkeys(note for element in elements if (note := _adopted(element))))

    def _adopted(element: str) -> str:
        entry = law.element(element)
        instrument = law.instrument_of(law.provision_of(element).id)
        title = next((a.title for a in instrument.authorities if a.id == entry.authority), None)
        if title is None:
            return ""
        named = in_language(title, scene.lang)
        return phrases("law_note.elements", authority=named, **_read(entry, instrument))

    def _edition(edition: Dated) -> str:
        if edition.since is None and edition.until is None:
            return phrases("law_note.one_edition")
        return phrases("law_note.edition", days=scene.span(edition.since, edition.until))

    def _read(claim: Claim, instrument: Instrument) -> dict[str, str]:
        status = phrases(f"law_status.{claim.status.value}")
        shown = phrases("law_note.secondary", status=status) if claim.secondary else status
        return {"source": _sources(claim, instrument), "status": shown}

    def _sources(claim: Claim, instrument: Instrument) -> str:
        """The first that was read by its title, the others counted: the whole list is in the library."""
        titles = {source.id: source.title for source in instrument.sources}
        first, *others = [titles[code] for code in claim.source if code not in UNREAD] or [phrases("missing.source")]
        return phrases("law_note.and_more", source=first, n=len(others)) if others else first

    return {f.__name__: f for f in (law_note, elements_note)}
