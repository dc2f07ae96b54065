"""Proceedings, national and international: who conducts them, by which resolutions, and the damage stated in them.

Official numbers are inputs only; they are never made up.
"""

from enum import StrEnum

from pydantic import Field

from referral.case.model.base import Citation, Entity, LocalText, Model
from referral.case.model.scalars import EdtfDate, Flag, IncidentRef, LawId, PersonRef, Words
from referral.case.model.service import Absence, Call, ServiceStep


class ProceedingKind(StrEnum):
    """Before whom; `icc_situation`: an inquiry into events, `icc_case`: against named persons, `foreign`: abroad."""

    PRE_TRIAL = "pre_trial"
    COURT = "court"
    ICC_SITUATION = "icc_situation"
    ICC_CASE = "icc_case"
    COMMUNICATION = "communication"
    FOREIGN = "foreign"


class Finality(StrEnum):
    """`final`: no ordinary appeal is left; `not_shown`: our sources do not say."""

    FINAL = "final"
    NOT_FINAL = "not_final"
    NOT_SHOWN = "not_shown"


class Verdict(StrEnum):
    """Of the court that found on guilt; a court that reviews a verdict gives none of its own by leaving it as it is."""

    CONVICTION = "conviction"
    ACQUITTAL = "acquittal"


class GroupKind(StrEnum):
    """Whose group a resolution appoints."""

    INVESTIGATORS = "investigators"
    PROSECUTORS = "prosecutors"


class Group(Model):
    """Those whom a resolution appoints to investigate or to direct the investigation."""

    kind: GroupKind = Field(description="of investigators or of prosecutors")
    number: Words | None = Field(None, description="the number of the resolution, if it has one")
    decided_on: EdtfDate | None = Field(None, description="the day of the resolution")
    by: LocalText | None = Field(None, description="who made it")
    members: list[PersonRef] = Field([], description="whom it appoints, by code")
    citations: list[Citation] = Field([], description="where this is stated")


class Entrusted(Model):
    """The resolution by which another body investigates than the one that the law names for such offences."""

    by: LocalText = Field(description="who made it")
    number: Words | None = Field(None, description="the number of the resolution, if it has one")
    decided_on: EdtfDate | None = Field(None, description="the day of the resolution")
    to: LocalText | None = Field(None, description="the body entrusted; left out, the one that conducts the proceeding")
    reason: LocalText | None = Field(None, description="the reason the resolution gives")
    citations: list[Citation] = Field([], description="where this is stated")


class DamageKind(StrEnum):
    """As the source calls it: `moral`, of mind and reputation; `physical`, of the body; `property`, of things."""

    MORAL = "moral"
    PHYSICAL = "physical"
    PROPERTY = "property"


class Damage(Model):
    """Harm to one person, as a source states it; amounts are text with their currency and are never added."""

    person: PersonRef = Field(description="who suffered it, by code")
    kind: DamageKind = Field(description="moral, physical or property")
    text: LocalText = Field(description="what it consists in, in one phrase")
    amount: Words | None = Field(None, description="the amount with its currency, as the source states it")
    citations: list[Citation] = Field([], description="where this is stated")


class Proceeding(Entity):
    """A national or international proceeding. Official numbers are inputs only; they are never made up."""

    kind: ProceedingKind = Field(description="before whom")
    title: LocalText = Field(description="how documents call it")
    authority: LocalText | None = Field(None, description="the body that conducts it")
    number: Words | None = Field(None, description="the official number, copied and never made up")
    registered_on: EdtfDate | None = Field(None, description="when it was entered in the register")
    stage: LocalText | None = Field(None, description="how far it has come, in words")
    provisions: list[LawId] = Field([], description="the provisions it concerns, by their ids in the law library")
    persons: list[PersonRef] = Field([], description="persons it concerns, by code")
    incidents: list[IncidentRef] = Field([], description="incidents that are its subject")
    investigator: PersonRef | None = Field(None, description="who investigates, by code")
    prosecutor: PersonRef | None = Field(None, description="who directs it, by code")
    competence: LocalText | None = Field(None, description="why this body investigates, in words")
    entrusted: Entrusted | None = Field(None, description="the resolution that entrusted it to another body")
    groups: list[Group] = Field([], description="the groups of investigators and prosecutors, by resolution")
    damage: list[Damage] = Field([], description="harm done to persons, as sources state it")
    service: list[ServiceStep] = Field([], description="what was done to serve papers on persons, step by step")
    calls: list[Call] = Field([], description="the days for which persons are called, and whether they came")
    absences: list[Absence] = Field([], description="who is absent, and on what ground it goes on without him")
    opened_on: EdtfDate | None = Field(None, description="when it was opened")
    decided_on: EdtfDate | None = Field(None, description="when it was decided")
    outcome: LocalText | None = Field(None, description="how it was decided")
    verdict: Verdict | None = Field(None, description="whether it convicts or acquits; `outcome` tells it in words")
    finality: Finality = Field(Finality.NOT_SHOWN, description="whether the decision can still be changed")
    in_absentia: Flag | None = Field(None, description="held without the accused")
    citations: list[Citation] = Field([], description="where this is stated")
