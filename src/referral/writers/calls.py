"""The calls of notes after words that end with a figure: without a space between, the two would read as one number."""

from collections.abc import Iterator
from itertools import pairwise

from referral.document.inlines import Footnote, Inline, Inlines, Text
from referral.document.walk import words

_SPACE = Text("\N{NARROW NO-BREAK SPACE}")


def spaced(content: Inlines) -> Iterator[Inline]:
    """The inlines, with a narrow space between a figure and the call of a note."""
    for before, inline in pairwise((None, *content)):
        if isinstance(inline, Footnote) and before and words((before,))[-1:].isdigit():
            yield _SPACE
        if inline:
            yield inline
