"""The order of results, and what becomes of what an engine loses."""

from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from pathlib import Path
from typing import Any

import pytest

from referral.batch.cases import NamedCase
from referral.batch.result import Result, State, lost
from referral.batch.run import run
from referral.batch.terms import BatchTerms
from tests.unit.batch.batches import Here, Losing, done, silent, terms

CASES = [NamedCase(name, name) for name in "abc"]
TERMS = terms(Path())


class LastFirst(Executor):
    """Has the results in the wrong order."""

    def __init__(self, total: int) -> None:
        self._total, self._kept = total, list[tuple["Future[Any]", NamedCase]]()

    def submit(self, fn: Any, /, *given: Any, **named: Any) -> "Future[Any]":
        self._kept.append((Future(), given[0]))
        future = self._kept[-1][0]
        if len(self._kept) == self._total:
            for waiting, case in reversed(self._kept):
                waiting.set_result(done(case.name))
        return future


def told(executor: Executor, **more: Any) -> tuple[list[Result], list[str]]:
    heard: list[str] = []
    results = run(CASES, TERMS, executor, lambda result: heard.append(result.name), **more)
    return results, heard


def test_results_come_in_the_order_of_the_cases_whatever_was_finished_first():
    results, heard = told(LastFirst(len(CASES)))

    assert ["a", "b", "c"] == [result.name for result in results]
    assert {"a", "b", "c"} == {*heard}


def test_the_work_gets_the_case_and_the_terms():
    asked: list[tuple[NamedCase, BatchTerms]] = []

    def work(case: NamedCase, given: BatchTerms) -> Result:
        asked.append((case, given))
        return done(case.name)

    run(CASES, TERMS, Here(), silent, work)

    assert [(case, TERMS) for case in CASES] == asked


def test_what_is_lost_is_tried_once_more_when_the_others_are_done():
    engine = Losing(["a"])
    results, heard = told(engine)

    assert ["a", "b", "c", "a"] == engine.asked
    assert [State.FAILED, State.DONE, State.DONE] == [result.state for result in results]
    assert "a" == heard[-1]
    assert 3 == results[0].code
    assert "twice, the second time alone" in results[0].message


def test_what_is_lost_by_the_fault_of_another_is_done_the_second_time():
    results, heard = told(Losing(["a", "b"], times=1))

    assert [State.DONE] * 3 == [result.state for result in results]
    assert sorted(heard) == ["a", "b", "c"]


class Gone(Here):
    """An engine that has lost its scheduler: it cancels what it has, or takes nothing any more."""

    def __init__(self, failure: Exception, *, takes: bool) -> None:
        super().__init__(self._broken)
        self._failure, self._takes = failure, takes
        self.asked = 0

    def submit(self, fn: Any, /, *given: Any, **named: Any) -> "Future[Any]":
        self.asked += 1
        if not self._takes:
            raise self._failure
        return super().submit(fn, *given, **named)

    def _broken(self, *given: object) -> Result:
        raise self._failure


@pytest.mark.parametrize(
    ("failure", "takes"), [(CancelledError(), True), (BrokenExecutor(), True), (RuntimeError("shut down"), False)]
)
def test_an_engine_that_has_gone_ends_the_batch_and_is_not_asked_again(failure: Exception, takes: bool):
    engine = Gone(failure, takes=takes)
    results, heard = told(engine)

    assert 3 == engine.asked
    assert [(State.FAILED, 3)] * 3 == [(result.state, result.code) for result in results]
    assert ["a", "b", "c"] == sorted(heard)
    assert all("the engine has gone; run the batch again" in result.message for result in results)


def test_what_was_lost_is_not_asked_again_of_an_engine_that_has_gone():
    def work(case: NamedCase, _: BatchTerms) -> Result:
        if case.name == "c":
            raise CancelledError
        return lost(case.name, "it broke down")

    asked: list[str] = []

    class Counting(Here):
        def submit(self, fn: Any, /, *given: Any, **named: Any) -> "Future[Any]":
            asked.append(given[0].name)
            return super().submit(fn, *given, **named)

    results, heard = told(Counting(work))

    assert ["a", "b", "c"] == asked
    assert ["it broke down"] * 2 == [result.message for result in results[:2]]
    assert sorted(heard) == ["a", "b", "c"]


def test_a_process_that_broke_down_counts_as_lost():
    def dying(case: NamedCase, _: BatchTerms) -> Result:
        return Result(case.name, State.LOST, 3, message="it broke down (-9)") if case.name == "b" else done(case.name)

    results, _ = told(Here(), work=dying)

    assert [State.DONE, State.FAILED, State.DONE] == [result.state for result in results]
    assert results[1].message.endswith("it broke down (-9)")
