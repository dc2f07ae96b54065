"""Reading a tree in order: its blocks, their lines, the words as they are printed. Nothing here changes a node."""

from collections.abc import Callable, Iterable, Iterator
from typing import assert_never

from referral.document.inlines import (
    Above,
    Citation,
    Code,
    CrossReference,
    Emphasis,
    Footnote,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Placeholder,
    Redaction,
    Sentence,
    Strong,
    Superscript,
    Tab,
    Text,
)
from referral.document.nodes import (
    Abbreviations,
    Annex,
    Block,
    BulletList,
    Document,
    Figure,
    Heading,
    NumberedList,
    OpenPoints,
    PageBreak,
    Paragraph,
    Section,
    SignatureBlock,
    TableOfContents,
)
from referral.document.tables import Row, Table

_CALL = "\0"  # stands where a note is called while a line is cut there; no text of a document can hold it


def flat(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks in reading order, those of a section or an annex in its place, its separator page first."""
    for block in blocks:
        if isinstance(block, Section):
            yield from flat(block.blocks)
        elif isinstance(block, Annex):
            yield from (*block.front, *flat(block.blocks))
        else:
            yield block


def inlines_in(inlines: Inlines) -> Iterator[Inline]:
    """Every inline in reading order: each before what it holds, a note's words where it is called."""
    for inline in inlines:
        yield inline
        if isinstance(inline, Strong | Emphasis | Superscript | Sentence | Footnote):
            yield from inlines_in(inline.content)
        elif isinstance(inline, Citation) and inline.is_full:
            yield from inlines_in(inline.full)


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
        case Figure():
            yield block.caption
        case TableOfContents():
            yield block.title
        case SignatureBlock():
            yield from filter(None, (block.stamp, block.post, block.name, block.date))
        case OpenPoints():
            yield from _lines_of_open_points(block)
        case Abbreviations():
            yield from _lines_of_abbreviations(block)
        case Section():
            for inner in block.blocks:
                yield from lines_of(inner)
        case Annex():
            for inner in (*block.front, *block.blocks):
                yield from lines_of(inner)
        case PageBreak():
            pass
        case _:
            assert_never(block)


def lines(blocks: Iterable[Block]) -> Iterator[Inlines]:
    """The lines of words of all blocks, in reading order."""
    return (line for block in flat(blocks) for line in lines_of(block))


def lines_of_row(row: Row) -> Iterator[Inlines]:
    return (line for cell in row.cells for line in cell.content if line)


def _lines_of_open_points(block: OpenPoints) -> Iterator[Inlines]:
    yield block.intro if block.items else block.none
    for item in block.items:
        yield from ((Text(words),) for words in (item.text, *item.where))


def _lines_of_abbreviations(block: Abbreviations) -> Iterator[Inlines]:
    yield from (block.short, block.long) if block.items else (block.none,)
    for item in block.items:
        yield from ((Text(words),) for words in (item.short, item.long))


def words(inlines: Inlines, call: Callable[[Footnote], str] = lambda note: "", line_break: str = " ") -> str:
    """The words as printed in the running text. `call` makes the mark of a note, whose own words are left out."""
    return "".join(_words(inline, call, line_break) for inline in inlines)


def _words(inline: Inline, call: Callable[[Footnote], str], line_break: str) -> str:
    match inline:
        case Text() | Code() | Placeholder() | Redaction():
            return inline.text
        case Strong() | Emphasis() | Superscript() | Sentence():
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


def caption_label(block: Figure | Paragraph) -> str:
    """What stands before the caption: «Рис. 1. »; nothing where it is not counted."""
    return f"{block.counted.words}. " if block.counted else ""


def caption_words(block: Figure | Paragraph) -> str:
    """The whole caption on one line, for a list of such, where no note or link may stand."""
    content = block.caption if isinstance(block, Figure) else block.content
    return f"{caption_label(block)}{words(content)}".replace("\t", " ")


def citation_words(citation: Citation) -> str:
    named = f", {words(citation.full)}" if citation.is_full else ""
    above = f" ({above_words(citation.above)})" if citation.above else ""
    pinpoint = f", {citation.pinpoint}" if citation.pinpoint else ""
    return f"{citation.label}{named}{above}{pinpoint}"


def above_words(above: Above) -> str:
    return f"{above.before}{above.note}{above.after}"


def cites_in_full(note: Footnote) -> bool:
    """Whether later notes may refer to this one."""
    return any(isinstance(inline, Citation) and inline.is_full for inline in inlines_in(note.content))


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
    for line in lines(document.blocks):
        yield from _pieces(line)


def footnotes(document: Document) -> Iterator[tuple[int, str]]:
    """The notes, each with its number, in reading order."""
    for line in lines(document.blocks):
        for inline in inlines_in(line):
            if isinstance(inline, Footnote):
                yield inline.number, words(inline.content)


def _pieces(line: Inlines) -> Iterator[str]:
    text = words(line, call=lambda note: _CALL)
    return (piece.strip(" \t") for piece in text.split(_CALL) if piece.strip())
