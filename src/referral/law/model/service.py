"""What the law asks to be shown of serving papers on a person, and before a proceeding goes on without him."""

from enum import StrEnum

from pydantic import Field, model_validator

from referral.law.model.base import Texts
from referral.law.model.remark import Remark


class Matter(StrEnum):
    """`absence`: that the investigation goes on without the person, `trial`: that the trial does."""

    NOTICE = "notice"
    CALL = "call"
    ABSENCE = "absence"
    TRIAL = "trial"


class Trace(StrEnum):
    """What of a case shows that a requirement is met.

    `to_address`: brought or sent to where the person lives; `nothing`: no case shows it, it has to be looked up.
    """

    # of every step, or of one of them
    STEP = "step"
    SAME_DAY = "same_day"
    HOUR = "hour"
    PROOF = "proof"
    SENT = "sent"
    TO_ADDRESS = "to_address"
    PRINTED = "printed"
    OUTLET_BASIS = "outlet_basis"
    ON_SITE = "on_site"
    # of the person and of his absence
    LAST_ADDRESS = "last_address"
    OF_AGE = "of_age"
    CALLS_MISSED = "calls_missed"
    NO_GOOD_REASON = "no_good_reason"
    GROUND = "ground"
    COUNSEL = "counsel"
    RULING = "ruling"
    DECIDED_IN_TIME = "decided_in_time"
    TRIAL_RULING = "trial_ruling"
    NOTHING = "nothing"


LIMITED = frozenset({Trace.CALLS_MISSED, Trace.DECIDED_IN_TIME})


class Requirement(Remark):
    """One thing that must be shown, in our own words; code says whether the case shows it, and decides nothing."""

    of: Matter = Field(description="to what it belongs")
    shown_by: Trace = Field(description="what of a case shows it")
    limit: int | None = Field(
        None, ge=1, description="calls_missed: more than so many; decided_in_time: within so many days"
    )
    open: Texts = Field({}, description="what stands open whatever a case shows: wording not read, practice unsettled")

    @model_validator(mode="after")
    def _limit_fits(self) -> "Requirement":
        if (self.limit is None) == (self.shown_by in LIMITED):
            raise ValueError("limit belongs to calls_missed and decided_in_time, and to nothing else")
        return self
