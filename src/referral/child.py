"""A process of our own, from outside: started for one module, asked through pipes, killed where it takes too long."""

import subprocess
import sys
from contextlib import suppress
from threading import Event, Timer
from typing import NamedTuple

from referral.pipes import receive, send


class Answer(NamedTuple):
    """What a process said, None if it ended instead; whether it was killed because its time was over."""

    said: bytes | None
    is_late: bool


class Child:
    """Not yet started; it may be started again after it was stopped."""

    def __init__(self) -> None:
        self._running: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int:
        """Its number until it is stopped, else 0."""
        return self._running.pid if self._running else 0

    @property
    def is_running(self) -> bool:
        return self._running is not None and self._running.poll() is None

    def start(self, module: str, *told: str) -> None:
        """Run a module of ours with these arguments, instead of what ran before."""
        self.stop()
        # -P: nothing is imported from the folder in which somebody happens to stand.
        command = [sys.executable, "-P", "-m", module, *told]
        pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
        self._running = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=nowhere)  # noqa: S603 - our own

    def ask(self, question: bytes, seconds: float) -> Answer:
        """What it answers within so many seconds; without a question, what it says of itself."""
        is_late = Event()
        watch = Timer(seconds, self._kill, (is_late,))
        watch.start()
        try:
            said = self._exchanged(question)
        finally:
            watch.cancel()
        return Answer(said, is_late.is_set())

    def stop(self) -> int:
        """End it, whatever it does; the number with which it ended, 0 if it did not run."""
        running, self._running = self._running, None
        if running is None:
            return 0
        running.kill()
        for pipe in filter(None, (running.stdin, running.stdout)):
            with suppress(OSError):  # what it had not read yet is lost with it
                pipe.close()
        return running.wait()

    def _kill(self, is_late: Event) -> None:
        is_late.set()
        if self._running:
            self._running.kill()

    def _exchanged(self, question: bytes) -> bytes | None:
        running = self._running
        if running is None or running.stdin is None or running.stdout is None:
            return None
        try:
            if question:
                send(running.stdin, question)
            return receive(running.stdout)
        except (OSError, ValueError):  # it has ended, or was stopped by another thread
            return None
