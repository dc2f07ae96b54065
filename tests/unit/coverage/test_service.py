"""What a case shows of service, word by word of the library; the requirements of the shipped one are all asked."""

from types import MappingProxyType
from typing import Any

import pytest
from pydantic import ValidationError

from referral.case.model import Person, Proceeding
from referral.coverage.service import OF_EVERY_STEP, OF_ONE_STEP, OF_THE_PERSON, Met, Showing, met, trail_of
from referral.law import Law
from referral.law.model import Matter, Requirement, Trace
from tests.unit.builder import Entry, citation, person, shipped_law

SHIPPED = shipped_law()
NOTICE: Entry = {"what": "notice", "how": "post", "person": "PER-001", "date": "2022-03-05", "time": "09:05"}
CALL: Entry = {**NOTICE, "what": "call", "appear_on": "2022-03-20"}
DAY: Entry = {"person": "PER-001", "date": "2022-03-20"}
RULING: Entry = {"decided_on": "2022-05-10", "body": "a judge"}


def requirement(of: str, shown_by: str, limit: int | None = None) -> Requirement:
    return Requirement.model_validate(
        {"id": "r.1", "status": "known", "text": {"en": "It is so."}, "of": of, "shown_by": shown_by, "limit": limit}
    )


def law_of(*requirements: Requirement) -> Law:
    remarks = MappingProxyType({f"r.{n}": one for n, one in enumerate(requirements)})
    return Law({}, {}, {}, {}, remarks, (), (), "")


def shown(of: str, by: str, limit: int | None = None, **fields: Any) -> Met:
    """What one requirement comes to in a proceeding with these fields."""
    given = {"absences": [{"person": "PER-001", "special_trial": {}}], **fields}
    known = {"has_address": given.pop("has_address", True), "has_birth_date": given.pop("has_birth_date", True)}
    who = Person.model_validate(person(**given.pop("who", {})))
    proceeding = Proceeding.model_validate({"id": "PR-01", "kind": "pre_trial", "title": "P", **given})
    (found,) = met(trail_of(proceeding, who, **known), law_of(requirement(of, by, limit)))
    return found


def absent(**fields: Any) -> list[Entry]:
    return [{"person": "PER-001", **fields}]


def test_every_trace_means_something():
    means = {*OF_ONE_STEP, *OF_EVERY_STEP, *OF_THE_PERSON, Trace.NOTHING}
    assert set(Trace) == means


def test_the_shipped_library_asks_for_every_trace_and_matter():
    assert set(Trace) == {r.shown_by for r in SHIPPED.requirements}
    assert set(Matter) == {r.of for r in SHIPPED.requirements}


PRINT = {**CALL, "how": "print", "outlet": "N", "number": "7", "page": "2"}
SITE = {**CALL, "how": "official_site", "outlet": "S", "address": "https://example.org/1"}


@pytest.mark.parametrize(
    ("of", "by", "fields", "expected"),
    [
        ("notice", "step", {"service": [NOTICE]}, True),
        ("notice", "step", {"service": [CALL]}, False),
        ("notice", "step", {"service": [{**NOTICE, "person": "PER-002"}]}, False),
        ("notice", "sent", {"service": [{**NOTICE, "how": "e_mail"}]}, True),
        ("notice", "sent", {"service": [SITE | {"what": "notice"}]}, False),
        ("notice", "same_day", {"service": [{**NOTICE, "dated": "2022-03-05"}]}, True),
        ("notice", "same_day", {"service": [{**NOTICE, "dated": "2022-03-04"}]}, False),
        ("notice", "same_day", {"service": [NOTICE]}, False),
        ("call", "to_address", {"service": [CALL]}, True),
        ("call", "to_address", {"service": [{**CALL, "how": "messenger"}]}, False),
        ("call", "printed", {"service": [PRINT]}, True),
        ("call", "printed", {"service": [{**PRINT, "page": None}]}, False),
        ("call", "on_site", {"service": [SITE]}, True),
        ("call", "on_site", {"service": [{**SITE, "address": None}]}, False),
        ("call", "outlet_basis", {"service": [{**PRINT, "basis": "An act"}]}, True),
        ("call", "outlet_basis", {"service": [PRINT]}, False),
        ("call", "outlet_basis", {"service": [SITE]}, False),
        ("call", "last_address", {}, True),
        ("call", "last_address", {"has_address": False}, False),
        ("absence", "of_age", {}, True),
        ("absence", "of_age", {"has_birth_date": False}, False),
        ("absence", "of_age", {"who": {"minor": "true"}}, False),
        ("absence", "ground", {"absences": absent(ground="He left.")}, True),
        ("absence", "ground", {"absences": absent()}, False),
        ("absence", "counsel", {"absences": absent(counsel={})}, True),
        ("absence", "counsel", {"absences": absent()}, False),
        ("absence", "ruling", {"absences": absent(ruling=RULING)}, True),
        ("absence", "ruling", {"absences": absent(ruling={"body": "a judge"})}, False),
        ("absence", "no_good_reason", {"calls": [{**DAY, "missed": "true"}]}, True),
        ("absence", "no_good_reason", {"calls": [{**DAY, "missed": "true", "good_reason": "Ill."}]}, False),
        ("absence", "no_good_reason", {}, False),
        ("trial", "trial_ruling", {"absences": absent(special_trial=RULING)}, True),
        ("trial", "trial_ruling", {"absences": absent(special_trial={})}, False),
    ],
)
def test_a_trace_is_shown_or_missing(of: str, by: str, fields: Entry, expected: bool):
    assert (Showing.SHOWN if expected else Showing.MISSING) is shown(of, by, **fields).showing


def test_what_no_case_shows_is_looked_up():
    assert Showing.LOOKED_UP is shown("absence", "nothing").showing


def test_steps_that_lack_something_are_named_in_the_order_of_time():
    steps = [{**NOTICE, "date": "2022-03-07", "time": None}, NOTICE, {**NOTICE, "date": None}]

    assert (2, 3) == shown("notice", "hour", service=steps).lacking


def test_steps_without_proof_are_named():
    steps = [{**NOTICE, "citations": [citation()]}, {**NOTICE, "date": "2022-03-06"}]

    assert (2,) == shown("notice", "proof", service=steps).lacking


@pytest.mark.parametrize(("missed", "expected"), [(2, Showing.MISSING), (3, Showing.SHOWN)])
def test_calls_are_missed_more_often_than_the_limit(missed: int, expected: Showing):
    calls = [{**DAY, "missed": "true"}] * missed + [{**DAY, "missed": "false"}]

    assert expected is shown("absence", "calls_missed", 2, calls=calls).showing


def test_a_call_missed_for_a_good_reason_does_not_count():
    calls = [{**DAY, "missed": "true"}] * 2 + [{**DAY, "missed": "true", "good_reason": "Ill."}]

    assert Showing.MISSING is shown("absence", "calls_missed", 2, calls=calls).showing


@pytest.mark.parametrize(
    ("applied", "expected"),
    [("2022-04-30", True), ("2022-04-29", False), ("2022-05-11", False), ("2022-04", False), (None, False)],
)
def test_a_decision_is_in_time_only_if_it_certainly_is(applied: str | None, expected: bool):
    found = shown("absence", "decided_in_time", 10, absences=absent(applied_on=applied, ruling=RULING))

    assert (Showing.SHOWN if expected else Showing.MISSING) is found.showing


def test_each_day_of_a_call_needs_a_step_of_its_own_that_was_in_time():
    calls = [DAY, {**DAY, "date": "2022-04-20"}, {**DAY, "date": "2022-05-20"}]
    late = {**CALL, "appear_on": "2022-05-20", "date": "2022-05-21"}
    found = shown("call", "to_address", service=[CALL, late], calls=calls)

    assert Showing.MISSING is found.showing
    assert ["2022-04-20", "2022-05-20"] == [str(day) for day in found.days]


@pytest.mark.parametrize(
    ("absences", "expected"),
    [
        ([], {"notice", "call"}),
        (absent(), {"notice", "call", "absence"}),
        (absent(special_trial={}), {"notice", "call", "absence", "trial"}),
        ([{"person": "PER-002"}], {"notice", "call"}),
    ],
)
def test_of_absence_and_trial_something_is_required_only_where_they_are_recorded(
    absences: list[Entry], expected: set[str]
):
    proceeding = Proceeding.model_validate({"id": "PR-01", "kind": "pre_trial", "title": "P", "absences": absences})
    trail = trail_of(proceeding, Person.model_validate(person()), has_address=True, has_birth_date=True)

    assert expected == {one.requirement.of.value for one in met(trail, SHIPPED)}


def test_without_a_proceeding_everything_is_missing_that_a_case_can_show():
    trail = trail_of(None, Person.model_validate(person()), has_address=False, has_birth_date=False)

    assert {Showing.MISSING, Showing.LOOKED_UP} == {one.showing for one in met(trail, SHIPPED)}


@pytest.mark.parametrize(("by", "limit"), [("calls_missed", None), ("step", 2), ("decided_in_time", 0)])
def test_a_limit_belongs_to_what_is_counted(by: str, limit: int | None):
    with pytest.raises(ValidationError):
        requirement("absence", by, limit)
