"""The summary: in order, without a clock, with the code of the worst."""

import pytest

from referral.batch.result import Cost, Result, State
from referral.batch.summary import lines, summary, worst
from tests.unit.batch.batches import done

RESULTS = [
    done("a", warnings=2, files=3, cost=Cost(1.5, 1.0, 90.0)),
    Result("bb", State.ERRORS, 1, errors=1, unchanged=True, message="what is wrong is said in check.json"),
    Result("c", State.FAILED, 3, message="no room\non the disk"),
]


@pytest.mark.parametrize(("codes", "expected"), [([], 0), ([0, 1], 1), ([1, 3, 0], 3), ([3, 5], 5), ([70, 5], 70)])
def test_the_code_is_that_of_the_worst(codes: list[int], expected: int):
    assert expected == worst([done("x", code=code) for code in codes])


def test_data_has_totals_and_each_case():
    told = summary(RESULTS, with_costs=False)

    assert (1, False, 3) == (told["schema"], told["ok"], told["code"])
    assert {"done": 1, "errors": 1, "failed": 1, "unchanged": 1} == told["states"]
    assert {"errors": 1, "warnings": 2, "gaps": 0, "open_points": 0, "files": 3} == told["total"]
    assert ["a", "bb", "c"] == [case["name"] for case in told["cases"]]


@pytest.mark.parametrize("asked", [True, False])
def test_costs_are_told_only_if_asked_for(asked: bool):
    first = summary(RESULTS, with_costs=asked)["cases"][0]

    assert ({"seconds": 1.5, "cpu": 1.0, "megabytes": 90.0} if asked else None) == first.get("cost")


def test_lines_say_what_became_of_each_and_why():
    assert [
        "a   done: 0 errors, 2 warnings, 0 gaps, 0 open points, 3 files",
        "bb  errors (unchanged): 1 errors, 0 warnings, 0 gaps, 0 open points, 0 files",
        "    what is wrong is said in check.json",
        "c   failed: 0 errors, 0 warnings, 0 gaps, 0 open points, 0 files",
        "    no room",
        "    on the disk",
        "3 cases: 1 done, 1 errors, 1 failed, 1 unchanged",
    ] == list(lines(RESULTS))


def test_no_case_is_none():
    assert ["0 cases: none"] == list(lines([]))


def test_a_result_is_the_same_after_it_was_sent():
    assert RESULTS == [Result.of_data(result.to_data()) for result in RESULTS]
