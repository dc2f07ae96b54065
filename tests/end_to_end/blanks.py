"""What a reader would take for a blank: an empty cell or line, brackets around nothing, a mark that follows nothing."""

import re
from collections.abc import Iterator

from referral.document.nodes import Block, Document, PageBreak, Row, Table
from referral.document.walk import flat, footnotes, lines_of, words

# What is left in a sentence when a value is printed as nothing, or as Python shows nothing.
_TRACES = re.compile(
    r"\b(?:None|Undefined|null|nan)\b|\(\s*\)|\[\s*\]|«\s*»|“\s*”|[,;:(]\s*[,;:.)](?!\.)|\s[,;:.](?=\s|$)"
)


def blanks(document: Document) -> list[str]:
    """Where the document has a blank, in words for a failing test."""
    return [*_blanks_of_blocks(document), *(f"note {n}: {w}" for n, w in footnotes(document) if is_blank(w))]


def is_blank(text: str) -> bool:
    return not text.strip() or bool(_TRACES.search(text))


def _blanks_of_blocks(document: Document) -> Iterator[str]:
    for block in flat(document.blocks):
        yield from (f"empty cell: {_row(row)}" for row in _rows(block) if any(not c.content for c in row.cells))
        yield from (f"{type(block).__name__}: {w!r}" for line in lines_of(block) if is_blank(w := words(line)))
        if not isinstance(block, PageBreak) and not any(words(line).strip() for line in lines_of(block)):
            yield f"empty {type(block).__name__}"


def _rows(block: Block) -> Iterator[Row]:
    if isinstance(block, Table):
        yield from block.header
        yield from block.rows


def _row(row: Row) -> str:
    return " | ".join(words(line) for cell in row.cells for line in cell.content)
