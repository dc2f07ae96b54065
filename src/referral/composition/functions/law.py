"""The law in documents: citations, titles and wording, printed only as well as they are known (design.md 2.4)."""

from collections.abc import Callable
from datetime import date
from typing import Any

from referral.composition.scene import Scene
from referral.edtf import UncertainDate
from referral.law import element_wording, provision_wording, wording_days
from referral.law.model import Status
from referral.law.printable import Wording

_UNSETTLED = {"text": None, "status": Status.UNCERTAIN.value, "note": "", "is_own_translation": False}


def law_functions(scene: Scene) -> dict[str, Callable[..., Any]]:
    law = scene.law

    def cite_law(provision: str, form: str = "short") -> str:
        """A provision cited in the document's language and in the form that the sentence needs."""
        return law.cite(provision, scene.lang, form, superscript=True)

    def cite_laws(provisions: list[str], form: str = "short") -> str:
        """Several provisions, those that follow one another as one range."""
        return "; ".join(scene.language.ranges(cite_law(p, form) for p in provisions))

    def law_text(provision: str, on: UncertainDate | None = None, lang: str | None = None) -> dict[str, Any]:
        """Wording in force on the date of the act: `text` (None: cite the number only), `status`, `note`.

        For `law_note` also `provision`, `day` and `lang`. None too where the wording changed in the period given.
        """
        code = lang or _authentic(provision)
        wordings = _wordings(provision, on, code)
        return wordings[0] if len(wordings) == 1 else {**wordings[0], **_UNSETTLED}

    def law_paragraphs(provision: str, on: UncertainDate | None = None) -> list[dict[str, Any]]:
        """The printable wording of a provision: its own, or where it has none that of its parts, in order.

        Where it changed in the period given: that of every edition, or if one of them was not read, none.
        """
        own = law.text_on(provision, _days(provision, on, _authentic(provision))[0], _authentic(provision))
        parts = [provision] if own else [child.id for child in law.children(provision)] or [provision]
        found = (_wordings(part, on, _authentic(part)) for part in parts)
        return [printed for wordings in found if all(w["text"] for w in wordings) for printed in wordings]

    def _wordings(provision: str, on: UncertainDate | None, code: str) -> list[dict[str, Any]]:
        """Every wording that held in a period; more than one is an open point that names the editions."""
        days = _days(provision, on, code)
        if len(days) > 1 and on:
            editions = law.editions_between(provision, on.earliest, on.latest)
            named = "; ".join(scene.span(edition.since, edition.until) for edition in editions)
            scene.open_point(scene.phrases("open.straddles", cite=cite_law(provision), editions=named))
        return [_on_day(provision, day, code) for day in days]

    def _on_day(provision: str, day: date, code: str) -> dict[str, Any]:
        printed = _printed(provision_wording(law, provision, day, code), provision, code)
        return {**printed, "provision": provision, "day": day}

    def _days(provision: str, on: UncertainDate | None, code: str) -> tuple[date, ...]:
        """A day in each wording of the period; the day of the case where no period is given, or none governs in it."""
        found = wording_days(law, provision, on.earliest, on.latest, code) if on else ()
        return found or (_day(on),)

    def element_text(element: str) -> dict[str, Any]:
        """Wording of an element in the document's language, or our own label; `official` is the authority's wording."""
        entry = law.element(element)
        shown = element_wording(entry, scene.lang)
        official = next(iter(entry.text.values()))
        if not entry.is_official or entry.status is Status.KNOWN:
            scene.check_law("open.breakdown_check", cite_law(law.provision_of(element).id))
        return {
            "text": shown.text,
            "official": official,
            "official_lang": next(iter(entry.text)),
            "is_official": entry.is_official,
            "is_own_translation": shown.is_own_translation,
            "kinds": [kind.value for kind in entry.kinds],
            "number": entry.number,
            "provision": law.provision_of(element).id,
            "status": shown.status.value,
        }

    def provision_info(provision: str) -> dict[str, Any]:
        entry = law.provision(provision)
        instrument = law.instrument_of(provision)
        notes = list(entry.notes)
        return {"kind": entry.kind.value, "forum": instrument.forum.value, "instrument": instrument.id, "notes": notes}

    def provision_children(provision: str) -> list[str]:
        return [child.id for child in law.children(provision)]

    def _printed(wording: Wording, provision: str, lang: str) -> dict[str, Any]:
        if wording.needs_check:
            path = "open.law_number_only" if wording.text is None else "open.law_check"
            scene.check_law(path, cite_law(provision))
        return {
            "text": wording.text,
            "status": wording.status.value,
            "note": wording.note,
            "lang": lang,
            "is_own_translation": wording.is_own_translation,
        }

    def _day(on: UncertainDate | None) -> date:
        as_at = scene.view.case.case.as_at
        return (on.earliest or on.latest if on else None) or as_at.earliest or as_at.latest or date.max

    def _authentic(provision: str) -> str:
        languages = law.instrument_of(provision).authentic
        return scene.lang if scene.lang in languages else languages[0]

    named = (
        cite_law,
        cite_laws,
        law_text,
        law_paragraphs,
        element_text,
        provision_info,
        provision_children,
    )
    return {f.__name__: f for f in named}
