"""The other side of `workers`: a process that lays out one job after another, until nobody asks any more."""

import contextlib
import gc
import os
import sys
from typing import IO

from referral.errors import WriteError
from referral.writers.pages.laid import Laid
from referral.writers.pdf import engine
from referral.writers.pdf.environment import environment
from referral.writers.pdf.job import Job
from referral.writers.pdf.limits import Limits, hold_job, hold_process
from referral.writers.pdf.messages import of_laid, packed, receive, send, to_job
from referral.writers.pdf.press import lay_out


def main() -> None:
    """Says first in which environment it works, then answers each job with pages, or with what went wrong."""
    limits = Limits(*map(int, sys.argv[1:]))
    asked, answers = sys.stdin.buffer, _own_output()
    hold_process(limits)
    send(answers, _greeting())
    gc.freeze()  # the libraries stay; what a job has left is collected after it
    gc.disable()
    while (message := receive(asked)) is not None:
        hold_job(limits)
        send(answers, _answer(to_job(message)))
        gc.collect()


def _own_output() -> IO[bytes]:
    """Standard output for the answers alone: what a library prints goes nowhere."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return answers


def _greeting() -> bytes:
    try:
        engine.load()
        return packed({"environment": environment()})
    except WriteError as failure:
        return packed({"error": str(failure)})


def _answer(job: Job) -> bytes:
    try:
        return of_laid(_laid(job))
    except WriteError as failure:
        return packed({"error": str(failure)})


def _laid(job: Job) -> Laid:
    """Whatever a library raises for want of memory, or for depth, is an error of this job."""
    try:
        return lay_out(job)
    except (MemoryError, RecursionError) as failure:
        what = "memory" if isinstance(failure, MemoryError) else "levels of elements"
        raise WriteError(f"{job.place} needs more {what} than a layout may have: shorten it, or divide it") from failure


if __name__ == "__main__":
    with contextlib.suppress(BrokenPipeError, KeyboardInterrupt):  # who asked has gone
        main()
