"""A law file: one instrument with its sources, its way of being cited, and its provisions."""

from enum import StrEnum
from typing import Any, Literal

from pydantic import Field, model_validator

from referral.law.model.base import (
    Address,
    AsAt,
    Claim,
    Dated,
    Day,
    Entry,
    FormName,
    Forms,
    Language,
    LawId,
    SourceId,
    StateCode,
    Status,
    Texts,
    Words,
)
from referral.law.model.provision import Provision, hand_down


class Forum(StrEnum):
    ICC = "icc"
    IHL = "ihl"
    NATIONAL = "national"


class LawSource(Entry):
    """A document that was read."""

    id: SourceId
    title: Words
    addresses: tuple[Address, ...] = ()


class Authority(Entry):
    """A body of text that gives the elements of this instrument's provisions."""

    id: LawId
    title: Texts


class Bound(Dated):
    """A State bound by the instrument, from when and by which act. Conflicting data stand side by side."""

    state: StateCode = Field(description="its code in ISO 3166-1, two letters")
    party: Texts


class Standing(StrEnum):
    """What an item of proof is worth by its nature."""

    USUAL = "usual"
    NOT_SUFFICIENT_ALONE = "not-sufficient-alone"
    EXCULPATORY = "exculpatory"


class MeansOfProof(Entry):
    """A kind of material that usually proves an element; our own words."""

    id: LawId
    standing: Standing = Standing.USUAL
    text: Texts


LevelName = Literal["any", "article", "part", "point", "subpoint", "paragraph", "footnote"]


class CitationStyle(Entry):
    """How provisions are cited in one language: patterns by the smallest part of the number, `any` for all others.

    A pattern may say {article} {part} … {number} {short} {title} {title.gen} {ordinal.gen}.
    """

    ordinals: dict[Words, Forms] = Field({})
    by_level: dict[LevelName, Forms]


class CitationExample(Entry):
    """What a citation must come out as; every load checks it."""

    provision: LawId
    lang: Language
    form: FormName
    text: Words


class Instrument(Claim):
    """The statute, treaty or code itself. `status` tells how well its title, number and dates are known."""

    id: LawId
    status: Status
    forum: Forum
    kind: Words
    title: Texts
    short: Texts
    title_forms: dict[Language, Forms] = Field({}, description="the title in grammatical cases")
    number: Words | None = None
    adopted: Day | None = None
    in_force: Day | None = None
    authentic: tuple[Language, ...] = Field(min_length=1, description="languages whose wording is the law")
    languages: tuple[Language, ...] = Field(min_length=1, description="every language that this file uses")
    unread: Texts = Field({}, description="languages in which no wording was read, and why none is printed")
    official_address: dict[Language, Address] = Field({})
    as_at: AsAt
    authorities: tuple[Authority, ...] = ()
    sources: tuple[LawSource, ...] = Field(min_length=1)
    bound: tuple[Bound, ...] = ()
    citation: dict[Language, CitationStyle]
    examples: tuple[CitationExample, ...] = ()
    notes: tuple[Words, ...] = ()


class LawFile(Entry):
    """One file of the library."""

    schema_version: Literal["1"]
    instrument: Instrument
    means_of_proof: tuple[MeansOfProof, ...] = ()
    provisions: tuple[Provision, ...]

    @model_validator(mode="before")
    @classmethod
    def _hand_down_date(cls, data: Any) -> Any:
        """Provisions take the as-at date of the instrument."""
        if not isinstance(data, dict) or not isinstance(data.get("provisions"), list):
            return data
        return {**data, "provisions": hand_down(data["provisions"], data.get("instrument"), ("as_at",))}
