"""Processes that lay out pages: as many as there are cores, each stopped where a job takes more than it may."""

from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor  # noqa: TID251 - each waits for a process
from functools import partial
from importlib.util import find_spec
from queue import LifoQueue
from types import TracebackType
from typing import Generic, Self, TypeVar

from referral.errors import WriteError
from referral.writers.pages.laid import Laid
from referral.writers.pdf.limits import Limits
from referral.writers.pdf.press import Engine, Job, Pages, in_order
from referral.writers.pdf.process import Process

_LIMITS = Limits()
Answer = TypeVar("Answer")


class Workers(Generic[Job]):
    """A press of so many processes, for a `with`. The first starts at once, each other when there is work for it."""

    def __init__(self, count: int, engine: Engine[Job], limits: Limits = _LIMITS) -> None:
        self._engine = engine
        self._threads = ThreadPoolExecutor(count)
        self._processes = [Process(engine, limits) for _ in range(count)]
        self._idle: LifoQueue[Process[Job]] = LifoQueue()  # the one that worked last goes first, for it runs already
        for process in reversed(self._processes):
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
        if not all(map(find_spec, self._engine.packages)):
            raise WriteError(self._engine.install)

    def environment(self) -> str:
        known = (process.greeting for process in self._processes if process.greeting)
        return next(known, "") or self._of_idle(Process.environment)

    def begin(self, jobs: Iterable[Job]) -> Pages:
        answers = [self._threads.submit(self._lay_out, job) for job in jobs]
        return partial(in_order, Future.result, answers)

    def _lay_out(self, job: Job) -> Laid:
        return self._of_idle(lambda process: process.lay_out(job))

    def _of_idle(self, ask: Callable[[Process[Job]], Answer]) -> Answer:
        process = self._idle.get()
        try:
            return ask(process)
        finally:
            self._idle.put(process)
