"""Who lays pages out: this process, one job after another. `workers.py` has the other one, for the command line."""

from collections.abc import Callable, Iterable, Sequence
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


# Waits for what is being laid out, and gives it in the order of the jobs. Raises WriteError with all that went wrong.
Pages = Callable[[], list[Laid]]


class Press(Protocol[JobIn]):
    """Lays out jobs, in whatever order; what it gives does not depend on how."""

    def require(self) -> None:
        """Raise WriteError if what it needs is not installed and that is known already."""
        ...

    def environment(self) -> str:
        """A digest of what the bytes depend on beside the job."""
        ...

    def begin(self, jobs: Sequence[JobIn]) -> Pages:
        """Have the jobs laid out, elsewhere if it can, while the caller does other work."""
        ...


class Here(Generic[Job]):
    """This very process: nothing is started, and nothing can be stopped."""

    def __init__(self, engine: Engine[Job]) -> None:
        self._engine = engine

    def require(self) -> None:
        self.environment()

    def environment(self) -> str:
        return self._engine.environment()

    def begin(self, jobs: Sequence[Job]) -> Pages:
        return partial(all_or_none, self._engine.laid, jobs)


def all_or_none(laid: Callable[[Asked], Laid], asked: Iterable[Asked]) -> list[Laid]:
    """Each of them laid out; raises one WriteError with all that went wrong."""
    done, failures = list[Laid](), list[WriteError]()
    for job in asked:
        try:
            done.append(laid(job))
        except WriteError as failure:
            failures.append(failure)
    if failures:
        raise WriteError("\n".join(dict.fromkeys(map(str, failures)))) from failures[0]
    return done
