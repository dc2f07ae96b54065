"""How far a proceeding has come, by what the case records of it in fixed terms. Its own words are never interpreted."""

from enum import StrEnum

from referral.case.model import Case, Proceeding
from referral.case.model.charges import Stage
from referral.case.model.proceedings import ProceedingKind, Verdict
from referral.case.model.service import Served


class Step(StrEnum):
    """In their order; `not_said`: nothing is recorded from which it would follow."""

    COMMUNICATION = "communication"
    INVESTIGATION = "investigation"
    SUSPICION = "suspicion"
    INDICTMENT = "indictment"
    TRIAL = "trial"
    DECISION = "decision"
    ACQUITTAL = "acquittal"
    CONVICTION = "conviction"
    NOT_SAID = "not_said"


_OF_KIND = {
    ProceedingKind.COMMUNICATION: Step.COMMUNICATION,
    ProceedingKind.ICC_SITUATION: Step.INVESTIGATION,
    ProceedingKind.PRE_TRIAL: Step.INVESTIGATION,
    ProceedingKind.COURT: Step.TRIAL,
}
_OF_CHARGE = {
    Stage.SUSPICION: Step.SUSPICION,
    Stage.INDICTMENT: Step.INDICTMENT,
    Stage.TRIAL: Step.TRIAL,
}
_OF_VERDICT = {Verdict.CONVICTION: Step.CONVICTION, Verdict.ACQUITTAL: Step.ACQUITTAL}
_ORDER = tuple(Step)


def step_of(proceeding: Proceeding, case: Case) -> Step:
    """A decision, if a court has made one; before the trial the furthest step against one of its persons."""
    if proceeding.verdict:
        return _OF_VERDICT[proceeding.verdict]
    is_decided = bool(proceeding.decided_on or proceeding.outcome)
    if is_decided and proceeding.kind not in (ProceedingKind.PRE_TRIAL, ProceedingKind.COMMUNICATION):
        return Step.DECISION
    step = _OF_KIND.get(proceeding.kind, Step.NOT_SAID)
    if proceeding.kind is not ProceedingKind.PRE_TRIAL:
        return step
    return max((step, *_against_its_persons(proceeding, case)), key=_ORDER.index)


def _against_its_persons(proceeding: Proceeding, case: Case) -> list[Step]:
    charges = (one for one in case.charges if one.person in proceeding.persons)
    charged = [_OF_CHARGE[one.stage] for one in charges if one.stage in _OF_CHARGE]
    notified = any(step.what is Served.NOTICE for step in proceeding.service)
    return [*charged, *([Step.SUSPICION] if notified else [])]
