"""What a reader would take for a blank: an empty cell or line, brackets around nothing, a mark that follows nothing."""

import re
from collections.abc import Iterator
from functools import cache

from referral.document.nodes import Block, Document, PageBreak
from referral.document.tables import Row, Table
from referral.document.walk import flat, footnotes, lines_of, words

# What is left in a sentence when a value is printed as nothing, or as Python shows nothing.
_TRACES = re.compile(
    r"\b(?:None|Undefined|null|nan)\b"
    r"|\(\s*\)|\[\s*\]|«\s*»|“\s*”|\{|\}"
    r"|[,;:(]\s*[,;:.)](?!\.)"  # two marks with nothing between
    r"|\s[,;:.](?=\s|$)"  # a mark after a space
    r"|:\s*(?=[,;.)])|\S\s+[–—№]\s*(?=[,;.)]|$)"  # a colon, a dash, a number sign before nothing; alone they may stand
)


def blanks(document: Document) -> set[str]:
    """Where the document has a blank, in words for a failing test."""
    return {*_blanks_of_blocks(document), *(f"note: {text}" for _, text in footnotes(document) if is_blank(text))}


@cache  # from one variation of a case to the next nearly all lines are the same
def is_blank(text: str) -> bool:
    return not text.strip() or bool(_TRACES.search(text.strip()))


def _blanks_of_blocks(document: Document) -> Iterator[str]:
    for block in flat(document.blocks):
        name = type(block).__name__
        lines = [words(line) for line in lines_of(block)]
        yield from (f"empty cell: {_shown(row)}" for row in _rows(block) if any(not c.content for c in row.cells))
        yield from (f"{name}: {line}" for line in lines if is_blank(line))
        if not lines and not isinstance(block, PageBreak):
            yield f"empty {name}"


def _rows(block: Block) -> Iterator[Row]:
    if isinstance(block, Table):
        yield from block.header
        yield from block.rows


def _shown(row: Row) -> str:
    return " | ".join(words(line) for cell in row.cells for line in cell.content)
