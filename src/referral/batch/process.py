"""A process that works on cases, from outside: asked and heard through pipes, stopped where a case takes too long."""

import json
import subprocess
import sys
from contextlib import suppress
from dataclasses import asdict
from threading import Event, Timer

from referral.batch.cases import NamedCase
from referral.batch.result import Result, failed, lost
from referral.batch.terms import BatchTerms
from referral.errors import ReferralError
from referral.pipes import receive, send

READY = b"ready"
_TO_BEGIN = 600  # seconds to load libraries and law, on a machine that has much else to do


class CaseProcess:
    """Started when there is a case for it, and anew after it was stopped or has ended for want of work."""

    def __init__(self, terms: BatchTerms) -> None:
        self._terms = terms
        self._running: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int:
        """Its number while it runs, else 0."""
        return self._running.pid if self._running else 0

    def work_on(self, case: NamedCase) -> Result:
        """What it made of the case; `lost` if it broke down, which may be the fault of another."""
        running = self._running
        if running is None or running.poll() is not None:
            running, greeting = self._begun()
            if greeting != READY:
                return self._refused(case)
        answer, is_late = _answer(running, json.dumps(asdict(case)).encode(), self._terms.seconds)
        return Result.of_data(json.loads(answer)) if answer else self._stopped(case, is_late=is_late)

    def stop(self) -> int:
        """End it, whatever it does; the number with which it ended."""
        running, self._running = self._running, None
        if running is None:
            return 0
        running.kill()
        for pipe in filter(None, (running.stdin, running.stdout)):
            with suppress(OSError):  # what it had not read yet is lost with it
                pipe.close()
        return running.wait()

    def _begun(self) -> "tuple[subprocess.Popen[bytes], bytes | None]":
        """A new one, and what it says first."""
        self.stop()
        # -P: nothing is imported from the folder in which somebody happens to stand.
        command = [sys.executable, "-P", "-m", "referral.batch.worker"]
        pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
        self._running = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=nowhere)  # noqa: S603 - our own
        return self._running, _answer(self._running, self._terms.to_json().encode(), _TO_BEGIN)[0]

    def _refused(self, case: NamedCase) -> Result:
        self.stop()
        why = f"no process could be started to work on it; is {self._terms.folder} a folder of this machine?"
        return failed(case.name, ReferralError(why))

    def _stopped(self, case: NamedCase, *, is_late: bool) -> Result:
        ended = self.stop()
        if is_late:
            limit = f"it took more than {self._terms.seconds} seconds, and was stopped; give it more: --time-limit"
            return failed(case.name, ReferralError(limit))
        return lost(
            case.name, f"the process that worked on it broke down ({ended}), as it does where memory is wanting"
        )


def _answer(running: "subprocess.Popen[bytes]", question: bytes, seconds: float) -> tuple[bytes | None, bool]:
    """What it answers in the time that it has, and whether it was too late; None where it has ended instead."""
    is_late = Event()
    watch = Timer(seconds, _end, (running, is_late))
    watch.start()
    try:
        return _exchanged(running, question), is_late.is_set()
    finally:
        watch.cancel()


def _end(running: "subprocess.Popen[bytes]", is_late: Event) -> None:
    is_late.set()
    running.kill()


def _exchanged(running: "subprocess.Popen[bytes]", question: bytes) -> bytes | None:
    if running.stdin is None or running.stdout is None:
        return None
    try:
        send(running.stdin, question)
        return receive(running.stdout)
    except (OSError, ValueError):  # it has ended, or was stopped by another thread
        return None
