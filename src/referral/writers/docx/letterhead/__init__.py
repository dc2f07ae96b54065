"""A house's own letterhead: a DOCX whose first header and footer, styles and margins our documents take over.

The file comes from outside. `archive` refuses what is dangerous in it, `margins` reads what we take, `styles` joins its
styles to ours. What is taken is written anew from known elements, so that nothing else of it can pass.
"""

from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from referral.writers.docx.letterhead.archive import LetterheadError, opened
from referral.writers.docx.letterhead.margins import Margin, margin_of, margins_of, section_of
from referral.writers.docx.letterhead.styles import plain_styles
from referral.writers.docx.oxml import w

__all__ = ["Letterhead", "LetterheadError", "read_letterhead"]


@dataclass(frozen=True)
class Letterhead:
    """What a document takes over. `margins` are left, right, top, bottom in whole millimetres."""

    margins: tuple[int, int, int, int]
    header: Margin
    footer: Margin
    styles: bytes

    @property
    def used_styles(self) -> frozenset[str]:
        """The ids of the house's styles in its header and footer."""
        blocks = [etree.fromstring(block) for margin in (self.header, self.footer) for block in margin.blocks]
        return frozenset(
            str(e.get(w("val"))) for b in blocks for e in b.iter(*map(w, ("pStyle", "rStyle", "tblStyle")))
        )


def read_letterhead(data: bytes, encoded: Callable[[bytes], bytes]) -> Letterhead:
    """What is taken of a file; `encoded` makes a picture anew of its pixels. Raises LetterheadError."""
    archive = opened(data)
    section = section_of(archive)
    header, footer = (margin_of(archive, section, name, encoded) for name in ("header", "footer"))
    return Letterhead(margins_of(section), header, footer, etree.tostring(plain_styles(archive)))
