"""Reading a tree in order: its blocks, their lines, the words as they are printed. Nothing here changes a node."""

from collections.abc import Callable, Iterable, Iterator
from typing import assert_never

from referral.document.nodes import (
    Block,
    BulletList,
    Citation,
    Code,
    CrossReference,
    Document,
    Emphasis,
    Footnote,
    Heading,
    Inline,
    Inlines,
    LineBreak,
    Link,
    NumberedList,
    OpenPoints,
    PageBreak,
    Paragraph,
    Placeholder,
    Redaction,
    Row,
    Section,
    SignatureBlock,
    Strong,
    Superscript,
    Tab,
    Table,
    TableOfContents,
    Text,
)

_CALL = "\0"  # stands where a note is called while a line is cut there; no text of a document can hold it


def flat(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks in reading order, those of a section in its place."""
    for block in blocks:
        if isinstance(block, Section):
            yield from flat(block.blocks)
        else:
            yield block


def inlines_in(inlines: Inlines) -> Iterator[Inline]:
    """Every inline in reading order: each before what it holds, a note's words where it is called."""
    for inline in inlines:
        yield inline
        if isinstance(inline, Strong | Emphasis | Superscript | Footnote):
            yield from inlines_in(inline.content)


def lines_of(block: Block) -> Iterator[Inlines]:
    """The lines of words in one block, in reading order; a table is read through."""
    match block:
        case Paragraph() | Heading():
            yield block.content
        case BulletList() | NumberedList():
            yield from (item.content for item in block.items)
        case Table():
            for rows in (block.header, block.rows):
                for row in rows:
                    yield from lines_of_row(row)
        case TableOfContents():
            yield block.title
        case SignatureBlock():
            yield from filter(None, (block.stamp, block.post, block.name, block.date))
        case OpenPoints():
            yield from _lines_of_open_points(block)
        case Section():
            for inner in block.blocks:
                yield from lines_of(inner)
        case PageBreak():
            pass
        case _:
            assert_never(block)


def lines_of_row(row: Row) -> Iterator[Inlines]:
    return (line for cell in row.cells for line in cell.content if line)


def _lines_of_open_points(block: OpenPoints) -> Iterator[Inlines]:
    yield block.intro if block.items else block.none
    for item in block.items:
        yield from ((Text(words),) for words in (item.text, *item.where))


def words(inlines: Inlines, call: Callable[[Footnote], str] = lambda note: "", line_break: str = " ") -> str:
    """The words as printed in the running text. `call` makes the mark of a note, whose own words are left out."""
    return "".join(_words(inline, call, line_break) for inline in inlines)


def _words(inline: Inline, call: Callable[[Footnote], str], line_break: str) -> str:
    match inline:
        case Text() | Code() | Placeholder() | Redaction():
            return inline.text
        case Strong() | Emphasis() | Superscript():
            return words(inline.content, call, line_break)
        case Citation():
            return citation_words(inline)
        case CrossReference():
            return inline.label
        case Footnote():
            return call(inline)
        case Link():
            return inline.address
        case LineBreak():
            return line_break
        case Tab():
            return "\t"
        case _:
            assert_never(inline)


def citation_words(citation: Citation) -> str:
    return f"{citation.label}, {citation.pinpoint}" if citation.pinpoint else citation.label


def contents(document: Document, table: TableOfContents) -> Iterator[Heading]:
    """The headings that this very table of contents lists: those after it, down to its depth."""
    blocks = flat(document.blocks)
    for block in blocks:
        if block is table:
            break
    return (block for block in blocks if isinstance(block, Heading) and block.level <= table.depth)


def body_blocks(document: Document) -> Iterator[str]:
    """The words of the body in reading order, to be found again in a finished file.

    Numbers that a format may add by itself (of headings, paragraphs, items, notes) are left out: a line is cut where
    a note is called, and what stands between two calls is one piece.
    """
    for block in flat(document.blocks):
        for line in lines_of(block):
            yield from _pieces(line)


def footnotes(document: Document) -> Iterator[tuple[int, str]]:
    """The notes, each with its number, in reading order."""
    for block in flat(document.blocks):
        for line in lines_of(block):
            for inline in inlines_in(line):
                if isinstance(inline, Footnote):
                    yield inline.number, words(inline.content)


def _pieces(line: Inlines) -> Iterator[str]:
    text = words(line, call=lambda note: _CALL)
    return (piece.strip(" \t") for piece in text.split(_CALL) if piece.strip())
