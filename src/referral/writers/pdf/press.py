"""Who lays pages out: this process, one job after another. `workers.py` has the other one, for the command line."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Generic, Protocol, TypeVar

from referral.errors import WriteError
from referral.writers.pages.laid import Laid


class AnyJob(Protocol):
    """What is to be laid out at once: `name` is empty where it is a whole document, `place` says what it is."""

    @property
    def name(self) -> str: ...

    @property
    def place(self) -> str: ...

    @property
    def digest(self) -> str:
        """Of all that the layout depends on, but for the program and its libraries."""
        ...


Job = TypeVar("Job", bound=AnyJob)
JobIn = TypeVar("JobIn", bound=AnyJob, contravariant=True)
Asked = TypeVar("Asked")


@dataclass(frozen=True)
class Engine(Generic[Job]):
    """What lays pages out. A process of its own finds it by `module`, as `ENGINE`, and is asked in bytes."""

    module: str
    packages: tuple[str, ...]
    install: str
    advice: str  # where a layout had to be stopped
    environment: Callable[[], str]  # raises WriteError where a library is missing
    lay_out: Callable[[Job], Laid]
    to_bytes: Callable[[Job], bytes]
    of_bytes: Callable[[bytes], Job]

    def laid(self, job: Job) -> Laid:
        """One job. An error in a chunk says which it is."""
        try:
            return self.lay_out(job)
        except WriteError as failure:
            raise WriteError(f"{job.place}: {failure}" if job.name else str(failure)) from failure


# Gives what is being laid out in the order of the jobs, each as soon as it is there; where one fails, the others are
# waited for, and a WriteError tells all that went wrong.
Pages = Callable[[], Iterator[Laid]]


class Press(Protocol[JobIn]):
    """Lays out jobs, in whatever order; what it gives does not depend on how."""

    def require(self) -> None:
        """Raise WriteError if what it needs is not installed and that is known already."""
        ...

    def environment(self) -> str:
        """A digest of what the bytes depend on beside the job."""
        ...

    def begin(self, jobs: Iterable[JobIn]) -> Pages:
        """Have each job laid out from when it is given, elsewhere if it can; all are asked for before this returns."""
        ...


class Here(Generic[Job]):
    """This very process: nothing is started, and nothing can be stopped."""

    def __init__(self, engine: Engine[Job]) -> None:
        self._engine = engine

    def require(self) -> None:
        self.environment()

    def environment(self) -> str:
        return self._engine.environment()

    def begin(self, jobs: Iterable[Job]) -> Pages:
        return partial(in_order, self._engine.laid, list(jobs))


def in_order(laid: Callable[[Asked], Laid], asked: Iterable[Asked]) -> Iterator[Laid]:
    """Each of them laid out, up to the first that fails; raises one WriteError with all that went wrong."""
    failures = list[WriteError]()
    for job in asked:
        try:
            done = laid(job)
        except WriteError as failure:
            failures.append(failure)
            continue
        if not failures:
            yield done
    if failures:
        raise WriteError("\n".join(dict.fromkeys(map(str, failures)))) from failures[0]
