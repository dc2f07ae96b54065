"""How papers reached the person they are meant for: what a court asks to see before it goes on without him.

`service-without-time`: something served on a person, and no day, or no hour and minute, of handing over or sending.
`publication-without-issue`: a publication that nobody can look up: no outlet, no number and page, or no address.
`served-on-another-day`: a notice that bears another day than the first on which it was handed over, sent or published.
`absent-not-served`: a proceeding goes on without a person, and nothing in it says how the notice was served on him.
`absent-without-counsel`: a proceeding goes on without a person, and nobody is recorded who defends him.
"""

from collections.abc import Iterator
from typing import Any

from referral.case.load import LoadedCase
from referral.case.model import Proceeding
from referral.case.model.proceedings import ProceedingKind
from referral.case.model.service import Served, first_of_its_paper
from referral.diagnostics import Diagnostic, warning
from referral.edtf import may_overlap


def steps_have_an_hour(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`service-without-time`"""
    for place, proceeding, step in _parts(loaded, "service"):
        missing = [name for name in ("date", "time") if getattr(step, name) is None]
        if missing:
            message = f"{proceeding.id} serves a {step.what.value} on {step.person} without {', '.join(missing)}"
            hint = "the day, the hour and the minute must be shown; give date: and time:"
            yield warning(loaded.where(*place), "service-without-time", message, hint)


def publications_can_be_looked_up(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`publication-without-issue`"""
    for place, proceeding, step in _parts(loaded, "service"):
        if missing := step.lacking_of_publication:
            message = f"{proceeding.id} names a publication for {step.person} without {', '.join(missing)}"
            yield warning(loaded.where(*place), "publication-without-issue", message)


def notices_bear_the_day_of_service(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`served-on-another-day`: of several steps for one notice only the first counts"""
    for place, proceeding, step in _parts(loaded, "service"):
        differs = step.dated and step.date and not may_overlap(step.dated, step.date)
        if step.what is Served.NOTICE and differs and first_of_its_paper(step, proceeding.service):
            message = f"the notice to {step.person} bears {step.dated} and was first served on {step.date}"
            hint = "both should be one day; say in result: why they are not"
            yield warning(loaded.where(*place, "dated"), "served-on-another-day", message, hint)


def the_absent_are_served(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`absent-not-served`"""
    for place, proceeding, absence in _parts(loaded, "absences"):
        if not any(step.person == absence.person and step.what is Served.NOTICE for step in proceeding.service):
            message = f"{proceeding.id} goes on without {absence.person}, and no step under service: is a notice to him"
            yield warning(loaded.where(*place), "absent-not-served", message)
    for index, proceeding in loaded.entries("proceedings"):
        if proceeding.kind is ProceedingKind.PRE_TRIAL and proceeding.in_absentia and not proceeding.absences:
            message = f"{proceeding.id} is held without the person, and absences: does not say without whom and why"
            yield warning(loaded.where("proceedings", index, "in_absentia"), "absent-not-served", message)


def the_absent_are_defended(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`absent-without-counsel`"""
    for place, proceeding, absence in _parts(loaded, "absences"):
        if absence.counsel is None:
            message = f"{proceeding.id} goes on without {absence.person}, and nobody is recorded who defends him"
            yield warning(loaded.where(*place), "absent-without-counsel", message)


def _parts(loaded: LoadedCase, name: str) -> Iterator[tuple[tuple[str, int, str, int], Proceeding, Any]]:
    for index, proceeding in loaded.entries("proceedings"):
        for number, part in enumerate(getattr(proceeding, name)):
            yield ("proceedings", index, name, number), proceeding, part
