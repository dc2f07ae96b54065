"""PDF: the words of its pages, and every string of every object: properties, bookmarks, tags, notes, attachments.

Objects are found by their signs in the bytes and not by the list of the file, so that those of earlier revisions and
those that nothing refers to are read as well.
"""

import re
from collections.abc import Iterator
from typing import Any

from referral.scan.limits import Inside
from referral.scan.passage import Passage, Read, Unread
from referral.scan.pdf_objects import object_passages

_END = re.compile(rb"%%EOF")
_ENCRYPTED = re.compile(rb"/Encrypt\s+\d+\s+\d+\s+R|/Encrypt\s*<<")
MENDED_BY = 'run: pip install "referral[pdf]"'
# Where a narrow column fills a page, pdfium takes it for written downwards, and ends a line after each lonely figure.
_END_BETWEEN_FIGURES = re.compile(r"(?<=[0-9])\r?\n(?=[0-9])")
_BESIDE, _LEVEL = 0.35, 0.25  # of their height; in our typefaces 0.24 at most, and 0.43 or more with a blank between
_NOT_THERE = f"the Python package pypdfium2 is not there; {MENDED_BY}"


def pdf_passages(data: bytes, inside: Inside) -> Iterator[Read]:
    """All objects, the pages of the last revision, then those of the revisions before it."""
    if _ENCRYPTED.search(data):
        yield Unread("", "an encrypted PDF")
        return
    yield from _pages(data, "a damaged PDF")
    yield from object_passages(data, inside)
    ends = [match.end() for match in _END.finditer(data)][:-1]
    if b"/Linearized" in data[:1024]:
        ends = ends[1:]  # the first end of such a file is that of its first page, and no revision
    most = inside.allowance.limits.revisions
    if len(ends) > most:
        yield Unread("", f"more than {most} earlier revisions")
    for number, end in enumerate(ends[:most], 1):
        yield from (read.within(f"earlier revision {number}") for read in _pages(data[:end], "damaged"))


def _pages(data: bytes, if_damaged: str) -> Iterator[Read]:
    try:
        import pypdfium2  # an extra
    except ImportError:
        yield Unread("", _NOT_THERE)
        return
    try:
        with pypdfium2.PdfDocument(data) as document:
            for number in range(len(document)):
                yield _page(document, number)
    except pypdfium2.PdfiumError:
        yield Unread("", if_damaged)


def _page(document: Any, number: int) -> Passage:
    page = document[number]
    words = page.get_textpage()
    try:
        text = _joined(str(words.get_text_range()), words)
    finally:
        words.close()
        page.close()
    return Passage(f"page {number + 1}", text.replace("\r\n", "\n").replace("\r", "\n"))


def _joined(text: str, words: Any) -> str:
    """The text, its numbers in one piece where their figures stand side by side on one line."""
    if len(text) != words.count_chars():
        return text  # a sign of the text is not found by its place in it
    return _END_BETWEEN_FIGURES.sub(lambda end: "" if _are_beside(words, end.start() - 1, end.end()) else end[0], text)


def _are_beside(words: Any, first: int, second: int) -> bool:
    _, bottom, right, top = map(float, words.get_charbox(first))
    left, level, _, _ = map(float, words.get_charbox(second))
    height = top - bottom
    return abs(level - bottom) < _LEVEL * height and abs(left - right) < _BESIDE * height


def can_read_pages() -> bool:
    """Whether what reads pages is installed."""
    try:
        import pypdfium2  # noqa: F401 - only whether it is there
    except ImportError:
        return False
    return True
