"""A law file: one instrument with its sources, its way of being cited, and its provisions."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

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
from referral.law.model.collection import Method
from referral.law.model.provision import Provision


class Forum(StrEnum):
    ICC = "icc"
    IHL = "ihl"
    NATIONAL = "national"


class LawSource(Entry):
    """A document that was read; under `recalled` and `own`, in plain words, what was not."""

    id: SourceId
    title: Words
    names: Texts = Field({}, description="how documents in a language name it; left out, by the title")
    addresses: tuple[Address, ...] = ()

    def name(self, lang: str) -> str:
        """How a document in a language names it."""
        return self.names.get(lang, self.title)


class Authority(Claim):
    """A body of text that gives the elements of this instrument's provisions."""

    id: LawId
    status: Status
    title: Texts


class Bound(Dated):
    """A State bound by the instrument, from when and by which act. Conflicting data stand side by side."""

    state: StateCode = Field(description="its code in ISO 3166-1, two letters")
    party: Texts


KindOfItem = Annotated[str, StringConstraints(pattern=r"^[a-z]+(_[a-z]+)*$")]


class Standing(StrEnum):
    """What an item of proof is worth by its nature."""

    USUAL = "usual"
    NOT_SUFFICIENT_ALONE = "not-sufficient-alone"
    EXCULPATORY = "exculpatory"


class MeansOfProof(Claim):
    """A kind of material that usually proves an element; our own words."""

    id: LawId
    status: Status = Status.WORKING
    standing: Standing = Standing.USUAL
    text: Texts
    kinds: tuple[KindOfItem, ...] = Field(
        (), description="kinds and subtypes of evidence items by which one sees that such material is there"
    )
    methods: tuple[Method, ...] = Field((), description="how it is come by")


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
    wording_only: tuple[Language, ...] = Field(
        (),
        description="languages of wording of the law and of citations alone: no title and no word of ours is in them",
    )
    unread: Texts = Field({}, description="languages in which no wording was read, and why none is printed")
    official_address: dict[Language, Address] = Field(
        {}, description="where the official text is, by its language; not a source: it may not have been read there"
    )
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
