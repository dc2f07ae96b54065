"""Captions that are counted: Word counts them too, from the very number that we print."""

from referral.document.nodes import CaptionNumber
from referral.writers.docx.fields import add_field, next_of
from referral.writers.docx.looks import PLAIN, Look, add_words
from referral.writers.docx.marks import Marks
from referral.writers.docx.oxml import Element


class CaptionWriter:
    """Writes what stands before the words of a caption."""

    def __init__(self, marks: Marks) -> None:
        self._marks = marks

    def write(self, parent: Element, counted: CaptionNumber, look: Look = PLAIN) -> None:
        """«Table A-1. », whose number is the bookmark that references show."""
        if counted.before:
            add_words(parent, counted.before, look)
        with self._marks.around(parent, counted.target):
            if counted.series:
                add_words(parent, counted.series, look)
            add_field(parent, next_of(counted), str(counted.count), look)
        add_words(parent, f"{counted.after}. ", look)
