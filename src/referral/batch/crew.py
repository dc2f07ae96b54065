"""The processes that one engine has in one of its own: taken by whoever has a case, and given back.

An engine calls a function with values, and keeps nothing for it; so processes are kept here, by the terms of a batch.
"""

from functools import cache
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Self

from referral.batch.cases import NamedCase
from referral.batch.process import CaseProcess
from referral.batch.result import Result
from referral.batch.terms import BatchTerms


class Crew:
    """As many processes as there are threads that ask at once."""

    def __init__(self, terms: BatchTerms) -> None:
        self._terms = terms
        self._all: list[CaseProcess] = []
        self._idle: SimpleQueue[CaseProcess] = SimpleQueue()

    @property
    def pids(self) -> list[int]:
        """The numbers under which the system knows those that run."""
        return [process.pid for process in self._all if process.pid]

    def work_on(self, case: NamedCase) -> Result:
        process = self._taken()
        try:
            return process.work_on(case)
        finally:
            self._idle.put(process)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.stop()

    def stop(self) -> None:
        """Also those that are at work: whoever leaves early wants no more of them, and must have stopped his engine."""
        for process in self._all:
            process.stop()

    def _taken(self) -> CaseProcess:
        try:
            return self._idle.get_nowait()
        except Empty:
            self._all.append(CaseProcess(self._terms))
            return self._all[-1]


@cache
def crew(terms: BatchTerms) -> Crew:
    return Crew(terms)


def work_on(case: NamedCase, terms: BatchTerms) -> Result:
    """What an engine is asked to call, in whatever thread of whatever process."""
    return crew(terms).work_on(case)
