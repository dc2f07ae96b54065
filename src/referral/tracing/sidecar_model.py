"""What a sidecar holds: every sentence of one document, and on what it rests. Its JSON Schema is made of this."""

from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Wording(StrEnum):
    """How the sentence is known to rest on something."""

    MARKED = "marked"
    BY_WORDS = "by_words"
    LAW = "law"
    FIXED = "fixed"


class DocumentNamed(_Part):
    """The document that the sentences stand in."""

    id: str = Field(description="the kind of document")
    lang: str = Field(description="its language")
    profile: str = Field(description="for whom it was made; the sidecar holds no more than this recipient may see")
    person: str | None = Field(None, description="the person whom it is about, by code")
    title: str = Field(description="its title")
    template: str = Field(description="where its fixed wording stands")
    stamp: str = Field(description="the provenance stamp that the document prints")


class WhereSaid(_Part):
    """Where a sentence stands, as a reader finds it."""

    part: Literal[
        "paragraph",
        "heading",
        "item",
        "cell",
        "caption",
        "alternative",
        "drawing",
        "note",
        "signature",
        "open_point",
        "stamp",
    ] = Field(description="alternative: what a figure shows, told in words; drawing: the words drawn in it")
    paragraph: str = Field("", description="the printed number of the paragraph: 42, A-3")
    heading: str = Field("", description="the number of the heading above it, or its words")
    row: str = Field("", description="of a table, by the words of its first cell")
    note: int = Field(0, description="the number of the footnote in which it stands; 0 in the text")


class FoundText(_Part):
    """A text of the case that the sentence holds word for word."""

    entry: str = Field(description="the id of the entry; `case` for the header")
    field: str


class Pinned(_Part):
    """A place in evidence."""

    evidence: str = Field(description="the id of the item, listed under `items`")
    exhibit: str = Field(description="its label in this document")
    locator: str = Field("", description="how places are counted: page, paragraph, clip …")
    value: str = Field("", description="the place: 4, 00:02:10")
    pinpoint: str = Field("", description="the place as it is printed")
    by: str = Field("", description="the entry that cites it; empty if the sentence does so itself")


class Bears(_Part):
    """An element of a charge on which an entry or an item behind the sentence bears."""

    charge: str
    element: str
    bearing: str = Field(description="supports, contradicts, qualifies …")
    mapping: str = Field(description="the weighing that says so")
    through: str = Field(description="the entry or item that was weighed")


class LawNamed(_Part):
    """A provision behind the sentence."""

    id: str = Field(description="the id of a provision or an element")
    way: Literal["marked", "quoted", "cited", "charged", "mode"] = Field(
        description="marked: the sentence is said to rest on it; charged, mode: of a charge on which it bears"
    )


class SentenceTraced(_Part):
    """One sentence and on what it rests."""

    line: int = Field(description="sentences of one paragraph, item, line of a cell or note have the same number")
    where: WhereSaid
    text: str
    wording: Wording = Field(
        description="marked: the template says on what it rests; by_words: a text of the case makes up half of it or "
        "more; law: it has the wording of a provision or an element; fixed: the template's own words, and values in it"
    )
    sources: tuple[str, ...] = Field((), description="what it is marked to rest on")
    found: tuple[FoundText, ...] = Field((), description="texts of the case found in it")
    notes: tuple[int, ...] = Field((), description="the footnotes that it calls")
    citations: tuple[Pinned, ...] = ()
    elements: tuple[Bears, ...] = ()
    law: tuple[LawNamed, ...] = ()
    references: tuple[tuple[int, int], ...] = Field((), description="from where to where a computed number stands")


class Item(_Part):
    """An evidence item that some sentence rests on."""

    exhibit: str
    title: str
    source: str = Field(description="who speaks, by code")
    speaks: str = Field("", description="the name of the source, where it is no person")


class PlaceInFile(_Part):
    """Where an entry was written; only for those who see the whole case."""

    file: str = Field(description="from the folder of the case")
    line: int


class Sidecar(_Part):
    """All sentences of one document."""

    schema_version: Literal["1"] = Field(description="the version of this format")
    document: DocumentNamed
    items: dict[str, Item] = Field({}, description="by id")
    places: dict[str, PlaceInFile] = Field({}, description="by the ids of entries")
    sentences: tuple[SentenceTraced, ...]

    def to_bytes(self) -> bytes:
        """The file; the same for the same sidecar."""
        return (self.model_dump_json(indent=1, exclude_defaults=True) + "\n").encode()
