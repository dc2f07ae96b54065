"""How papers reached a person, as plain data: the steps, the days for which he is called, what must be shown."""

from typing import Any

from referral.case.model import Proceeding
from referral.case.model.proceedings import ProceedingKind
from referral.composition.plain import plain
from referral.composition.scene import Scene
from referral.coverage.service import Met, Trail, met, trail_of
from referral.edtf import certainly_before
from referral.law import in_language

Data = dict[str, Any]


class ServiceFunctions:
    """Service on one person in the proceeding that concerns him, as far as this recipient may see it."""

    def __init__(self, scene: Scene) -> None:
        self._scene, self._case = scene, scene.view.case

    def proceeding_on(self, person: str) -> Data | None:
        """The pre-trial proceeding in which something is served on a person, else one that concerns him; or none."""
        found = self._proceeding(person)
        return self._scene.by_id[found.id] if found else None

    def service_steps(self, person: str) -> list[Data]:
        """What was done to serve papers on a person, oldest first, each with its `position` in this list."""
        return [{"position": n, **plain(step)} for n, step in enumerate(self._trail(person).steps, start=1)]

    def calls(self, person: str) -> list[Data]:
        """The days for which a person is called, the first day first."""
        return [plain(call) for call in self._trail(person).calls]

    def call_ahead(self, person: str) -> Data | None:
        """The first call for a day that does not lie before the day of the document; none if there is none."""
        signed = self._scene.request.date
        ahead = (c for c in self._trail(person).calls if c.date and not (signed and certainly_before(c.date, signed)))
        return next((plain(call) for call in ahead), None)

    def absence(self, person: str) -> Data | None:
        """On what ground the proceeding goes on without a person; none if it does not."""
        absence = self._trail(person).absence
        return plain(absence) if absence else None

    def service_requirements(self, person: str) -> list[Data]:
        """What must be shown, in the order of the library: `text`, `showing`, positions of steps `lacking` it …"""
        return [_required(one, self._scene.lang) for one in met(self._trail(person), self._scene.law)]

    def _proceeding(self, person: str) -> Proceeding | None:
        own = [p for p in self._case.proceedings if p.kind is ProceedingKind.PRE_TRIAL]
        served = (p for p in own if person in _served(p))
        return next(served, None) or next((p for p in own if person in p.persons), None)

    def _trail(self, person: str) -> Trail:
        identity = self._scene.view.identities.get(person)
        entry = next(p for p in self._case.persons if p.id == person)
        has_address, has_birth_date = bool(identity and identity.residence), bool(identity and identity.birth_date)
        return trail_of(self._proceeding(person), entry, has_address, has_birth_date)


def _served(proceeding: Proceeding) -> set[str]:
    steps, calls, absences = proceeding.service, proceeding.calls, proceeding.absences
    return {*(s.person for s in steps), *(c.person for c in calls), *(a.person for a in absences)}


def _required(one: Met, lang: str) -> Data:
    requirement = one.requirement
    return {
        "id": requirement.id,
        "of": requirement.of.value,
        "text": in_language(requirement.text, lang),
        "open": in_language(requirement.open, lang),
        "about": list(requirement.about),
        "status": requirement.status.value,
        "secondary": requirement.secondary,
        "showing": one.showing.value,
        "lacking": list(one.lacking),
        "days": list(one.days),
    }
