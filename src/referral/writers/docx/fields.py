"""The fields a document may hold: a closed set. No instruction is ever made from the words of a text."""

import re
from typing import NewType

from referral.document.nodes import CaptionNumber, Counted
from referral.writers.docx.looks import PLAIN, Look, add_run
from referral.writers.docx.oxml import XML_SPACE, Element, add, add_text

Instruction = NewType("Instruction", str)

BOOKMARK = r"[A-Za-z_]\w{0,39}"
_COUNT = r"(?:Table|Figure)(?:_[A-Z]{1,2})?"  # in an annex with its letter
ALLOWED = re.compile(
    rf"PAGE|NUMPAGES|TOC \\o \"1-[1-4]\" \\h \\z \\u|REF {BOOKMARK} \\[nrw] \\h|PAGEREF {BOOKMARK} \\h"
    rf"|NOTEREF {BOOKMARK} \\h|REF {BOOKMARK} \\h|SEQ {_COUNT} \\\* ARABIC"
    rf"|TOC \\h \\z \\c \"{_COUNT}\""
)
TARGET = re.compile(rf"(?:REF|PAGEREF|NOTEREF) ({BOOKMARK}) ")

# What Word counts captions by; the words before the number are those of the document's language.
_SEQUENCES = {Counted.TABLE: "Table", Counted.FIGURE: "Figure"}

PAGE = Instruction("PAGE")
PAGES = Instruction("NUMPAGES")


def own_number(bookmark: str) -> Instruction:
    """The number of a paragraph: «5»."""
    return Instruction(rf"REF {bookmark} \r \h")


def bare_number(bookmark: str) -> Instruction:
    """The number of a heading as it stands before it, which in an annex is whole: «A.1»."""
    return Instruction(rf"REF {bookmark} \n \h")


def full_number(bookmark: str) -> Instruction:
    """The number of a heading with those of the headings above it: «II.A»."""
    return Instruction(rf"REF {bookmark} \w \h")


def page_of(bookmark: str) -> Instruction:
    """The page on which the bookmark stands."""
    return Instruction(rf"PAGEREF {bookmark} \h")


def number_of_note(bookmark: str) -> Instruction:
    """The number of the footnote whose call the bookmark holds."""
    return Instruction(rf"NOTEREF {bookmark} \h")


def words_of(bookmark: str) -> Instruction:
    """What the bookmark holds: of a caption, its number."""
    return Instruction(rf"REF {bookmark} \h")


def next_of(counted: CaptionNumber) -> Instruction:
    """The next number of a caption. An annex counts for itself: LibreOffice forgets where a count began anew."""
    return Instruction(rf"SEQ {sequence_of(counted)} \* ARABIC")


def captions(counted: CaptionNumber) -> Instruction:
    """The table of all captions that are counted with this one."""
    return Instruction(rf'TOC \h \z \c "{sequence_of(counted)}"')


def sequence_of(counted: CaptionNumber) -> str:
    letter = counted.series.rstrip("-")
    return f"{_SEQUENCES[counted.kind]}_{letter}" if letter else _SEQUENCES[counted.kind]


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
