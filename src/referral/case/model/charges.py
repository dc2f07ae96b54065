"""Charges, mappings, justified gaps and provisions considered: what people say about facts and law."""

from enum import StrEnum

from pydantic import Field, model_validator

from referral.case.model.base import Entity, LocalText
from referral.case.model.facts import Knowledge
from referral.case.model.scalars import (
    ChargeRef,
    EdtfDate,
    EvidenceRef,
    FactRef,
    IncidentRef,
    LawId,
    PersonRef,
    ProceedingRef,
    UnitRef,
    Words,
)


class Stage(StrEnum):
    INVESTIGATION = "investigation"
    SUSPICION = "suspicion"
    INDICTMENT = "indictment"
    TRIAL = "trial"
    COMMUNICATION = "communication"


class Charge(Entity):
    """Who (a person, a unit, or an unknown one «за фактом») × provision × mode of liability × incidents × period."""

    person: PersonRef | None = None
    unit: UnitRef | None = None
    unknown: LocalText | None = Field(None, description="how documents call the unknown perpetrators")
    provision: LawId
    mode: LawId | None = None
    with_group: LawId | None = Field(None, description="the provision on acting in a group")
    breaches: list[LawId] = Field([], description="the treaty rules breached (blanket provisions)")
    incidents: list[IncidentRef] = []
    period: EdtfDate | None = None
    proceeding: ProceedingRef | None = None
    stage: Stage
    conduct: LocalText | None = Field(None, description="the conduct in one phrase, as it follows «у …» / “by …”")
    alternative_to: ChargeRef | None = None

    @model_validator(mode="after")
    def _one_accused(self) -> "Charge":
        if sum(who is not None for who in (self.person, self.unit, self.unknown)) != 1:
            raise ValueError("name exactly one of person, unit, unknown")
        return self


class Bearing(StrEnum):
    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    QUALIFIES = "qualifies"
    CONTEXT = "context"


class Inference(StrEnum):
    DIRECT = "direct"
    CIRCUMSTANTIAL = "circumstantial"


class Tier(StrEnum):
    """Primary: own observation, official record or admission; secondary: second hand, NGO or press report."""

    PRIMARY = "primary"
    SECONDARY = "secondary"


class Strength(StrEnum):
    STRONG = "strong"
    MODERATE = "moderate"
    WEAK = "weak"


class Mapping(Entity):
    """A fact or an evidence item set against one element of one charge, weighed by a named role."""

    charge: ChargeRef
    element: LawId
    fact: FactRef | None = None
    evidence: EvidenceRef | None = None
    bearing: Bearing
    inference: Inference
    knowledge: Knowledge
    tier: Tier
    strength: Strength
    rationale: LocalText
    by: Words = Field(description="the role that weighed it, never a name")
    reviewed_by: Words | None = None
    reviewed_on: EdtfDate | None = None
    answer: LocalText | None = Field(None, description="the answer to a contradiction; without one it stands open")
    corroborates: list[FactRef] = []

    @model_validator(mode="after")
    def _one_item(self) -> "Mapping":
        if (self.fact is None) == (self.evidence is None):
            raise ValueError("name exactly one of fact, evidence")
        return self


class JustifiedGap(Entity):
    """A hole that people have looked at and decided to leave, and why."""

    charge: ChargeRef
    element: LawId
    reason: LocalText
    by: Words


class Considered(Entity):
    """A provision that was considered and is not charged, and why."""

    provision: LawId
    reason: LocalText
    facts: list[FactRef] = []
