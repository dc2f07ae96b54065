"""The law in time: which edition a period touches, its name in it, and whom an instrument binds."""

from datetime import date
from typing import Any

from referral.composition.functions.law import LawFunctions
from referral.composition.functions.words import of_law
from referral.composition.scene import Scene
from referral.edtf import UncertainDate
from referral.law import Edition, bound_wording
from referral.law.model import Bound


class LawInTimeFunctions:
    """What holds of a provision in a period; what must be checked, or changed meanwhile, is an open point."""

    def __init__(self, scene: Scene) -> None:
        self._scene, self._law = scene, scene.law
        self._cite_law = LawFunctions(scene).cite_law

    def provision_title(self, provision: str, period: UncertainDate | None = None) -> str:
        """The short name of a provision in the document's language, else in another that the library has.

        Empty where an official title was not read in the period (or without one, ever): ours may echo the older one.
        """
        days = (edition.since or edition.until or date.max for edition in self._touched(provision, period))
        if not all(self._law.title_was_read(provision, day) for day in days):
            return ""
        return of_law(self._law.provision(provision).title, self._scene) or self._cite_law(provision)

    def bound_by(self, provision: str) -> list[dict[str, Any]]:
        """Who is bound by the instrument of a provision, since when, by which act; what is not certain has neither."""
        bonds = self._law.instrument_of(provision).bound
        certain = {bond.state for bond in bonds if self._is_certain(bond)}
        listed = {bond.state if bond.state not in certain else n: bond for n, bond in enumerate(bonds)}
        return [self._bond(provision, b) for b in listed.values() if b.state not in certain or self._is_certain(b)]

    def editions(self, provision: str, period: UncertainDate | None) -> list[dict[str, Any]]:
        """The editions a period touches; more than one, and one that was not read, are open points."""
        found = self._touched(provision, period)
        if period and len(found) > 1:
            named = "; ".join(self._scene.span(e.since, e.until) for e in found)
            words = self._scene.phrases("open.straddles", cite=self._cite_law(provision), editions=named)
            self._scene.open_point(words)
        if any(not self._law.was_read(provision, e.since or e.until or date.max) for e in found):
            self._scene.check_law("open.law_number_only", self._cite_law(provision))
        return [{"since": e.since, "until": e.until} for e in found]

    def _touched(self, provision: str, period: UncertainDate | None) -> tuple[Edition, ...]:
        return self._law.editions_between(provision, *((period.earliest, period.latest) if period else (None, None)))

    def _is_certain(self, bond: Bound) -> bool:
        return bool(bound_wording(bond, self._scene.lang).text)

    def _bond(self, provision: str, bond: Bound) -> dict[str, Any]:
        wording, party = bound_wording(bond, self._scene.lang), bond.party.get(self._scene.lang)
        if wording.text and wording.needs_check:
            self._scene.check_law("open.bound_check", f"{self._cite_law(provision)} ({party})")
        return {"party": party, "since": bond.since if wording.text else None, "act": wording.text}
