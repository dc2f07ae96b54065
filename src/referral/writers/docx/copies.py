"""A header row printed a second time: notes and bookmarks belong to the first."""

from dataclasses import replace

from referral.document.inlines import Emphasis, Footnote, Inline, Inlines, Sentence, Strong, Superscript
from referral.document.tables import Row


def second_copy(row: Row) -> Row:
    """The same words without ids and without the calls of its footnotes."""
    return Row(tuple(replace(cell, content=tuple(map(_without_notes, cell.content))) for cell in row.cells))


def _without_notes(content: Inlines) -> Inlines:
    return tuple(_bare(inline) for inline in content if not isinstance(inline, Footnote))


def _bare(inline: Inline) -> Inline:
    if isinstance(inline, Strong | Emphasis | Superscript):
        return replace(inline, content=_without_notes(inline.content))
    if isinstance(inline, Sentence):
        return replace(inline, content=_without_notes(inline.content), id=None)
    return inline
