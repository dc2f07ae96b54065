"""Where the rules on service draw their line. The place where each finds its fault is in `tests/broken/case`."""

from typing import Any

import pytest
from pydantic import ValidationError

from referral.case.checks import check_entries
from referral.case.model.service import ServiceStep
from tests.unit.builder import Entry, loaded, person

STEP: Entry = {"what": "notice", "how": "post", "person": "PER-001", "date": "2022-03-05", "time": "09:05"}
PRINT: Entry = {**STEP, "how": "print", "outlet": "A newspaper", "number": "7", "page": "2"}
SITE: Entry = {**STEP, "how": "official_site", "outlet": "A site", "address": "https://example.org/1"}


def found(rule: str, **fields: Any) -> list[str]:
    """The messages of one rule about a proceeding with these fields."""
    proceeding = {"id": "PR-01", "kind": "pre_trial", "title": "A proceeding", **fields}
    whole = loaded(persons=[person(), person("PER-002")], proceedings=[proceeding])
    return [finding.message for finding in check_entries(whole) if finding.rule == rule]


def without(entry: Entry, *names: str) -> Entry:
    return {key: value for key, value in entry.items() if key not in names}


def test_a_step_with_day_hour_and_minute_is_in_order():
    assert [] == found("service-without-time", service=[STEP])


@pytest.mark.parametrize("missing", ["date", "time"])
def test_a_step_says_which_part_of_its_time_is_missing(missing: str):
    (message,) = found("service-without-time", service=[without(STEP, missing)])

    assert message.endswith(f"on PER-001 without {missing}")


@pytest.mark.parametrize("written", ["9:05", "24:00", "12:60", "09.05", "noon"])
def test_a_time_is_an_hour_and_a_minute(written: str):
    with pytest.raises(ValidationError, match="09:05"):
        ServiceStep.model_validate({**STEP, "time": written})


@pytest.mark.parametrize("step", [PRINT, SITE, STEP])
def test_a_publication_that_can_be_looked_up_is_in_order(step: Entry):
    assert [] == found("publication-without-issue", service=[step])


@pytest.mark.parametrize(
    ("step", "missing"), [(PRINT, "outlet"), (PRINT, "number"), (PRINT, "page"), (SITE, "outlet"), (SITE, "address")]
)
def test_a_publication_says_what_is_missing(step: Entry, missing: str):
    (message,) = found("publication-without-issue", service=[without(step, missing)])

    assert message.endswith(f"without {missing}")


@pytest.mark.parametrize("dated", ["2022-03-05", "2022-03", None])
def test_a_notice_that_may_bear_its_day_is_in_order(dated: str | None):
    assert [] == found("served-on-another-day", service=[{**STEP, "dated": dated}])


def test_only_the_first_step_of_a_notice_must_be_of_its_day():
    later = {**STEP, "date": "2022-03-09", "dated": "2022-03-05"}

    assert [] == found("served-on-another-day", service=[{**STEP, "dated": "2022-03-05"}, later])
    assert 1 == len(found("served-on-another-day", service=[later, later]))


def test_a_call_may_bear_another_day_than_that_on_which_it_was_sent():
    assert [] == found("served-on-another-day", service=[{**STEP, "what": "call", "dated": "2022-03-01"}])


def test_service_on_one_person_is_none_on_another():
    absence = {"person": "PER-002", "counsel": {}}

    assert 1 == len(found("absent-not-served", service=[STEP], absences=[absence]))
    assert [] == found("absent-not-served", service=[STEP], absences=[{**absence, "person": "PER-001"}])


def test_a_trial_told_by_others_to_have_been_in_absentia_asks_for_no_service():
    assert [] == found("absent-not-served", kind="court", in_absentia="true")
    assert 1 == len(found("absent-not-served", in_absentia="true"))


def test_counsel_need_not_be_named():
    assert [] == found("absent-without-counsel", absences=[{"person": "PER-001", "counsel": {"appointed": "true"}}])
    assert 1 == len(found("absent-without-counsel", absences=[{"person": "PER-001"}]))


def test_the_day_for_which_somebody_is_called_may_lie_ahead():
    call = {"person": "PER-001", "date": "2030-01-01"}

    assert [] == found("impossible-chronology", calls=[call], service=[{**STEP, "appear_on": "2030-01-01"}])
    assert 1 == len(found("impossible-chronology", service=[{**STEP, "date": "2030-01-01"}]))
