"""The numbers of tables and figures, counted through the text and anew in each annex: «Table 1», «Table A-1»."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain, pairwise

from referral.document.layout import Properties
from referral.document.nodes import (
    Annex,
    Block,
    CaptionNumber,
    ContentsOf,
    Counted,
    Document,
    Figure,
    Paragraph,
    ParagraphKind,
    Section,
    TableOfContents,
)
from referral.document.tables import Table
from referral.document.walk import flat

_NUMBER = "{number}"
_LISTS: Mapping[ContentsOf, Counted] = {ContentsOf.TABLES: Counted.TABLE, ContentsOf.FIGURES: Counted.FIGURE}


def count_captions(document: Document) -> Document:
    """The same document with its captions counted: a table is counted by the caption just before it."""
    blocks = tuple(_Counter(document.properties).counted(document.blocks))
    found = {number.kind for number in numbers_in(blocks)}
    return replace(document, blocks=tuple(_without_empty_lists(blocks, found)))


def numbers_in(blocks: Iterable[Block]) -> Iterator[CaptionNumber]:
    """The numbers of captions, in reading order."""
    for block in flat(blocks):
        if isinstance(block, Paragraph | Figure) and block.counted:
            yield block.counted


def listed(document: Document, contents: TableOfContents) -> Iterator[Paragraph | Figure]:
    """What a table of tables or figures lists: all of that kind in the document."""
    for block in flat(document.blocks):
        if isinstance(block, Paragraph | Figure) and block.counted and block.counted.kind is _LISTS.get(contents.of):
            yield block


class _Counter:
    """Counts within the text, or within one annex."""

    def __init__(self, properties: Properties, series: str = "") -> None:
        self._properties = properties
        self._series = series
        self._counts = dict.fromkeys(Counted, 0)

    def counted(self, blocks: Iterable[Block]) -> Iterator[Block]:
        for block, following in pairwise(chain(blocks, (None,))):
            if block is not None:
                yield self._block(block, following)

    def _block(self, block: Block, following: Block | None) -> Block:
        match block:
            case Section():
                return replace(block, blocks=tuple(self.counted(block.blocks)))
            case Annex():
                inside = _Counter(self._properties, f"{block.id}-")
                return replace(block, blocks=tuple(inside.counted(block.blocks)))
            case Figure():
                return replace(block, counted=self._next(Counted.FIGURE, self._properties.figure_label, block.id))
            case Paragraph(kind=ParagraphKind.CAPTION) if isinstance(following, Table) and self._properties.table_label:
                target = following.id or block.id
                return replace(block, counted=self._next(Counted.TABLE, self._properties.table_label, target))
            case _:
                return block

    def _next(self, kind: Counted, label: str, target: str | None) -> CaptionNumber:
        self._counts[kind] += 1
        count = self._counts[kind]
        before, _, after = label.partition(_NUMBER)
        # No id of a document begins with a tilde.
        return CaptionNumber(kind, before, self._series, count, after, target or f"~{kind}-{self._series}{count}")


def _without_empty_lists(blocks: Iterable[Block], found: set[Counted]) -> Iterator[Block]:
    for block in blocks:
        match block:
            case Section() | Annex():
                yield replace(block, blocks=tuple(_without_empty_lists(block.blocks, found)))
            case TableOfContents() if block.of in _LISTS and _LISTS[block.of] not in found:
                pass
            case _:
                yield block
