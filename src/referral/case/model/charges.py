"""Charges, mappings, justified gaps and provisions considered: what people say about facts and law."""

from enum import StrEnum

from pydantic import Field, model_validator

from referral.case.model.base import Entity, LocalText, Model
from referral.case.model.facts import Knowledge
from referral.case.model.reviews import Review
from referral.case.model.scalars import (
    ChargeRef,
    EdtfDate,
    EvidenceRef,
    FactRef,
    IncidentRef,
    LawId,
    LevelOfResponsibility,
    LimbName,
    MappingRef,
    PersonRef,
    ProceedingRef,
    UnitRef,
    Words,
)


class Stage(StrEnum):
    """The step reached; `communication`: a submission to an international prosecutor, where nobody is notified yet."""

    INVESTIGATION = "investigation"
    SUSPICION = "suspicion"
    INDICTMENT = "indictment"
    TRIAL = "trial"
    COMMUNICATION = "communication"


class Responsibility(Model):
    """How high in the chain somebody stood who is charged: a weighing by people, with its reason."""

    level: LevelOfResponsibility = Field(description="the level: a term of the word lists")
    reason: LocalText = Field(description="why, as a sentence; printed beside it")


class Charge(Entity):
    """Who (a person, a unit, or an unknown one «за фактом») × provision × mode of liability × incidents × period."""

    person: PersonRef | None = Field(None, description="who is charged, if a person")
    unit: UnitRef | None = Field(None, description="who is charged, if a unit")
    unknown: LocalText | None = Field(None, description="how documents call the unknown perpetrators")
    provision: LawId = Field(description="the offence, by its id in the law library")
    mode: LawId | None = Field(None, description="the mode of liability, by its id in the law library")
    with_group: LawId | None = Field(None, description="the provision on acting in a group")
    acted_with: list[PersonRef] = Field([], description="others who took part in what is charged, by code")
    orders: list[EvidenceRef] = Field([], description="the order, where the giving of one is charged: the item it is")
    breaches: list[LawId] = Field([], description="the treaty rules breached (blanket provisions)")
    incidents: list[IncidentRef] = Field([], description="what is charged")
    period: EdtfDate | None = Field(None, description="when it was done; decides which edition of the law governs")
    proceeding: ProceedingRef | None = Field(None, description="where the charge is brought")
    stage: Stage = Field(description="the step reached; the wording of documents follows it")
    conduct: LocalText | None = Field(None, description="the conduct in one phrase, as it follows «у …» / “by …”")
    alternative_to: ChargeRef | None = Field(
        None, description="the charge in whose place this one stands if that one fails"
    )
    responsibility: Responsibility | None = Field(None, description="the level of responsibility alleged, and why")

    @model_validator(mode="after")
    def _one_accused(self) -> "Charge":
        if sum(who is not None for who in self.accused) != 1:
            raise ValueError("name exactly one of person, unit, unknown")
        return self

    @property
    def accused(self) -> tuple[str | None, str | None, LocalText | None]:
        """Who is charged, as it is compared with another charge."""
        return self.person, self.unit, self.unknown

    @property
    def provisions(self) -> tuple[str, ...]:
        """What it is charged under: the offence, then the mode of liability and acting in a group."""
        return tuple(p for p in (self.provision, self.mode, self.with_group) if p)

    def is_of_one_act_with(self, other: "Charge") -> bool:
        """Whether both speak of the same incident; invented and real ones never do."""
        return self.invented == other.invented and not set(self.incidents).isdisjoint(other.incidents)


class Bearing(StrEnum):
    """`qualifies` narrows the element or casts doubt on it; `context` helps to understand and supports nothing."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    QUALIFIES = "qualifies"
    CONTEXT = "context"


class Inference(StrEnum):
    """`direct` shows the element itself; from what is `circumstantial` it must be concluded."""

    DIRECT = "direct"
    CIRCUMSTANTIAL = "circumstantial"


class Tier(StrEnum):
    """Primary: own observation, official record or admission; secondary: second hand, NGO or press report."""

    PRIMARY = "primary"
    SECONDARY = "secondary"


class Strength(StrEnum):
    """The weight people give; a contradiction that is not weak stands against the element until it is answered."""

    STRONG = "strong"
    MODERATE = "moderate"
    WEAK = "weak"


class ReadBy(Model):
    """Another charge for which the same weighing holds: of what is contextual, and of nothing else."""

    charge: ChargeRef = Field(description="the other charge")
    element: LawId | None = Field(None, description="its element; left out, the very same element")


class Mapping(Entity):
    """A fact or an evidence item set against one element of one charge, weighed by a named role."""

    charge: ChargeRef = Field(description="the charge")
    element: LawId = Field(description="the element of its provision or mode, by its id in the law library")
    limbs: list[LimbName] = Field([], description="which alternatives of the element it bears on; left out: not said")
    fact: FactRef | None = Field(None, description="what is set against it, if a fact")
    evidence: EvidenceRef | None = Field(None, description="what is set against it, if an evidence item itself")
    bearing: Bearing = Field(description="for or against the element")
    inference: Inference = Field(description="whether a conclusion must be drawn")
    knowledge: Knowledge = Field(description="how whoever says it knows")
    tier: Tier = Field(description="at first hand or at second")
    strength: Strength = Field(description="the weight given by people")
    rationale: LocalText = Field(description="why it bears on the element, and why with this weight")
    by: Words = Field(description="the role that weighed it, never a name")
    reviewed_by: Words | None = Field(None, description="the role that looked at it again, never a name")
    reviewed_on: EdtfDate | None = Field(None, description="when it was looked at again")
    answer: LocalText | None = Field(None, description="the answer to a contradiction; without one it stands open")
    corroborates: list[FactRef] = Field([], description="facts that it confirms from another origin")
    read_by: list[ReadBy] = Field([], description="other charges for which it holds too, of contextual elements")
    reviews: list[Review] = Field([], description="who signed the weighing off, and what he saw; internal")

    @model_validator(mode="after")
    def _one_item(self) -> "Mapping":
        if (self.fact is None) == (self.evidence is None):
            raise ValueError("name exactly one of fact, evidence")
        return self


class ReadMapping(Mapping):
    """A weighing made under another charge, as it is read here. The program writes it, and never a person.

    It goes with the mapping that it repeats, and with the charge under which that was weighed (see `case.shared`).
    """

    read_from: MappingRef
    weighed_under: ChargeRef
    weighed_as: LawId


class JustifiedGap(Entity):
    """A hole that people have looked at and decided to leave, and why."""

    charge: ChargeRef = Field(description="the charge")
    element: LawId = Field(description="the element that nothing supports")
    reason: LocalText = Field(description="why it may stay so; printed in the place of material")
    by: Words = Field(description="the role that decided, never a name")


class Considered(Entity):
    """A provision that was considered and is not charged, and why."""

    provision: LawId = Field(description="the provision, by its id in the law library")
    reason: LocalText = Field(description="why it is not charged")
    facts: list[FactRef] = Field([], description="the facts that made us think of it")
