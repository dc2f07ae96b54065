"""The batch: every case handed out once, what was lost tried once more and alone, the results in the order of names."""

from collections.abc import Callable, Sequence
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future, as_completed
from dataclasses import replace

from referral.batch.cases import NamedCase
from referral.batch.crew import work_on
from referral.batch.result import Result, State, lost
from referral.batch.terms import BatchTerms

Tell = Callable[[Result], None]
Work = Callable[[NamedCase, BatchTerms], Result]
_GONE = "the engine has gone; run the batch again, and it goes on where it was"


def run(
    cases: Sequence[NamedCase], terms: BatchTerms, executor: Executor, tell: Tell, work: Work = work_on
) -> list[Result]:
    """The results in the order of the cases; `tell` hears of each as soon as it is there."""
    found: dict[str, Result] = {}
    futures = {_handed_out(executor, work, case, terms): case for case in cases}
    for future in as_completed(futures):
        result = _heard(future, futures.pop(future))
        found[result.name] = result
        if result.is_heard_of:
            tell(result)
    for case in [case for case in cases if not found[case.name].is_heard_of]:
        if all(result.state is not State.UNREACHED for result in found.values()):  # nothing answers any more
            found[case.name] = _second(_heard(_handed_out(executor, work, case, terms), case))
        tell(_given_up(found[case.name]))
    return [_given_up(found[case.name]) for case in cases]


def _handed_out(executor: Executor, work: Work, case: NamedCase, terms: BatchTerms) -> "Future[Result]":
    """An engine that has gone takes nothing; that is an answer like any other."""
    try:
        return executor.submit(work, case, terms)
    except Exception as failure:  # noqa: BLE001 - each engine has exceptions of its own
        nobody: Future[Result] = Future()
        nobody.set_exception(BrokenExecutor(str(failure)))
        return nobody


def _heard(future: "Future[Result]", case: NamedCase) -> Result:
    try:
        return future.result()
    except (CancelledError, BrokenExecutor):
        return replace(lost(case.name, _GONE), state=State.UNREACHED)
    except Exception as failure:  # noqa: BLE001 - work does not raise: the engine has lost it, each in its own way
        return lost(case.name, f"the engine lost it ({type(failure).__name__})")


def _second(result: Result) -> Result:
    """What is lost twice, and had no other beside it, is lost by its own fault."""
    is_lost = result.state is State.LOST
    return replace(result, message=f"twice, the second time alone: {result.message}") if is_lost else result


def _given_up(result: Result) -> Result:
    return result if result.is_heard_of else replace(result, state=State.FAILED)
