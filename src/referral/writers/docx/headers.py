"""What stands in the margins of every page: page numbers, the classification, the draft mark in words and across."""

import re
from collections.abc import Sequence
from dataclasses import replace

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.section import Section as WordSection
from docx.section import _Footer as WordFooter
from docx.section import _Header as WordHeader
from lxml import etree

from referral.document.layout import PageNumbering, Properties
from referral.document.nodes import Document
from referral.writers.docx.fields import PAGE, PAGES, add_field
from referral.writers.docx.looks import ParagraphLook, add_paragraph, add_run, add_words
from referral.writers.docx.oxml import Element, accepted
from referral.writers.docx.reference import filled

_HEADER = ParagraphLook("Header")
_FOOTER = ParagraphLook("Footer")
_PAGE_WORDS = re.compile(r"(\{page\}|\{pages\})")
_FIELDS = {"{page}": PAGE, "{pages}": PAGES}
_TEXT_PATH = ".//{urn:schemas-microsoft-com:vml}textpath[@string]"
_WIDEST, _LETTER, _LOWEST = 440, 75, 36  # points: the text is at most some 480 wide


def write_headers(word: WordDocument, document: Document, headers: Sequence[str] = ("",)) -> None:
    """Fills the margins of the first section, when all sections exist; the others inherit them.

    Where the words at the head change, as they do with an annex, that section gets a header of its own.
    """
    properties = document.properties
    _write_first(
        word.sections[0], replace(properties, classification=headers[0] or properties.classification), document
    )
    has_page = document.layout.page_numbering is PageNumbering.TOP
    for number, (section, before, here) in enumerate(
        zip(list(word.sections)[1:], headers, headers[1:], strict=False), 3
    ):
        if here != before:
            own = replace(properties, classification=here)
            _write_header(section.header, own, number=number, has_page=has_page)


def _write_first(section: WordSection, properties: Properties, document: Document) -> None:
    if document.layout.page_numbering is PageNumbering.TOP:
        section.different_first_page_header_footer = True
        _write_header(section.header, properties, number=1, has_page=True)
        _write_header(section.first_page_header, properties, number=2, has_page=False)
    else:
        if properties.draft_mark or properties.classification:
            _write_header(section.header, properties, number=1, has_page=False)
        root = emptied(section.footer)
        write_footer(root, properties.page_label)
        etree.cleanup_namespaces(root)


def _write_header(header: WordHeader, properties: Properties, *, number: int, has_page: bool) -> None:
    root = emptied(header)
    if has_page:
        add_field(add_paragraph(root, _HEADER), PAGE, "2")
    add_marks(root, properties, number)
    etree.cleanup_namespaces(root)


def add_marks(root: Element, properties: Properties, number: int) -> None:
    """Draft mark and classification, and the draft mark across the page; the number is that of its shape."""
    line = add_paragraph(root, _HEADER)
    marks = list(filter(None, (properties.draft_mark, properties.classification)))
    if marks:
        add_words(line, " · ".join(marks))
    if properties.draft_mark:
        add_run(line).append(_watermark(properties.draft_mark, number))


def write_footer(root: Element, page_label: str) -> None:
    """The number of the page in its words."""
    line = add_paragraph(root, _FOOTER)
    for piece in filter(None, _PAGE_WORDS.split(page_label)):
        if piece in _FIELDS:
            add_field(line, _FIELDS[piece], "1")
        else:
            add_words(line, piece)


def emptied(margin: WordHeader | WordFooter) -> Element:
    """The root of a header or footer of its own, without what python-docx puts there."""
    margin.is_linked_to_previous = False
    root: Element = margin.part.element
    root.attrib.clear()
    for child in list(root):
        root.remove(child)
    return root


def _watermark(mark: str, number: int) -> Element:
    width = min(_WIDEST, _LETTER * len(mark))
    height = max(_LOWEST, round(width / len(mark)))
    measures = {"number": str(number), "shape": str(1024 + number), "width": str(width), "height": str(height)}
    watermark: Element = parse_xml(filled("watermark.xml", measures))
    for path in watermark.iterfind(_TEXT_PATH):
        path.set("string", accepted(mark))
    return watermark
