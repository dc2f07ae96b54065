"""Answers to the questions that the law library asks of a case: what people decided, why, and on which facts."""

from enum import StrEnum

from pydantic import Field, model_validator

from referral.case.model.base import Entity, LocalText
from referral.case.model.scalars import ChargeRef, EdtfDate, EvidenceRef, FactRef, LawId, Words


class Reply(StrEnum):
    """`unclear`: somebody looked at it and could not tell; the question stays open."""

    YES = "yes"
    NO = "no"
    UNCLEAR = "unclear"


class Answer(Entity):
    """The answer of a named role to one question: of an item, of a charge, or of the case where it names neither."""

    question: LawId = Field(description="the question, by its id in the law library")
    evidence: EvidenceRef | None = Field(None, description="of which item it was asked")
    charge: ChargeRef | None = Field(None, description="of which charge it was asked")
    answer: Reply = Field(description="yes, no, or unclear")
    text: LocalText = Field(description="the reasons for the answer")
    facts: list[FactRef] = Field([], description="the facts on which it rests")
    by: Words = Field(description="the role that answered, never a name")
    reviewed_by: Words | None = Field(None, description="the role that looked at the answer again, never a name")
    reviewed_on: EdtfDate | None = Field(None, description="when the answer was looked at again")

    @model_validator(mode="after")
    def _one_target(self) -> "Answer":
        if self.evidence is not None and self.charge is not None:
            raise ValueError("name evidence, or charge, or neither of the two")
        return self

    @property
    def target(self) -> str | None:
        """The item or charge that it is about; None: the case as a whole."""
        return self.evidence or self.charge
