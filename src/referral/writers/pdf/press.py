"""Who lays pages out: this process, one job after another. `workers.py` has the other one, for the command line."""

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, TypeVar

from referral.errors import WriteError
from referral.writers.pages.laid import Laid
from referral.writers.pdf import engine
from referral.writers.pdf.environment import environment
from referral.writers.pdf.job import Job

Asked = TypeVar("Asked")


class Press(Protocol):
    """Lays out jobs, in whatever order; what it gives does not depend on how."""

    def require(self) -> None:
        """Raise WriteError if what it needs is not installed and that is known already."""
        ...

    def environment(self) -> str:
        """A digest of what the bytes depend on beside the job."""
        ...

    def lay_out(self, jobs: Sequence[Job]) -> list[Laid]:
        """The jobs laid out, in their order. Raises WriteError with all that went wrong."""
        ...


class Here:
    """This very process: nothing is started, and nothing can be stopped."""

    def require(self) -> None:
        engine.load()

    def environment(self) -> str:
        return environment()

    def lay_out(self, jobs: Sequence[Job]) -> list[Laid]:
        return all_or_none(lay_out, jobs)


def lay_out(job: Job) -> Laid:
    """One job. An error in a chunk says which it is."""
    try:
        return engine.render(job.html, job.pictures, job.name)
    except WriteError as failure:
        raise WriteError(f"{job.place}: {failure}" if job.name else str(failure)) from failure


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
