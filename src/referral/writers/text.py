"""The document tree as plain text: one line a paragraph, for golden files, for reading in a terminal and for grep."""

from collections.abc import Iterator
from typing import assert_never

from referral.document.abbreviations import as_block
from referral.document.captions import listed
from referral.document.inlines import Footnote, Inlines
from referral.document.nodes import (
    Abbreviations,
    Annex,
    Block,
    BulletList,
    CaptionNumber,
    ContentsOf,
    Document,
    Figure,
    Heading,
    NumberedList,
    OpenPoint,
    OpenPoints,
    PageBreak,
    Paragraph,
    Section,
    SignatureBlock,
    TableOfContents,
)
from referral.document.tables import Cell, Row, Table
from referral.document.walk import caption_label, caption_words, contents, flat, words

_UNDERLINES = {1: "=", 2: "-", 3: "~", 4: "."}
_SIGN_HERE = "__________"


def write_text(document: Document) -> str:
    """The numbered document as text; its notes stand at the end, called by `[1]`. There are no pages and no styles."""
    text = _Text(document)
    head = (document.properties.draft_mark, document.properties.classification)
    parts = [*head, *text.body(), "\n".join(text.notes), document.properties.stamp]
    return "\n\n".join(filter(None, parts)) + "\n"


class _Text:
    """The lines of one document; the notes gather while the body is written, so that rows are read once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.notes: list[str] = []

    def body(self) -> Iterator[str]:
        for block in flat(self._document.blocks):
            yield "\n".join(self._lines(block))

    def _lines(self, block: Block) -> Iterator[str]:
        match block:
            case Paragraph(counted=CaptionNumber()):
                yield caption_label(block) + self._words(block.content)
            case Paragraph():
                yield f"{block.label}. {self._words(block.content)}" if block.label else self._words(block.content)
            case Heading():
                yield from _heading(block)
            case BulletList():
                yield from (f"- {self._words(item.content)}" for item in block.items)
            case NumberedList():
                yield from (f"{count}) {self._words(item.content)}" for count, item in enumerate(block.items, start=1))
            case Table():
                yield from self._table(block)
            case Figure():
                yield f"[{block.alternative}]"
                yield caption_label(block) + self._words(block.caption)
            case TableOfContents():
                yield from self._contents(block)
            case SignatureBlock():
                yield from self._signature(block)
            case OpenPoints():
                yield from self._open_points(block)
            case Abbreviations():
                yield from self._lines(as_block(block))
            case PageBreak() | Section() | Annex():
                pass  # there are no pages, and `flat` gives the blocks of a section or an annex one by one
            case _:
                assert_never(block)

    def _table(self, table: Table) -> Iterator[str]:
        yield from map(self._row, table.header)
        if table.header:
            yield " | ".join("---" for _ in table.widths)
        yield from map(self._row, table.rows)

    def _row(self, row: Row) -> str:
        return " | ".join(map(self._cell, row.cells)).rstrip(" ")

    def _cell(self, cell: Cell) -> str:
        return " / ".join(words(line, self._call, line_break=" / ") for line in cell.content)

    def _contents(self, table: TableOfContents) -> Iterator[str]:
        if table.of is not ContentsOf.HEADINGS:
            yield from self._listed(table)
            return
        yield words(table.title)
        for heading in contents(self._document, table):
            yield "  " * (heading.level - 1) + _labelled(heading)

    def _listed(self, table: TableOfContents) -> Iterator[str]:
        found = list(map(caption_words, listed(self._document, table)))
        yield from (words(table.title), *found) if found else ()

    def _signature(self, block: SignatureBlock) -> Iterator[str]:
        signed = f"{self._words(block.post)} {_SIGN_HERE} {self._words(block.name)}"
        yield from filter(None, (self._words(block.stamp), signed, self._words(block.date)))

    def _open_points(self, block: OpenPoints) -> Iterator[str]:
        yield self._words(block.intro if block.items else block.none)
        yield from map(_point, block.items)

    def _words(self, line: Inlines) -> str:
        return words(line, self._call, line_break="\n")

    def _call(self, note: Footnote) -> str:
        self.notes.append(f"[{note.number}] {words(note.content)}")
        return f"[{note.number}]"


def _heading(heading: Heading) -> Iterator[str]:
    line = _labelled(heading)
    yield line
    yield _UNDERLINES[heading.level] * len(line)


def _labelled(heading: Heading) -> str:
    title = words(heading.content)
    return f"{heading.label}. {title}" if heading.label else title


def _point(point: OpenPoint) -> str:
    return f"- {point.text} ({'; '.join(point.where)})" if point.where else f"- {point.text}"
