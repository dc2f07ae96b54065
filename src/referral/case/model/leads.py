"""Leads: what could still be obtained, who holds it, and how soon it may be lost. For who can go and get it."""

from enum import StrEnum

from pydantic import Field

from referral.case.model.base import Citation, Confidentiality, Entity, LocalText
from referral.case.model.scalars import IncidentRef, LawId, LeadKind, PersonRef, UnitRef


class Perishability(StrEnum):
    """`urgent`: being lost now, or lost soon; `perishable`: lost in time, or when somebody moves; `stable`: kept."""

    URGENT = "urgent"
    PERISHABLE = "perishable"
    STABLE = "stable"


class Lead(Entity):
    """What could be obtained, or who could be heard. Unlike other entries not public unless that is said."""

    confidentiality: Confidentiality = Field(Confidentiality.CONFIDENTIAL, description="how few may know of it")
    kind: LeadKind = Field(description="what kind of thing it is: a term of the word lists")
    what: LocalText = Field(description="what could be obtained, or who could be heard, in one phrase")
    holder: LocalText | None = Field(None, description="where it is, or who holds it, as a sentence")
    shows: LocalText | None = Field(None, description="what it is expected to show, as a sentence; never as a result")
    persons: list[PersonRef] = Field([], description="persons about whom it would speak, by code")
    units: list[UnitRef] = Field([], description="units about which it would speak")
    incidents: list[IncidentRef] = Field([], description="incidents about which it would speak")
    elements: list[LawId] = Field([], description="elements to which it would go, by their ids in the law library")
    perishability: Perishability = Field(description="how soon it may be lost")
    perishes: LocalText | None = Field(
        None, description="why it may be lost, and until when it is there, as a sentence"
    )
    caution: LocalText | None = Field(None, description="whom an approach may endanger, and how not to, as a sentence")
    citations: list[Citation] = Field([], description="where this is stated")
