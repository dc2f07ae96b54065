"""One process of `workers`: asked and heard through pipes, so that nothing of a document is written to the disk."""

from dataclasses import astuple
from typing import Generic

from referral.child import Child
from referral.errors import WriteError
from referral.writers.pages.laid import Laid
from referral.writers.pdf.limits import Limits
from referral.writers.pdf.messages import to_laid, unpacked
from referral.writers.pdf.press import Engine, Job

_WORKER = "referral.writers.pdf.worker"
_BEGINNING = "the layout of pages"
# How a process ends that has used up its processor time; Windows has no such number, and no such limit.
_OUT_OF_TIME = -24


class Process(Generic[Job]):
    """Started when it is first asked, and anew after it was stopped."""

    def __init__(self, engine: Engine[Job], limits: Limits) -> None:
        self._engine = engine
        self._limits = limits
        self._child = Child()
        self.greeting = ""  # its environment, when it has told it

    @property
    def pid(self) -> int:
        """Its number while it runs, else 0."""
        return self._child.pid

    def start(self) -> None:
        """Let it load its libraries while others work."""
        if not self.pid:
            self._child.start(_WORKER, self._engine.module, *map(str, astuple(self._limits)))

    def environment(self) -> str:
        """What it says of itself first. Raises WriteError where a library is missing."""
        self.start()
        if not self.greeting:
            told, _ = unpacked(self._answer(_BEGINNING))
            if "error" in told:
                self.stop()
                raise WriteError(told["error"])
            self.greeting = str(told["environment"])
        return self.greeting

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
        self.greeting = ""
        return self._child.stop()

    def _answer(self, place: str, question: bytes = b"") -> bytes:
        """What it answers in the time that it has. Raises WriteError if it does not."""
        answer = self._child.ask(question, self._limits.elapsed)
        if answer.said is None:
            raise WriteError(f"{place}: {self._why(is_late=answer.is_late)}; {self._engine.advice}")
        return answer.said

    def _why(self, *, is_late: bool) -> str:
        ended = self.stop()
        if is_late:
            return f"after {self._limits.elapsed} seconds its pages were not laid out, and the work on them was stopped"
        if ended == _OUT_OF_TIME:
            return f"its pages took more than {self._limits.seconds} seconds of processor time, and were stopped"
        return f"the process that laid out its pages broke down ({ended}), as it does where memory is wanting"
