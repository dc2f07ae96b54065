"""The abbreviations of a document: those of the known ones that stand in it as whole words, with their meaning."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from referral.document.inlines import Inlines, Text
from referral.document.nodes import (
    Abbreviation,
    Abbreviations,
    Annex,
    Block,
    Document,
    Paragraph,
    ParagraphKind,
    Section,
)
from referral.document.tables import Cell, Row, Rows, Table
from referral.document.walk import flat, words

_WIDTHS = (1, 4)


class AbbreviationsSeen:
    """Reads the words of a document and remembers which of the known abbreviations it meets."""

    def __init__(self, known: Sequence[tuple[str, str]] = ()) -> None:
        self._known = known
        self._seen: set[str] = set()
        # The longest first: where one begins with another, the whole of it is meant.
        shorts = sorted((re.escape(short) for short, _ in known), key=len, reverse=True)
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(shorts)})(?!\w)") if shorts else None

    def read(self, line: Inlines) -> None:
        if self._pattern:
            self._seen.update(self._pattern.findall(words(line)))

    def used(self) -> tuple[Abbreviation, ...]:
        """In the order of the known ones; with those that the meaning of another uses."""
        meanings = dict(self._known)
        told: set[str] = set()
        while new := self._seen - told:
            told |= new
            for short in new:
                self.read((Text(meanings[short]),))
        return tuple(Abbreviation(short, long) for short, long in self._known if short in self._seen)


def known_to(document: Document) -> Sequence[tuple[str, str]]:
    """The abbreviations to look for: none where the document does not list them."""
    lists_them = any(isinstance(block, Abbreviations) for block in flat(document.blocks))
    return document.properties.abbreviations if lists_them else ()


def with_abbreviations(blocks: Iterable[Block], used: tuple[Abbreviation, ...]) -> tuple[Block, ...]:
    """The blocks with this list where one stands."""
    return tuple(_with(block, used) for block in blocks)


def _with(block: Block, used: tuple[Abbreviation, ...]) -> Block:
    match block:
        case Abbreviations():
            return replace(block, items=used)
        case Section() | Annex():
            return replace(block, blocks=with_abbreviations(block.blocks, used))
        case _:
            return block


def as_block(block: Abbreviations) -> Table | Paragraph:
    """How the list is printed: a table, or the sentence that there is none."""
    if not block.items:
        return Paragraph(block.none, ParagraphKind.PLAIN)
    rows = tuple(_row((Text(item.short),), (Text(item.long),)) for item in block.items)
    return Table(_WIDTHS, (_row(block.short, block.long, is_header=True),), Rows(rows.__iter__))


def _row(short: Inlines, long: Inlines, *, is_header: bool = False) -> Row:
    return Row((Cell((short,), is_header), Cell((long,), is_header)))
