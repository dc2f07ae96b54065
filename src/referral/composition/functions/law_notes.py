"""What follows a quotation of law: its edition, where it was read, and how well it is known (design.md 2.4)."""

from collections.abc import Sequence
from datetime import date

from referral.composition.scene import Scene
from referral.law import in_language
from referral.law.model import UNREAD, Claim, Dated, Instrument


class LawNoteFunctions:
    """Sentences in the document's language about what the library knows of a wording."""

    def __init__(self, scene: Scene) -> None:
        self._scene, self._law, self._phrases = scene, scene.law, scene.phrases

    def law_note(self, provision: str, day: date, lang: str) -> str:
        """A sentence about the wording of a provision on a day; empty where the library has none."""
        edition = self._law.text_on(provision, day, lang)
        if edition is None:
            return ""
        read = self._read(edition, self._law.instrument_of(provision))
        return self._phrases("law_note.wording", edition=self._edition(edition), **read)

    def elements_note(self, elements: Sequence[str]) -> str:
        """Sentences about the wordings of elements that an authority adopted, each once; empty where none is such."""
        return " ".join(dict.fromkeys(note for element in elements if (note := self._adopted(element))))

    def _adopted(self, element: str) -> str:
        entry = self._law.element(element)
        instrument = self._law.instrument_of(self._law.provision_of(element).id)
        title = next((a.title for a in instrument.authorities if a.id == entry.authority), None)
        if title is None:
            return ""
        named = in_language(title, self._scene.lang)
        return self._phrases("law_note.elements", authority=named, **self._read(entry, instrument))

    def _edition(self, edition: Dated) -> str:
        if edition.since is None and edition.until is None:
            return self._phrases("law_note.one_edition")
        return self._phrases("law_note.edition", days=self._scene.span(edition.since, edition.until))

    def _read(self, claim: Claim, instrument: Instrument) -> dict[str, str]:
        status = self._phrases(f"law_status.{claim.status.value}")
        shown = self._phrases("law_note.secondary", status=status) if claim.secondary else status
        return {"source": self._sources(claim, instrument), "status": shown}

    def _sources(self, claim: Claim, instrument: Instrument) -> str:
        """The first that was read by its title, the others counted: the whole list is in the library."""
        titles = {source.id: source.name(self._scene.lang) for source in instrument.sources}
        read = [titles[code] for code in claim.source if code not in UNREAD]
        first, *others = read or [self._phrases("missing.source")]
        return self._phrases("law_note.and_more", source=first, n=len(others)) if others else first
