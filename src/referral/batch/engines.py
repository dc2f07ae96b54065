"""The engines that hand cases out, each a `concurrent.futures.Executor`: threads of this program, or a Dask cluster."""

from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor  # noqa: TID251 - each waits for a process
from contextlib import contextmanager

from referral.errors import ReferralError, UsageError

PROCESSES, DASK = "processes", "dask"
ENGINES = (PROCESSES, DASK)
_NOT_INSTALLED = 'the package that speaks to a Dask scheduler is not installed; run: pip install "referral[batch]"'
_SECONDS_TO_REACH = 30


@contextmanager
def engine(name: str, workers: int, scheduler: str | None = None) -> Iterator[Executor]:
    """For a `with`. UsageError if the engine does not fit what else was asked for."""
    if (name == DASK) != bool(scheduler):
        raise UsageError("--engine dask and --scheduler ADDRESS go together: tcp://HOST:8786, as the scheduler says")
    with _dask(scheduler) if scheduler else _threads(workers) as executor:
        yield executor


@contextmanager
def _threads(workers: int) -> Iterator[Executor]:
    """Each waits for a process of its own (`crew`). Whoever leaves early does not wait for what nobody has begun."""
    executor = ThreadPoolExecutor(workers)
    try:
        yield executor
    finally:
        executor.shutdown(wait=False, cancel_futures=True)


@contextmanager
def _dask(scheduler: str) -> Iterator[Executor]:
    try:
        from distributed import Client  # an extra
    except ImportError as failure:
        raise ReferralError(_NOT_INSTALLED) from failure
    try:
        client = Client(scheduler, timeout=_SECONDS_TO_REACH, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as failure:
        raise ReferralError(f"{scheduler}: no Dask scheduler could be reached there ({failure})") from failure
    with client:
        # Not pure: a case that is tried once more is no result that the scheduler has already.
        yield client.get_executor(pure=False)  # type: ignore[no-untyped-call]
