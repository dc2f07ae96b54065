"""A new tree from an old one: every inline of a block exchanged by a function. What stays the same is not copied."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from operator import is_
from typing import TypeVar, assert_never

from referral.document.inlines import Emphasis, Footnote, Inline, Inlines, Sentence, Strong, Superscript, Text
from referral.document.nodes import (
    Abbreviations,
    Annex,
    Block,
    BulletList,
    Figure,
    Heading,
    ListItem,
    NumberedList,
    OpenPoints,
    PageBreak,
    Paragraph,
    Section,
    SignatureBlock,
    TableOfContents,
)
from referral.document.tables import Cell, Row, Rows, Table

Change = Callable[[Inline], Inline]
Node = TypeVar("Node")


def change_inlines(inlines: Inlines, change: Change) -> Inlines:
    """The inlines with each exchanged in reading order, what it holds first; plain text is never exchanged."""
    if len(inlines) == 1 and type(inlines[0]) is Text:
        return inlines
    return _changed(inlines, partial(_change_inline, change))


def _change_inline(change: Change, inline: Inline) -> Inline:
    if isinstance(inline, Text):
        return inline
    if isinstance(inline, Strong | Emphasis | Superscript | Sentence | Footnote):
        content = change_inlines(inline.content, change)
        inline = inline if content is inline.content else replace(inline, content=content)
    return change(inline)


def change_row(row: Row, change: Change) -> Row:
    if _is_text_alone(row):  # as most are
        return row
    cells = _changed(row.cells, partial(_change_cell, change))
    return row if cells is row.cells else replace(row, cells=cells)


def _is_text_alone(row: Row) -> bool:
    for cell in row.cells:
        for line in cell.content:
            if len(line) != 1 or type(line[0]) is not Text:
                return False
    return True


def _change_cell(change: Change, cell: Cell) -> Cell:
    content = _changed(cell.content, partial(_change_line, change))
    return cell if content is cell.content else replace(cell, content=content)


def _change_line(change: Change, line: Inlines) -> Inlines:
    return change_inlines(line, change)


def change_rows(rows: Rows, change: Callable[[], Change]) -> Rows:
    """Rows changed while they are read; every reading begins with a `change` of its own, which may count."""
    return Rows(lambda: _changing(rows, change()))


def _changing(rows: Rows, change: Change) -> Iterator[Row]:
    return (change_row(row, change) for row in rows)


def change_block(block: Block, change: Change) -> Block:
    """The block with each of its inlines exchanged; `change` must not count, for rows are changed at every reading."""
    match block:
        case Paragraph() | Heading():
            return replace(block, content=change_inlines(block.content, change))
        case BulletList() | NumberedList():
            return replace(block, items=tuple(_change_item(item, change) for item in block.items))
        case Table():
            header = tuple(change_row(row, change) for row in block.header)
            return replace(block, header=header, rows=change_rows(block.rows, lambda: change))
        case Figure():
            return replace(block, caption=change_inlines(block.caption, change))
        case TableOfContents():
            return replace(block, title=change_inlines(block.title, change))
        case SignatureBlock():
            return _change_signature(block, change)
        case Abbreviations():
            return block  # fixed words, without any reference
        case OpenPoints():
            return replace(block, intro=change_inlines(block.intro, change), none=change_inlines(block.none, change))
        case Section():
            return replace(block, blocks=change_blocks(block.blocks, change))
        case Annex():
            title, front = change_inlines(block.title, change), change_blocks(block.front, change)
            return replace(block, title=title, front=front, blocks=change_blocks(block.blocks, change))
        case PageBreak():
            return block
        case _:
            assert_never(block)


def change_blocks(blocks: Iterable[Block], change: Change) -> tuple[Block, ...]:
    """Each of the blocks so exchanged."""
    return tuple(change_block(block, change) for block in blocks)


def _change_item(item: ListItem, change: Change) -> ListItem:
    return replace(item, content=change_inlines(item.content, change))


def _change_signature(block: SignatureBlock, change: Change) -> SignatureBlock:
    stamp, post = change_inlines(block.stamp, change), change_inlines(block.post, change)
    name, date = change_inlines(block.name, change), change_inlines(block.date, change)
    return SignatureBlock(post=post, name=name, stamp=stamp, date=date)


def _changed(nodes: tuple[Node, ...], change: Callable[[Node], Node]) -> tuple[Node, ...]:
    """The very same tuple where nothing changed."""
    changed = tuple(map(change, nodes))
    return nodes if all(map(is_, changed, nodes)) else changed
