"""The wording of provisions in documents, printed only as well as it is known (design.md 2.4)."""

from datetime import date
from typing import Any

from referral.composition.functions.law import LawFunctions
from referral.composition.scene import Scene
from referral.edtf import UncertainDate
from referral.law import provision_wording, wording_days
from referral.law.model import Status
from referral.law.printable import Wording

CUT = "[…]"  # where the library leaves out words that were not read
_UNSETTLED = {"text": None, "status": Status.UNCERTAIN.value, "note": "", "is_own_translation": False, "is_cut": False}


class LawWordingFunctions:
    """What a provision said on a day or in a period; what must be checked, or changed meanwhile, is an open point."""

    def __init__(self, scene: Scene) -> None:
        self._scene, self._law = scene, scene.law
        self._cite_law = LawFunctions(scene).cite_law

    def law_text(self, provision: str, on: UncertainDate | None = None, lang: str | None = None) -> dict[str, Any]:
        """Wording in force on the date of the act: `text` (None: cite the number only), `status`, `note`, `is_cut`.

        For `law_note` also `provision`, `day` and `lang`. None too where the wording changed in the period given.
        """
        code = lang or self._authentic(provision)
        wordings = self._wordings(provision, on, code)
        return wordings[0] if len(wordings) == 1 else {**wordings[0], **_UNSETTLED}

    def law_paragraphs(self, provision: str, on: UncertainDate | None = None) -> list[dict[str, Any]]:
        """The printable wording of a provision: its own, or where it has none that of its parts, in order.

        Where it changed in the period given: that of every edition, or if one of them was not read, none.
        """
        code = self._authentic(provision)
        own = self._law.text_on(provision, self._days(provision, on, code)[0], code)
        parts = [provision] if own else [child.id for child in self._law.children(provision)] or [provision]
        found = (self._wordings(part, on, self._authentic(part)) for part in parts)
        return [printed for wordings in found if all(w["text"] for w in wordings) for printed in wordings]

    def _wordings(self, provision: str, on: UncertainDate | None, code: str) -> list[dict[str, Any]]:
        """Every wording that held in a period; more than one is an open point that names the editions."""
        days = self._days(provision, on, code)
        if len(days) > 1 and on:
            editions = self._law.editions_between(provision, on.earliest, on.latest)
            named = "; ".join(self._scene.span(edition.since, edition.until) for edition in editions)
            words = self._scene.phrases("open.straddles", cite=self._cite_law(provision), editions=named)
            self._scene.open_point(words)
        return [self._on_day(provision, day, code) for day in days]

    def _on_day(self, provision: str, day: date, code: str) -> dict[str, Any]:
        printed = self._printed(provision_wording(self._law, provision, day, code), provision, code)
        return {**printed, "provision": provision, "day": day}

    def _printed(self, wording: Wording, provision: str, lang: str) -> dict[str, Any]:
        if wording.needs_check:
            path = "open.law_number_only" if wording.text is None else "open.law_check"
            self._scene.check_law(path, self._cite_law(provision))
        return {
            "text": self._typeset(wording.text, lang),
            "status": wording.status.value,
            "note": wording.note,
            "lang": lang,
            "is_own_translation": wording.is_own_translation,
            "is_cut": CUT in (wording.text or ""),
        }

    def _typeset(self, text: str | None, lang: str) -> str | None:
        """The wording in the signs of the document; in another language as it was read."""
        return self._scene.language.typeset(text) if text and lang == self._scene.lang else text

    def _days(self, provision: str, on: UncertainDate | None, code: str) -> tuple[date, ...]:
        """A day in each wording of the period; the day of the case where no period is given, or none governs in it."""
        found = wording_days(self._law, provision, on.earliest, on.latest, code) if on else ()
        return found or (self._day(on),)

    def _day(self, on: UncertainDate | None) -> date:
        as_at = self._scene.view.case.case.as_at
        return (on.earliest or on.latest if on else None) or as_at.earliest or as_at.latest or date.max

    def _authentic(self, provision: str) -> str:
        languages = self._law.instrument_of(provision).authentic
        return self._scene.lang if self._scene.lang in languages else languages[0]
