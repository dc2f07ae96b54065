"""The fields a document may hold: a closed set. No instruction is ever made from the words of a text."""

import re
from typing import NewType

from referral.writers.docx.looks import PLAIN, Look, add_run
from referral.writers.docx.oxml import XML_SPACE, Element, add, add_text

Instruction = NewType("Instruction", str)

BOOKMARK = r"[A-Za-z_]\w{0,39}"
ALLOWED = re.compile(rf"PAGE|NUMPAGES|TOC \\o \"1-[1-4]\" \\h \\z \\u|REF {BOOKMARK} \\[rw] \\h|PAGEREF {BOOKMARK} \\h")
TARGET = re.compile(rf"(?:REF|PAGEREF) ({BOOKMARK}) ")

PAGE = Instruction("PAGE")
PAGES = Instruction("NUMPAGES")


def own_number(bookmark: str) -> Instruction:
    """The number of a paragraph: «5»."""
    return Instruction(rf"REF {bookmark} \r \h")


def full_number(bookmark: str) -> Instruction:
    """The number of a heading with those of the headings above it: «II.A»."""
    return Instruction(rf"REF {bookmark} \w \h")


def page_of(bookmark: str) -> Instruction:
    """The page on which the bookmark stands."""
    return Instruction(rf"PAGEREF {bookmark} \h")


def contents(depth: int) -> Instruction:
    """The table of contents, of numbered and unnumbered headings down to `depth`."""
    return Instruction(rf'TOC \o "1-{depth}" \h \z \u')


def add_field(parent: Element, instruction: Instruction, result: str, look: Look = PLAIN) -> None:
    """A whole field with the result that is shown until Word computes it anew; an empty result shows nothing."""
    open_field(parent, instruction, look)
    if result:
        add_text(add_run(parent, look), result)
    close_field(parent, look)


def open_field(parent: Element, instruction: Instruction, look: Look = PLAIN) -> None:
    """The beginning of a field whose result follows, perhaps over several paragraphs."""
    _add_mark(parent, "begin", look)
    text = add(add_run(parent, look), "instrText")
    text.set(XML_SPACE, "preserve")
    text.text = f" {instruction} "
    _add_mark(parent, "separate", look)


def close_field(parent: Element, look: Look = PLAIN) -> None:
    """The end of the field opened last."""
    _add_mark(parent, "end", look)


def _add_mark(parent: Element, kind: str, look: Look) -> None:
    add(add_run(parent, look), "fldChar", fldCharType=kind)
