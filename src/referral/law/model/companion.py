"""A companion file: what stands beside the statutes. Pitfalls, relations, precedents, policies, dates, terms.

Nothing here is law. It tells a lawyer what to look at, and says who says so.
"""

from collections.abc import Iterator
from enum import StrEnum
from itertools import combinations, product
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from referral.edtf import parse_edtf
from referral.law.model.base import AsAt, Claim, Entry, Flag, Language, LawId, Status, Texts, Words
from referral.law.model.capture import CaptureRequirement
from referral.law.model.collection import Limit
from referral.law.model.instrument import Forum, KindOfItem, LawSource
from referral.law.model.provision import ElementKind
from referral.law.model.question import Question
from referral.law.model.remark import Remark
from referral.law.model.service import Requirement


def _uncertain_date(value: object) -> object:
    return parse_edtf(value).text if isinstance(value, str) else value


When = Annotated[str, BeforeValidator(_uncertain_date)]


class Companion(Entry):
    """What the file is, and what was read for it."""

    id: LawId
    title: Texts
    languages: tuple[Language, ...] = Field(min_length=1, description="every language that this file uses")
    as_at: AsAt
    sources: tuple[LawSource, ...] = ()
    notes: tuple[Words, ...] = ()


class Pitfall(Remark):
    """A mistake that a lawyer would catch; our own words."""


class Precedent(Remark):
    """A judgment, an official finding or a decision of practice; our own summary, never a quotation."""

    title: Texts
    date: When | None = Field(None, description="EDTF")


class PositionKind(StrEnum):
    """`statement`: said by an authority; `comment`: said by others; `practice`: what is reported to be done."""

    STATEMENT = "statement"
    COMMENT = "comment"
    PRACTICE = "practice"


class Position(Remark):
    """What an authority or a commentator says is done or to be done: a policy, which binds nobody and is not law."""

    speaker: Texts = Field(min_length=1, description="who says it, or who reports it")
    kind: PositionKind
    date: When | None = Field(None, description="EDTF; null where it is not known")


class Event(Remark):
    """A date that decides on jurisdiction or on which rule holds."""

    date: When | None = Field(description="EDTF; null where it is not known")


class FactPattern(Remark):
    """A reported pattern of facts and the provisions to consider; a starting point only."""

    lead: tuple[LawId, ...] = ()
    consider: tuple[LawId, ...] = ()
    watch: tuple[LawId, ...] = Field((), description="pitfalls")


class Standard(Remark):
    """What must be shown at a step of proceedings: its wording, and the kinds of elements it asks about."""

    title: Texts
    forum: Forum = Field(description="only charges of this forum are read against it")
    asks: tuple[ElementKind, ...] = Field(min_length=1)


class Extent(StrEnum):
    """How much of the second the first covers. `subset`: whatever satisfies the first satisfies the second."""

    EQUAL = "equal"
    SUBSET = "subset"
    SUPERSET = "superset"
    INTERSECTS = "intersects"
    NONE = "none"


_TURNED = {Extent.SUBSET: Extent.SUPERSET, Extent.SUPERSET: Extent.SUBSET}


class Relation(Claim):
    """How a provision or an element of one body of law stands to one of another."""

    id: LawId
    status: Status
    first: LawId
    extent: Extent
    second: LawId
    reason: Texts = Field(min_length=1)
    author: Words = Field(description="who holds this: a court, a source, or `own`")
    confirm: Flag = Field(False, description="a lawyer must confirm it before anyone relies on it")

    def turned(self) -> "Relation":
        """The same relation, told from the other end."""
        extent = _TURNED.get(self.extent, self.extent)
        return self.model_copy(update={"first": self.second, "extent": extent, "second": self.first})

    @property
    def carries(self) -> bool:
        """Whether support for the first may be read for the second: whatever satisfies the first satisfies it too."""
        return self.extent in (Extent.EQUAL, Extent.SUBSET)


class RelationGroup(Claim):
    """One relation that holds for every pair: of each first to each second, or without seconds among the firsts."""

    id: LawId
    status: Status
    first: tuple[LawId, ...] = Field(min_length=1)
    extent: Extent
    second: tuple[LawId, ...] = ()
    reason: Texts = Field(min_length=1)
    author: Words
    confirm: Flag = False

    def relations(self) -> Iterator[Relation]:
        shared = self.model_dump(exclude={"id", "first", "second"}, exclude_defaults=True)
        pairs = product(self.first, self.second) if self.second else combinations(self.first, 2)
        for n, (first, second) in enumerate(pairs, start=1):
            yield Relation(**shared, id=f"{self.id}.{n}", first=first, second=second)


class Term(Claim):
    """One notion in the words of each language."""

    id: LawId
    status: Status
    words: Texts = Field(min_length=2)


class CompanionFile(Entry):
    """One companion file of the library."""

    schema_version: Literal["1"]
    companion: Companion
    pitfalls: tuple[Pitfall, ...] = ()
    precedents: tuple[Precedent, ...] = ()
    positions: tuple[Position, ...] = ()
    events: tuple[Event, ...] = ()
    fact_patterns: tuple[FactPattern, ...] = ()
    standards: tuple[Standard, ...] = ()
    questions: tuple[Question, ...] = ()
    limits: tuple[Limit, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    capture_requirements: tuple[CaptureRequirement, ...] = ()
    item_kinds: tuple[KindOfItem, ...] = Field(
        (), description="kinds and subtypes of evidence items that means of proof may name under `kinds`"
    )
    relations: tuple[Relation, ...] = ()
    relation_groups: tuple[RelationGroup, ...] = ()
    terms: tuple[Term, ...] = ()
