"""A process that works on cases, from outside: asked and heard through pipes, stopped where a case takes too long."""

import json
from dataclasses import asdict

from referral.batch.cases import NamedCase
from referral.batch.result import Result, failed, lost
from referral.batch.terms import BatchTerms
from referral.child import Child
from referral.errors import ReferralError

READY = b"ready"
_WORKER = "referral.batch.worker"
_TO_BEGIN = 600  # seconds to load libraries and law, on a machine that has much else to do


class CaseProcess:
    """Started when there is a case for it, and anew after it was stopped or has ended for want of work."""

    def __init__(self, terms: BatchTerms) -> None:
        self._terms = terms
        self._child = Child()

    @property
    def pid(self) -> int:
        """Its number while it runs, else 0."""
        return self._child.pid

    def work_on(self, case: NamedCase) -> Result:
        """What it made of the case; `lost` if it broke down, which may be the fault of another."""
        if not self._child.is_running and not self._begins():
            return self._refused(case)
        answer = self._child.ask(json.dumps(asdict(case)).encode(), self._terms.seconds)
        if answer.said:
            return Result.of_data(json.loads(answer.said))
        return self._stopped(case, is_late=answer.is_late)

    def stop(self) -> int:
        """End it, whatever it does; the number with which it ended."""
        return self._child.stop()

    def _begins(self) -> bool:
        self._child.start(_WORKER)
        return self._child.ask(self._terms.to_json().encode(), _TO_BEGIN).said == READY

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
