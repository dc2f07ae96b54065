"""The other side of `workers`: a process that lays out one job after another, until nobody asks any more."""

import contextlib
import gc
import sys
from importlib import import_module
from typing import Any

from referral.errors import WriteError
from referral.pipes import own_output, receive, send
from referral.writers.pages.laid import Laid
from referral.writers.pdf.limits import Limits, hold_job, hold_process
from referral.writers.pdf.messages import of_laid, packed
from referral.writers.pdf.press import Engine, Job


def main() -> None:
    """Says first in which environment it works, then answers each job with pages, or with what went wrong."""
    module, *numbers = sys.argv[1:]
    engine: Engine[Any] = import_module(module).ENGINE
    limits = Limits(*map(int, numbers))
    asked, answers = sys.stdin.buffer, own_output()
    hold_process(limits)
    send(answers, _greeting(engine))
    gc.freeze()  # the libraries stay; what a job has left is collected after it
    gc.disable()
    while (message := receive(asked)) is not None:
        hold_job(limits)
        send(answers, _answer(engine, engine.of_bytes(message)))
        gc.collect()


def _greeting(engine: Engine[Any]) -> bytes:
    try:
        return packed({"environment": engine.environment()})
    except WriteError as failure:
        return packed({"error": str(failure)})


def _answer(engine: Engine[Job], job: Job) -> bytes:
    try:
        return of_laid(_laid(engine, job))
    except WriteError as failure:
        return packed({"error": str(failure)})


def _laid(engine: Engine[Job], job: Job) -> Laid:
    """Whatever a library raises for want of memory, or for depth, is an error of this job."""
    try:
        return engine.laid(job)
    except (MemoryError, RecursionError) as failure:
        what = "memory" if isinstance(failure, MemoryError) else "levels of elements"
        raise WriteError(f"{job.place} needs more {what} than a layout may have: shorten it, or divide it") from failure


if __name__ == "__main__":
    with contextlib.suppress(BrokenPipeError, KeyboardInterrupt):  # who asked has gone
        main()
