"""What a case shows of serving papers on a person, set against what the law library asks for; code decides nothing.

What each word of `law.model.service.Trace` means in a case stands here, in one function for each.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from referral.case.model import Person, Proceeding
from referral.case.model.service import Absence, Call, Ruling, Served, ServiceStep, Way, first_of_its_paper, in_time
from referral.edtf import UncertainDate, certainly_before, may_overlap
from referral.law import Law
from referral.law.model import Matter, Requirement, Trace

Numbered = tuple[int, ServiceStep]
_SERVED = {Matter.NOTICE: Served.NOTICE, Matter.CALL: Served.CALL}
_TO_ADDRESS = frozenset({Way.IN_PERSON, Way.POST, Way.FAMILY})
_SENT = _TO_ADDRESS | {Way.E_MAIL, Way.MESSENGER, Way.TELEPHONE}


class Showing(StrEnum):
    """`looked_up`: no case can show it."""

    SHOWN = "shown"
    MISSING = "missing"
    LOOKED_UP = "looked_up"


@dataclass(frozen=True)
class Trail:
    """What one proceeding holds on one person. `steps` are in the order of time; their numbers count from one."""

    person: Person
    steps: tuple[ServiceStep, ...]
    calls: tuple[Call, ...]
    absence: Absence | None
    has_address: bool
    has_birth_date: bool


@dataclass(frozen=True)
class Met:
    """A requirement and whether the case shows it; what does not: `lacking`, steps by number, and `days` of calls."""

    requirement: Requirement
    showing: Showing
    lacking: tuple[int, ...] = ()
    days: tuple[UncertainDate, ...] = ()


def trail_of(proceeding: Proceeding | None, person: Person, has_address: bool, has_birth_date: bool) -> Trail:
    """Address and day of birth stand in the vault; here counts only whether they are recorded."""
    if proceeding is None:
        return Trail(person, (), (), None, has_address, has_birth_date)
    own = sorted((s for s in proceeding.service if s.person == person.id), key=in_time)
    calls = (call for call in proceeding.calls if call.person == person.id)
    absence = next((a for a in proceeding.absences if a.person == person.id), None)
    return Trail(person, tuple(own), tuple(sorted(calls, key=in_time)), absence, has_address, has_birth_date)


def met(trail: Trail, law: Law) -> tuple[Met, ...]:
    """Every requirement with what the case shows of it, in the order of the library.

    Of a proceeding that goes on with the person, or of a trial that was not asked for, nothing is required.
    """
    return tuple(_met(requirement, trail) for requirement in law.requirements if _applies(requirement.of, trail))


def _applies(matter: Matter, trail: Trail) -> bool:
    if matter is Matter.TRIAL:
        return trail.absence is not None and trail.absence.special_trial is not None
    return trail.absence is not None or matter in _SERVED


def _met(requirement: Requirement, trail: Trail) -> Met:
    trace = requirement.shown_by
    if trace is Trace.NOTHING:
        return Met(requirement, Showing.LOOKED_UP)
    if trace in OF_THE_PERSON:
        return Met(requirement, _shown(OF_THE_PERSON[trace](trail, requirement.limit or 0)))
    steps = _steps_of(requirement.of, trail)
    if trace in OF_ONE_STEP:
        fitting = [step for _, step in steps if OF_ONE_STEP[trace](step)]
        days = tuple(_days_left(trail.calls, fitting)) if requirement.of is Matter.CALL else ()
        return Met(requirement, _shown(bool(fitting) and not days), days=days)
    meant = [(n, step) for n, step in steps if _is_meant(trace, step, steps)]
    lacking = tuple(n for n, step in meant if not OF_EVERY_STEP[trace](step))
    return Met(requirement, _shown(bool(meant) and not lacking), lacking)


def _days_left(calls: Iterable[Call], fitting: Collection[ServiceStep]) -> Iterator[UncertainDate]:
    """The days for which no such step called in time: a call counts for its own day alone."""
    for call in calls:
        if call.date and not any(_calls_for(step, call.date) for step in fitting):
            yield call.date


def _calls_for(step: ServiceStep, day: UncertainDate) -> bool:
    is_meant = step.appear_on is not None and may_overlap(step.appear_on, day)
    return is_meant and not (step.date and certainly_before(day, step.date))


def _steps_of(matter: Matter, trail: Trail) -> list[Numbered]:
    return [(n, s) for n, s in enumerate(trail.steps, start=1) if s.what is _SERVED.get(matter, s.what)]


def _is_meant(trace: Trace, step: ServiceStep, steps: list[Numbered]) -> bool:
    """A paper is dated as of the first step that served it; only what is printed needs an act that names the outlet."""
    if trace is Trace.OUTLET_BASIS:
        return step.how is Way.PRINT
    return trace is not Trace.SAME_DAY or first_of_its_paper(step, [s for _, s in steps])


def _shown(is_shown: bool) -> Showing:
    return Showing.SHOWN if is_shown else Showing.MISSING


def _is_published(step: ServiceStep, way: Way) -> bool:
    return step.how is way and step.date is not None and not step.lacking_of_publication


def _bears_its_day(step: ServiceStep) -> bool:
    return step.dated is not None and step.date is not None and may_overlap(step.dated, step.date)


def _missed_more_than(trail: Trail, limit: int) -> bool:
    return sum(bool(call.missed) and call.good_reason is None for call in trail.calls) > limit


def _was_decided_within(trail: Trail, limit: int) -> bool:
    """The last day that the decision can have had against the first on which the application can have come."""
    absence = trail.absence
    if absence is None or absence.ruling is None or absence.applied_on is None or absence.ruling.decided_on is None:
        return False
    came, decided = absence.applied_on.earliest, absence.ruling.decided_on.latest
    return came is not None and decided is not None and 0 <= (decided - came).days <= limit


def _is_told(ruling: Ruling | None) -> bool:
    return ruling is not None and None not in (ruling.decided_on, ruling.body)


def _has_no_good_reason(trail: Trail) -> bool:
    missed = [call for call in trail.calls if call.missed]
    return bool(missed) and all(call.good_reason is None for call in missed)


OF_ONE_STEP: Mapping[Trace, Callable[[ServiceStep], bool]] = {
    Trace.STEP: lambda step: True,
    Trace.SENT: lambda step: step.how in _SENT,
    Trace.TO_ADDRESS: lambda step: step.how in _TO_ADDRESS,
    Trace.PRINTED: lambda step: _is_published(step, Way.PRINT),
    Trace.ON_SITE: lambda step: _is_published(step, Way.OFFICIAL_SITE),
}
OF_EVERY_STEP: Mapping[Trace, Callable[[ServiceStep], bool]] = {
    Trace.SAME_DAY: _bears_its_day,
    Trace.HOUR: lambda step: None not in (step.date, step.time),
    Trace.PROOF: lambda step: bool(step.citations),
    Trace.OUTLET_BASIS: lambda step: step.basis is not None,
}
OF_THE_PERSON: Mapping[Trace, Callable[[Trail, int], bool]] = {
    Trace.LAST_ADDRESS: lambda trail, _: trail.has_address,
    Trace.OF_AGE: lambda trail, _: trail.has_birth_date and not trail.person.minor,
    Trace.CALLS_MISSED: _missed_more_than,
    Trace.NO_GOOD_REASON: lambda trail, _: _has_no_good_reason(trail),
    Trace.GROUND: lambda trail, _: bool(trail.absence and trail.absence.ground),
    Trace.COUNSEL: lambda trail, _: bool(trail.absence and trail.absence.counsel),
    Trace.RULING: lambda trail, _: bool(trail.absence and _is_told(trail.absence.ruling)),
    Trace.DECIDED_IN_TIME: _was_decided_within,
    Trace.TRIAL_RULING: lambda trail, _: bool(trail.absence and _is_told(trail.absence.special_trial)),
}
