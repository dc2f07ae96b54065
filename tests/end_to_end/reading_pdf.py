"""A PDF read by its tags: the structure tree gives the words of the body in order, and the notes apart from them.

What stands on a page without being in the tree is its margins: header, footer, draft mark. So nothing has to be
guessed from the places of letters.
"""

import ctypes
import io
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from pypdf import PdfReader

from tests.end_to_end.reading import Body, Read, leaderless, squeezed

Words = dict[int, str]  # the words of a page by the number of their marked content
_NOTE_MARK = re.compile("(\\d+)\u2002")


def read_pdf(data: bytes) -> Read:
    """The file as it is printed, its words in the order of the tags."""
    return _Reader(data).read()


class _Reader:
    def __init__(self, data: bytes) -> None:
        self._pdf = pypdfium2.PdfDocument(data)
        self._reader = PdfReader(io.BytesIO(data))
        self._pages = {page.indirect_reference.idnum: n for n, page in enumerate(self._reader.pages)}  # type: ignore[union-attr]
        self._unread: list[Words] = [dict(words) for words in self._words]
        self._body = Body()
        self._notes: dict[int, str] = {}
        self._contents: list[str] = []

    @cached_property
    def _words(self) -> list[Words]:
        return [_words_of(page) for page in self._pdf]

    def read(self) -> Read:
        catalog: Any = self._reader.trailer["/Root"]
        root = _resolved(catalog["/StructTreeRoot"])
        for child in _kids(root):
            self._read(child)
        margins = tuple(squeezed("".join(words.values())) for words in self._unread)
        contents = leaderless("".join(self._contents))
        return Read(tuple(self._body.rows), dict(sorted(self._notes.items())), contents, margins)

    def _read(self, element: Any) -> None:
        """One element of the structure: a table, the notes of a page, a table of contents, or blocks of the body."""
        kind, kids = element["/S"], _kids(element)
        if kind == "/Table":
            self._read_table(element)
        elif kind == "/Figure":
            self._text(element)  # the words of a drawing, which the tree has in no block
        elif kind == "/NonStruct" and self._is_notes(kids):
            self._read_notes(kids)
        elif kind == "/NonStruct" and kids and {kid.get("/S") for kid in kids} <= {"/P", "/L"}:
            self._read_contents(kids)
        elif all("/S" in kid for kid in kids) and not _is_line(kids):
            for kid in kids:
                self._read(kid)
        else:
            self._body.add(self._text(element))

    def _read_contents(self, kids: list[Any]) -> None:
        """A table of contents or, on the next page, its next part: its title and its entries."""
        for kid in kids:
            if kid["/S"] == "/P":
                self._body.add(self._text(kid))
            else:
                self._contents.append(self._text(kid))

    def _read_table(self, table: Any) -> None:
        header, rows = "", []
        for group in _kids(table):
            if group["/S"] == "/THead":
                header += self._text(group)
            else:
                rows += [[self._text(cell) for cell in _kids(row)] for row in _kids(group)]
        self._body.add_table(header, rows)

    def _is_notes(self, kids: list[Any]) -> bool:
        """Whether these are the notes at the foot of a page: each begins with its number and an en space."""
        return bool(kids and kids[0].get("/S") == "/Span" and _NOTE_MARK.match(self._text(kids[0], keep=True)))

    def _read_notes(self, notes: list[Any]) -> None:
        for note in notes:
            words = self._text(note)
            mark = _NOTE_MARK.match(words)
            number = int(mark[1]) if mark else max(self._notes)  # a long note is set as several
            self._notes[number] = self._notes.get(number, "") + squeezed(words[mark.end() if mark else 0 :])

    def _text(self, element: Any, *, keep: bool = False) -> str:
        """The words of an element and of all below it; read words are no longer in the margins."""
        return "".join(self._pieces(element, None, keep))

    def _pieces(self, element: Any, page: int | None, keep: bool) -> Iterator[str]:
        if "/Pg" in element:
            page = self._pages[element.raw_get("/Pg").idnum]
        if element.get("/Type") == "/OBJR":
            return
        if "/MCID" in element:
            yield self._take(page, element["/MCID"], keep)
            return
        for kid in _kids(element):
            if isinstance(kid, int):
                yield self._take(page, kid, keep)
            else:
                yield from self._pieces(kid, page, keep)

    def _take(self, page: int | None, number: int, keep: bool) -> str:
        assert page is not None
        if not keep:
            self._unread[page].pop(number, None)
        return self._words[page].get(number, "")


def _is_line(kids: list[Any]) -> bool:
    """Whether these elements are the pieces of one line and not blocks of their own."""
    return any(kid.get("/S") in ("/Span", "/Link") for kid in kids)


def _kids(element: Any) -> list[Any]:
    kids = _resolved(element.get("/K", []))
    return [_resolved(kid) for kid in (kids if isinstance(kids, list) else [kids])]


def _resolved(value: Any) -> Any:
    return value.get_object() if hasattr(value, "get_object") else value


def _words_of(page: Any) -> Words:
    words: Words = defaultdict(str)
    text_page = page.get_textpage()
    for n in range(pdfium.FPDFPage_CountObjects(page)):
        shape = pdfium.FPDFPage_GetObject(page, n)
        if pdfium.FPDFPageObj_GetType(shape) == pdfium.FPDF_PAGEOBJ_TEXT:
            words[pdfium.FPDFPageObj_GetMarkedContentID(shape)] += text_of(shape, text_page)
    return dict(words)


def text_of(shape: Any, text_page: Any) -> str:
    """The words of one text object."""
    size = pdfium.FPDFTextObj_GetText(shape, text_page, None, 0)  # in bytes, the final zero included
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFTextObj_GetText(shape, text_page, ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), size)
    return buffer.raw[: max(0, size - 2)].decode("utf-16-le")
