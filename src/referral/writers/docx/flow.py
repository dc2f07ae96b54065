"""Where the next block goes: the body, its sections of one orientation each, a page break that waits.

Breaks are carried out only when something follows them, so that no empty page can arise.
"""

from copy import deepcopy
from dataclasses import replace

from docx.document import Document as WordDocument

from referral.document.layout import Layout
from referral.document.nodes import Orientation
from referral.writers.docx.looks import ParagraphLook, add_paragraph
from referral.writers.docx.measures import text_width
from referral.writers.docx.oxml import Element, add, w

_GAP = ParagraphLook("Gap")


class Flow:
    """The body while it grows."""

    def __init__(self, word: WordDocument, layout: Layout) -> None:
        self.body: Element = word.element.body
        self._layout = layout
        self._page = self.body[-1]
        self.body.remove(self._page)
        self._orientation = Orientation.PORTRAIT
        self._turn_to: Orientation | None = None
        self._break_waits = False
        self._is_page_empty = True
        self.headers: list[str] = []  # what stands at the head of the pages of each section; empty: what is usual
        self._header = self._next_header = ""

    def paragraph(self, look: ParagraphLook) -> Element:
        """A new paragraph where the flow stands."""
        self._turn()
        new_page, at_top = self._break_waits, self._break_waits or (self._is_page_empty and len(self.body) > 0)
        self._break_waits, self._is_page_empty = False, False
        return add_paragraph(self.body, replace(look, new_page=new_page, at_top=at_top) if at_top else look)

    def place(self, name: str) -> Element:
        """A new element that is no paragraph, such as a table."""
        self._turn()
        if self._break_waits:
            self.gap()
        self._is_page_empty = False
        return add(self.body, name)

    def gap(self) -> None:
        """A thin empty paragraph; without one, tables that touch would become one in Word."""
        self.paragraph(_GAP)

    def width(self) -> int:
        """How wide the text is where the next block will stand, in twentieths of a point."""
        return text_width(self._layout, self._turn_to or self._orientation)

    def break_page(self) -> None:
        """What follows begins on a new page."""
        self._break_waits = not self._is_page_empty and self._turn_to is None

    def turn(self, orientation: Orientation) -> None:
        """What follows stands on new pages of this orientation."""
        self._turn_to = orientation

    def begin(self, header: str) -> None:
        """What follows stands on new pages that have this at their head."""
        self.turn(Orientation.PORTRAIT)
        self._next_header = header

    def stay(self) -> None:
        """What follows stands below the last block, whatever turn or break was waiting."""
        self._turn_to = None
        self._break_waits = False

    def hold(self) -> None:
        """The last block stands on the page of what follows: of a table, its last row."""
        for block in reversed(self.body):
            _hold(block)
            if block.tag != w("p") or block[0][0].get(w("val")) != _GAP.style:
                return

    def close(self) -> None:
        """Ends the last section."""
        self.body.append(self._section())

    def _turn(self) -> None:
        if self._turn_to is None:
            return
        if not self._is_page_empty:
            self._end_section()
        self._orientation, self._turn_to, self._header = self._turn_to, None, self._next_header
        self._break_waits, self._is_page_empty = False, True

    def _end_section(self) -> None:
        last = self.body[-1]
        if last.tag != w("p"):
            last = add_paragraph(self.body, _GAP)
        last[0].append(self._section())

    def _section(self) -> Element:
        self.headers.append(self._header)
        section: Element = deepcopy(self._page)
        if self._orientation is Orientation.LANDSCAPE:
            _lay_across(section[0])
        return section


def _hold(block: Element) -> None:
    *_, last = [*block.iter(w("tr"))] or block.iter(w("p"))
    for properties in last.iter(w("pPr")):
        if properties.find(w("keepNext")) is None:
            properties.insert(1, properties.makeelement(w("keepNext")))  # after the style


def _lay_across(size: Element) -> None:
    width, height = str(size.get(w("w"))), str(size.get(w("h")))
    size.set(w("w"), height)
    size.set(w("h"), width)
    size.set(w("orient"), "landscape")
