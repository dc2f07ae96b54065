"""One process of `workers`: asked and heard through pipes, so that nothing of a document is written to the disk."""

import subprocess
import sys
from contextlib import suppress
from dataclasses import astuple
from threading import Event, Timer
from typing import Generic

from referral.errors import WriteError
from referral.pipes import receive, send
from referral.writers.pages.laid import Laid
from referral.writers.pdf.limits import Limits
from referral.writers.pdf.messages import to_laid, unpacked
from referral.writers.pdf.press import Engine, Job

_BEGINNING = "the layout of pages"
# How a process ends that has used up its processor time; Windows has no such number, and no such limit.
_OUT_OF_TIME = -24


class Process(Generic[Job]):
    """Started when it is first asked, and anew after it was stopped."""

    def __init__(self, engine: Engine[Job], limits: Limits) -> None:
        self._engine = engine
        self._limits = limits
        self._running: subprocess.Popen[bytes] | None = None
        self._environment = ""

    @property
    def pid(self) -> int:
        """Its number while it runs, else 0."""
        return self._running.pid if self._running else 0

    def start(self) -> None:
        """Let it load its libraries while others work."""
        self._started()

    def environment(self) -> str:
        """What it says of itself first. Raises WriteError where a library is missing."""
        self._started()
        if not self._environment:
            told, _ = unpacked(self._answer(_BEGINNING))
            if "error" in told:
                self.stop()
                raise WriteError(told["error"])
            self._environment = str(told["environment"])
        return self._environment

    def lay_out(self, job: Job) -> Laid:
        """Raises WriteError with what was amiss, or why it was stopped."""
        self.environment()
        answer = self._answer(job.place, self._engine.to_bytes(job))
        told, _ = unpacked(answer)
        if "error" in told:
            raise WriteError(told["error"])
        return to_laid(answer)

    def stop(self) -> int:
        """End it, whatever it does; the number with which it ended."""
        running, self._running, self._environment = self._running, None, ""
        if running is None:
            return 0
        if running.stdout and running.stdin:
            running.kill()
            with suppress(OSError):  # what it had not read yet is lost with it
                running.stdin.close()
            running.stdout.close()
        return running.wait()

    def _started(self) -> "subprocess.Popen[bytes]":
        if self._running is None:
            # -P: nothing is imported from the folder in which somebody happens to stand.
            told = (self._engine.module, *map(str, astuple(self._limits)))
            command = [sys.executable, "-P", "-m", "referral.writers.pdf.worker", *told]
            pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
            self._running = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=nowhere)  # noqa: S603 - our own
        return self._running

    def _answer(self, place: str, question: bytes = b"") -> bytes:
        """What it answers in the time that it has. Raises WriteError if it does not."""
        running, is_late = self._started(), Event()
        watch = Timer(self._limits.elapsed, _ended, (running, is_late))
        watch.start()
        try:
            answer = _exchanged(running, question)
        finally:
            watch.cancel()
        if answer is None:
            raise WriteError(f"{place}: {self._why(is_late=is_late.is_set())}; {self._engine.advice}")
        return answer

    def _why(self, *, is_late: bool) -> str:
        ended = self.stop()
        if is_late:
            return f"after {self._limits.elapsed} seconds its pages were not laid out, and the work on them was stopped"
        if ended == _OUT_OF_TIME:
            return f"its pages took more than {self._limits.seconds} seconds of processor time, and were stopped"
        return f"the process that laid out its pages broke down ({ended}), as it does where memory is wanting"


def _ended(running: "subprocess.Popen[bytes]", is_late: Event) -> None:
    is_late.set()
    running.kill()


def _exchanged(running: "subprocess.Popen[bytes]", question: bytes) -> bytes | None:
    """The answer; None where the process has ended instead."""
    if running.stdin is None or running.stdout is None:
        return None
    try:
        if question:
            send(running.stdin, question)
        return receive(running.stdout)
    except OSError:  # it ended before it had read all
        return None
