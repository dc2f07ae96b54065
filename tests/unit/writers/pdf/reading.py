"""Reads a finished PDF as a stranger would: text by page, structure tags, fonts, places of letters."""

import io
import re
from collections.abc import Iterator
from typing import Any

import pypdfium2
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from referral.document.layout import Layout, Properties
from referral.document.nodes import Block
from referral.writers.pdf import write_pdf
from tests.unit.writers.pdf import sample


def pages_of(
    *blocks: Block, layout: Layout | None = None, properties: Properties = sample.PLAIN_PROPERTIES
) -> list[str]:
    """The text of every page of a document with these blocks."""
    return texts(write_pdf(sample.document(*blocks, layout=layout, properties=properties)).data)


def texts(data: bytes) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)]


def squeezed(text: str) -> str:
    """Without spaces and the marks that a reader puts at line ends."""
    return re.sub("[\\s\u00ad\u200b\ufffe]", "", text)


def reader(data: bytes) -> Any:
    """Untyped, because pypdf's objects say what they are only when they are read."""
    return PdfReader(io.BytesIO(data))


def page_sizes(data: bytes) -> list[tuple[int, int]]:
    """Width and height in millimetres."""
    boxes = [page.mediabox for page in reader(data).pages]
    return [(round(float(box.width) / 72 * 25.4), round(float(box.height) / 72 * 25.4)) for box in boxes]


def fonts(data: bytes) -> set[str]:
    resources = (page["/Resources"] for page in reader(data).pages)
    return {str(font.get_object()["/BaseFont"])[8:] for known in resources for font in known["/Font"].values()}


def tags(data: bytes) -> list[str]:
    """The structure types of the document, in reading order."""
    root = reader(data).trailer["/Root"]["/StructTreeRoot"]
    return [str(element["/S"])[1:] for element in _elements(root["/K"][0].get_object())]


def _elements(element: DictionaryObject) -> Iterator[DictionaryObject]:
    yield element
    children = element.get("/K", ())
    for child in children if isinstance(children, list) else ():
        known = child.get_object()
        if isinstance(known, DictionaryObject) and "/S" in known:
            yield from _elements(known)


def millimetres_from_left(data: bytes, words: str) -> int:
    """Where these words begin on the first page."""
    text = pypdfium2.PdfDocument(data)[0].get_textpage()
    left, *_ = text.get_charbox(text.get_text_range().index(words))
    return int(left / 72 * 25.4)


def letters_off_page(data: bytes) -> list[str]:
    """Letters whose box is not wholly on the page."""
    off = []
    for page in pypdfium2.PdfDocument(data):
        text = page.get_textpage()
        for n in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(n)
            if left < 0 or bottom < 0 or right > page.get_width() or top > page.get_height():
                off.append(text.get_text_range(n, 1))
    return off
