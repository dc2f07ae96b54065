"""Processes that lay out pages: as many as there are cores, each stopped where a job takes more than it may."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from queue import SimpleQueue
from types import TracebackType
from typing import Self

from referral.errors import WriteError
from referral.writers.pages.laid import Laid
from referral.writers.pdf.engine import INSTALL
from referral.writers.pdf.job import Job
from referral.writers.pdf.limits import Limits
from referral.writers.pdf.press import all_or_none
from referral.writers.pdf.process import Process

_LIMITS = Limits()


class Workers:
    """A press of so many processes, for a `with`. The first starts at once, each other when there is work for it."""

    def __init__(self, count: int, limits: Limits = _LIMITS) -> None:
        self._threads = ThreadPoolExecutor(count)
        self._processes = [Process(limits) for _ in range(count)]
        self._idle: SimpleQueue[Process] = SimpleQueue()
        for process in self._processes:
            self._idle.put(process)

    def __enter__(self) -> Self:
        self._processes[0].start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)
        for process in self._processes:
            process.stop()

    @property
    def pids(self) -> list[int]:
        """The numbers under which the system knows the processes that run."""
        return [process.pid for process in self._processes if process.pid]

    def require(self) -> None:
        if find_spec("weasyprint") is None:
            raise WriteError(INSTALL)

    def environment(self) -> str:
        return self._processes[0].environment()

    def lay_out(self, jobs: Sequence[Job]) -> list[Laid]:
        answers = [self._threads.submit(self._lay_out, job) for job in jobs]
        return all_or_none(lambda answer: answer.result(), answers)

    def _lay_out(self, job: Job) -> Laid:
        process = self._idle.get()
        try:
            return process.lay_out(job)
        finally:
            self._idle.put(process)
