"""Coverage by step of proceedings, and what to collect next, as plain data: gaps, tasks, limits, persons by code."""

from functools import cached_property
from typing import Any

from referral.composition.scene import Scene
from referral.coverage import ChargeCoverage, State
from referral.coverage.hearing import Hearing, hearing_of, limits_of
from referral.coverage.next_steps import Step, next_steps
from referral.coverage.standard import at_standard, holes
from referral.law import in_language
from referral.law.model import Limit, Standard, Whom


class StepFunctions:
    """What is lacking at each step, and what who files may do about it; tasks are found once for a document."""

    def __init__(self, scene: Scene) -> None:
        self._scene, self._law = scene, scene.law
        self._coverage, self._case = scene.view.coverage, scene.view.case

    def standards(self, charge: str) -> list[dict[str, Any]]:
        """The steps of the forum of a charge, each with its wording, what it asks about, and the gaps it meets."""
        covered, law = self._coverage.of(charge), self._law
        charges = [covered] if covered else []
        found = ((step, asked) for step in law.standards.values() for asked in at_standard(charges, step, law))
        return [_standard(step, asked, self._scene.lang) for step, asked in found]

    def tasks(self, charge: str, element: str) -> list[dict[str, Any]]:
        """Means of proof of an element that are not there yet; which are open to who files, which left to others."""
        return [_task(step, self._scene) for step in self._steps.get((charge, element), [])]

    def collecting(self) -> list[dict[str, Any]]:
        """The limits that hold for who files, whatever the charge."""
        found = limits_of(self._law, self._case)
        return [_limit(limit, self._scene.lang) for limit in found if limit.whom is Whom.ANYONE]

    def hearing(self, charge: str) -> dict[str, Any]:
        """Who could be heard about a charge, by code, and who is left to others for which reason."""
        covered = self._coverage.of(charge)
        return _hearing(hearing_of(covered.charge, self._law, self._case), self._scene.lang) if covered else {}

    @cached_property
    def _steps(self) -> dict[tuple[str, str], list[Step]]:
        found: dict[tuple[str, str], list[Step]] = {}
        for step in next_steps(self._coverage, self._law, self._case):
            found.setdefault((step.charge, step.element), []).append(step)
        return found


def _standard(standard: Standard, asked: ChargeCoverage, lang: str) -> dict[str, Any]:
    return {
        "id": standard.id,
        "title": in_language(standard.title, lang),
        "text": in_language(standard.text, lang),
        "status": standard.status.value,
        "asks": [kind.value for kind in standard.asks],
        "elements": [covered.element.id for covered in asked.elements],
        "gaps": list(holes(asked)),
        "justified": [e.element.id for e in asked.elements if e.justified],
        "contested": [e.element.id for e in asked.elements if e.state is State.CONTESTED],
        "secondary": [e.element.id for e in asked.elements if e.state is State.SECONDARY_ONLY],
    }


def _task(step: Step, scene: Scene) -> dict[str, Any]:
    return {
        "means": step.means,
        "text": in_language(scene.law.means_of_proof[step.means].text, scene.lang),
        "allowed": step.allowed,
        "why_not": in_language(step.why_not or {}, scene.lang),
        "instead": in_language(step.instead or {}, scene.lang),
        "methods": [method.value for method in step.methods],
        "left": [method.value for method in step.left],
    }


def _limit(limit: Limit, lang: str) -> dict[str, Any]:
    return {
        "id": limit.id,
        "text": in_language(limit.text, lang),
        "instead": in_language(limit.instead, lang),
        "methods": [method.value for method in limit.methods],
        "bars": limit.bars,
        "status": limit.status.value,
    }


def _hearing(found: Hearing, lang: str) -> dict[str, Any]:
    return {
        "known": list(found.known),
        "open": list(found.open),
        "heard": list(found.heard),
        "is_repetition": found.is_repetition,
        "left": [{**_limit(one.limit, lang), "persons": list(one.persons)} for one in found.left],
    }
