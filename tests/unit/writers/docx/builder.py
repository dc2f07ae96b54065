"""Small documents for the tests of the Word writer, and what their parts look like once written."""

import io
import zipfile
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from lxml import etree

from referral.document.inlines import Inline, Inlines, Text
from referral.document.layout import HeadingNumbers, Layout, PageNumbering, Properties
from referral.document.nodes import Block, Document, Heading, Paragraph, ParagraphKind
from referral.document.number import number
from referral.document.tables import Cell, Row, Rows, Table
from referral.writers.codes import JOINER
from referral.writers.docx import write_docx

Element = etree._Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = {"w": W, "r": R, "v": "urn:schemas-microsoft-com:vml"}
PROPERTIES = Properties("en", "A title", "2024-05-31")


def words(*texts: str | Inline) -> Inlines:
    return tuple(Text(text) if isinstance(text, str) else text for text in texts)


def body(*texts: str | Inline, id: str | None = None, lang: str | None = None) -> Paragraph:  # noqa: A002 - as the node
    return Paragraph(words(*texts), id=id, lang=lang)


def numbered(*texts: str | Inline, id: str | None = None) -> Paragraph:  # noqa: A002 - as the node
    return Paragraph(words(*texts), ParagraphKind.NUMBERED, id)


def heading(level: int, text: str, id: str = "", *, is_numbered: bool = True) -> Heading:  # noqa: A002 - as the node
    return Heading(level, words(text), id, is_numbered)


def row(*texts: str | Inline, id: str | None = None) -> Row:  # noqa: A002 - as the node
    return Row(tuple(Cell((words(text),)) for text in texts), id)


def rows(items: Iterable[Row]) -> Rows:
    held = tuple(items)
    return Rows(lambda: iter(held))


def table(*body_rows: Row, widths: tuple[int, ...] = (1, 2), header: tuple[Row, ...] | None = None) -> Table:
    first = (row("No.", "What"),) if header is None else header
    return Table(widths, first, rows(body_rows))


def document(*blocks: Block, properties: Properties = PROPERTIES, layout: Layout | None = None) -> Document:
    """A numbered document."""
    return number(Document(properties, layout or Layout(), blocks))


def legal() -> Layout:
    return Layout(heading_numbers=HeadingNumbers.LEGAL)


def top_numbers() -> Layout:
    return Layout(page_numbering=PageNumbering.TOP)


def with_properties(**changes: Any) -> Properties:
    return replace(PROPERTIES, **changes)


def parts(archive: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


class Written:
    """A document as written: its parts, and the questions that tests put to them."""

    def __init__(self, archive: bytes) -> None:
        self.archive = archive
        self.parts = parts(archive)

    def root(self, part: str = "word/document.xml") -> Element:
        return etree.fromstring(self.parts[part])

    def find(self, path: str, part: str = "word/document.xml") -> list[Element]:
        return [element for element in self._query(path, part) if isinstance(element, Element)]

    def values(self, path: str, part: str = "word/document.xml") -> list[str]:
        """The attributes or texts that an XPath finds."""
        return [str(value) for value in self._query(path, part)]

    def _query(self, path: str, part: str) -> list[object]:
        found = self.root(part).xpath(path, namespaces=NAMES)
        assert isinstance(found, list)
        return list(found)

    def text(self, part: str = "word/document.xml") -> str:
        return _text(self.root(part))

    def paragraphs(self, part: str = "word/document.xml") -> list[tuple[str, str]]:
        """Style and words of every paragraph."""
        return [(_style(p), _text(p)) for p in self.find("//w:p", part)]

    def fields(self, part: str = "word/document.xml") -> list[str]:
        return [value.strip() for value in self.values("//w:instrText/text()", part)]


def _style(paragraph: Element) -> str:
    style = paragraph.find("w:pPr/w:pStyle", NAMES)
    return "" if style is None else str(style.get(f"{{{W}}}val"))


def _text(element: Element) -> str:
    """The words as they are read: the hyphen at which no line ends is a hyphen, joiners are not seen."""
    signs = element.iter(f"{{{W}}}t", f"{{{W}}}noBreakHyphen")
    return "".join("-" if s.tag == f"{{{W}}}noBreakHyphen" else str(s.text or "") for s in signs).replace(JOINER, "")


def write(*blocks: Block, properties: Properties = PROPERTIES, layout: Layout | None = None) -> Written:
    return Written(write_docx(document(*blocks, properties=properties, layout=layout)))
