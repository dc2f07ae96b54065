"""A printed page as lines of letters, from their places alone: whatever wrote the PDF, and whatever its tags say."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from tests.end_to_end.pdf_tags import text_of

POINTS = 72 / 25.4  # in a millimetre
_LARGEST, _SMALLEST = 40, 9  # points: what is larger is the draft mark, what is smaller the mark of a note
_ONE_LINE = 1.5  # points between the base lines of letters that stand on one


@dataclass(frozen=True)
class Piece:
    """Words that the file draws at once."""

    base: float  # from the top of the page, in points
    left: float
    right: float
    size: float
    font: str
    text: str


@dataclass(frozen=True)
class Line:
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """Without spaces: not every writer sets them as signs."""
        return "".join("".join(piece.text for piece in self.pieces).split())

    @property
    def base(self) -> float:
        return max(piece.base for piece in self.pieces)

    @property
    def left(self) -> float:
        return min(piece.left for piece in self.pieces)

    @property
    def right(self) -> float:
        return max(piece.right for piece in self.pieces)

    @property
    def size(self) -> float:
        return max(piece.size for piece in self.pieces)

    @property
    def font(self) -> str:
        return self.pieces[0].font

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True)
class Page:
    """Its size in points and its lines, from the top down, without the draft mark."""

    width: float
    height: float
    lines: tuple[Line, ...]


def pages(data: bytes) -> list[Page]:
    return [Page(page.get_width(), page.get_height(), tuple(_lines(page))) for page in pypdfium2.PdfDocument(data)]


def body(page: Page, margins: tuple[int, int, int, int]) -> list[Line]:
    """The lines between the margins (left, right, top, bottom, in millimetres), without the notes and their marks."""
    left, _, top, bottom = (margin * POINTS for margin in margins)
    notes = min((line.base for line in page.lines if _opens_note(line, left)), default=page.height)
    end = min(page.height - bottom, notes - 1)
    return [line for line in page.lines if top < line.base < end and line.size >= _SMALLEST]


def headings(data: bytes) -> list[tuple[str, int]]:
    """The bookmarks of a PDF: words, and the page (from 1) they lead to."""
    found = [(entry.get_title(), entry.get_dest()) for entry in pypdfium2.PdfDocument(data).get_toc()]
    return [("".join(title.split()), dest.get_index() + 1) for title, dest in found]


def _opens_note(line: Line, left: float) -> bool:
    """Whether it is the number of a note: small figures at the margin, where no line of text ever begins with them."""
    return line.size < _SMALLEST and line.text.isdigit() and abs(line.left - left) < 2


def _lines(page: Any) -> Iterator[Line]:
    line: list[Piece] = []
    for piece in sorted(_pieces(page), key=lambda piece: piece.base):
        if line and piece.base - line[-1].base > _ONE_LINE:
            yield from _by_size(line)
            line = []
        line.append(piece)
    yield from _by_size(line)


def _by_size(pieces: list[Piece]) -> Iterator[Line]:
    """What stands at one height of the page; marks of notes there are a line of their own."""
    for is_small in (True, False):
        group = [piece for piece in pieces if (piece.size < _SMALLEST) == is_small]
        if group:
            yield Line(tuple(sorted(group, key=lambda piece: piece.left)))


def _pieces(page: Any) -> Iterator[Piece]:
    text = page.get_textpage()
    for n in range(pdfium.FPDFPage_CountObjects(page)):
        shape = pdfium.FPDFPage_GetObject(page, n)
        if pdfium.FPDFPageObj_GetType(shape) == pdfium.FPDF_PAGEOBJ_TEXT:
            piece = _piece(shape, text, page.get_height())
            if piece.text.strip() and piece.size < _LARGEST:
                yield piece


def _piece(shape: Any, page: Any, height: float) -> Piece:
    matrix, size = pdfium.FS_MATRIX(), ctypes.c_float()
    pdfium.FPDFPageObj_GetMatrix(shape, matrix)
    pdfium.FPDFTextObj_GetFontSize(shape, size)
    left, right = _sides(shape)
    return Piece(
        height - matrix.f, left, right, size.value * hypot(matrix.a, matrix.b), _font(shape), text_of(shape, page)
    )


def _sides(shape: Any) -> tuple[float, float]:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(shape, left, bottom, right, top)
    return left.value, right.value


def _font(shape: Any) -> str:
    name = ctypes.create_string_buffer(100)
    pdfium.FPDFFont_GetBaseFontName(pdfium.FPDFTextObj_GetFont(shape), name, 100)
    return name.value.decode().rpartition("+")[2].replace("-", "")
