"""The tags of a PDF, whichever engine has set them, and the words that hang from them."""

import ctypes
import io
from collections import defaultdict
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from pypdf import PdfReader

Words = dict[int, str]  # the words of a page by the number of their marked content


class Tagged:
    """A file: its topmost tags, and by page the words of marked content."""

    def __init__(self, data: bytes) -> None:
        file = PdfReader(io.BytesIO(data))
        catalog: Any = file.trailer["/Root"]
        self.root = resolved(catalog["/StructTreeRoot"])
        self.words: list[Words] = [words_of(page) for page in pypdfium2.PdfDocument(data)]
        self._pages = {page.indirect_reference.idnum: n for n, page in enumerate(file.pages)}  # type: ignore[union-attr]

    def page(self, element: Any, above: int | None) -> int | None:
        """The page on which the words of an element stand; that of the element above, where it does not say."""
        return self._pages[element.raw_get("/Pg").idnum] if "/Pg" in element else above


def kids(element: Any) -> list[Any]:
    found = resolved(element.get("/K", []))
    return [resolved(kid) for kid in (found if isinstance(found, list) else [found])]


def resolved(value: Any) -> Any:
    return value.get_object() if hasattr(value, "get_object") else value


def words_of(page: Any) -> Words:
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
