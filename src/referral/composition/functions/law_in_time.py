"""The law in time: which edition a period touches, its name in it, and whom an instrument binds."""

from collections.abc import Callable
from datetime import date
from typing import Any

from referral.composition.scene import Scene
from referral.edtf import UncertainDate
from referral.law import Edition, bound_wording, in_language
from referral.law.model import Bound


def law_in_time_functions(scene: Scene) -> dict[str, Callable[..., Any]]:
    law, phrases = scene.law, scene.phrases

    def touched(provision: str, period: UncertainDate | None) -> tuple[Edition, ...]:
        return law.editions_between(provision, *((period.earliest, period.latest) if period else (None, None)))

    def cite(provision: str) -> str:
        return law.cite(provision, scene.lang, superscript=True)

    def provision_title(provision: str, period: UncertainDate | None = None) -> str:
        """The short name of a provision in the document's language, else in another that the library has.

        Empty where an official title was not read in the period (or without one, ever): ours may echo the older one.
        """
        days = (edition.since or edition.until or date.max for edition in touched(provision, period))
        if not all(law.title_was_read(provision, day) for day in days):
            return ""
        return in_language(law.provision(provision).title, scene.lang) or cite(provision)

    def bound_by(provision: str) -> list[dict[str, Any]]:
        """Who is bound by the instrument of a provision, since when, by which act; what is not certain has neither."""
        bonds = law.instrument_of(provision).bound
        certain = {bond.state for bond in bonds if bound_wording(bond, scene.lang).text}
        listed = {bond.state if bond.state not in certain else n: bond for n, bond in enumerate(bonds)}
        return [
            _bond(provision, b) for b in listed.values() if b.state not in certain or bound_wording(b, scene.lang).text
        ]

    def _bond(provision: str, bond: Bound) -> dict[str, Any]:
        wording = bound_wording(bond, scene.lang)
        if wording.text and wording.needs_check:
            scene.check_law("open.bound_check", f"{cite(provision)} ({bond.party.get(scene.lang)})")
        return {"party": bond.party.get(scene.lang), "since": bond.since if wording.text else None, "act": wording.text}

    def editions(provision: str, period: UncertainDate | None) -> list[dict[str, Any]]:
        """The editions a period touches; more than one, and one that was not read, are open points."""
        found = touched(provision, period)
        if period and len(found) > 1:
            named = "; ".join(scene.span(e.since, e.until) for e in found)
            scene.open_point(phrases("open.straddles", cite=cite(provision), editions=named))
        if any(not law.was_read(provision, e.since or e.until or date.max) for e in found):
            scene.check_law("open.law_number_only", cite(provision))
        return [{"since": e.since, "until": e.until} for e in found]

    return {f.__name__: f for f in (provision_title, bound_by, editions)}
