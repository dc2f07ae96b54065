"""The order of steps before a proceeding goes on without a person, and who may defend him.

`absent-out-of-order`: a call after the day for which it calls; a decision before the notice; counsel after it.
`absent-not-called`: a decision that the proceeding goes on without a person whom no publication called.
`not-counsel`: somebody is to defend the absent who investigates, prosecutes or was harmed in the same proceeding.
"""

from collections.abc import Iterator

from referral.case.load import LoadedCase
from referral.case.model import Person, Proceeding, RoleName
from referral.case.model.service import Absence, Served, Way
from referral.diagnostics import Diagnostic, warning
from referral.edtf import certainly_before, may_overlap

_OTHER_SIDE = frozenset({RoleName.INVESTIGATOR, RoleName.PROSECUTOR, RoleName.VICTIM, RoleName.WITNESS})


def calls_come_before_their_day(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`absent-out-of-order`"""
    for index, proceeding in loaded.entries("proceedings"):
        for number, step in enumerate(proceeding.service):
            day = step.appear_on
            if step.what is Served.CALL and step.date and day and certainly_before(day, step.date):
                message = f"{step.person} was called on {step.date} for {day}, a day that had passed"
                yield warning(loaded.where("proceedings", index, "service", number), "absent-out-of-order", message)


def absences_are_in_order(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`absent-out-of-order`, `absent-not-called`, `not-counsel`"""
    for index, proceeding in loaded.entries("proceedings"):
        for number, absence in enumerate(proceeding.absences):
            for rule, message in (*_order(proceeding, absence), *_counsel(proceeding, absence, loaded)):
                yield warning(loaded.where("proceedings", index, "absences", number), rule, message)


def _order(proceeding: Proceeding, absence: Absence) -> Iterator[tuple[str, str]]:
    own = [step for step in proceeding.service if step.person == absence.person]
    decided = absence.ruling.decided_on if absence.ruling else None
    notices = [step.date for step in own if step.what is Served.NOTICE and step.date]
    if decided and notices and all(certainly_before(decided, day) for day in notices):
        yield "absent-out-of-order", f"it was decided on {decided}, before any notice was served on {absence.person}"
    since = absence.counsel.since if absence.counsel else None
    if decided and since and certainly_before(decided, since) and not may_overlap(decided, since):
        yield "absent-out-of-order", f"counsel takes part since {since}, after the decision of {decided}"
    published = (Way.PRINT, Way.OFFICIAL_SITE)
    if absence.ruling and not any(step.what is Served.CALL and step.how in published for step in own):
        yield "absent-not-called", f"{proceeding.id} goes on without {absence.person}, whom no publication called"


def _counsel(proceeding: Proceeding, absence: Absence, loaded: LoadedCase) -> Iterator[tuple[str, str]]:
    name = absence.counsel.person if absence.counsel else None
    person = loaded.case.by_id.get(name or "")
    if not isinstance(person, Person):
        return
    acts = {proceeding.investigator: "investigates", proceeding.prosecutor: "prosecutes", absence.person: "is absent"}
    other = next((r.role.value for r in person.roles if r.role in _OTHER_SIDE and _is_of(r.proceeding, proceeding)), "")
    if why := acts.get(name) or (f"is {other}" if other else ""):
        yield "not-counsel", f"{name} is to defend {absence.person}, and {why} in {proceeding.id}"


def _is_of(named: str | None, proceeding: Proceeding) -> bool:
    return named in (None, proceeding.id)
