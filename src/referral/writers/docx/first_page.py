"""The letterhead put on the first page, above the marks and the page numbers that every document of ours has."""

import io
from dataclasses import replace

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.section import _Footer as WordFooter
from docx.section import _Header as WordHeader
from lxml import etree

from referral.document.layout import PageNumbering, Properties
from referral.document.nodes import Document
from referral.writers.docx.headers import add_marks, emptied, write_footer
from referral.writers.docx.letterhead import Letterhead
from referral.writers.docx.letterhead.margins import Margin
from referral.writers.docx.letterhead.styles import renamed
from referral.writers.docx.oxml import Element, r

_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_SHAPE = 900  # the number of the draft mark on this page, far from those of other headers


def write_letterhead(word: WordDocument, document: Document, letterhead: Letterhead, classification: str) -> None:
    """Gives the first section a first page of its own; the pages after it have the usual header and footer."""
    section = word.sections[0]
    section.different_first_page_header_footer = True
    properties = document.properties
    header, footer = section.first_page_header, section.first_page_footer
    root = emptied(header)
    _place(word, header, root, letterhead.header, letterhead)
    add_marks(root, replace(properties, classification=classification or properties.classification), _SHAPE)
    etree.cleanup_namespaces(root)
    root = emptied(footer)
    _place(word, footer, root, letterhead.footer, letterhead)
    write_footer(root, _page_label(document, properties))
    etree.cleanup_namespaces(root)


def _page_label(document: Document, properties: Properties) -> str:
    """Where pages are numbered at the top, the first has no number."""
    return "" if document.layout.page_numbering is PageNumbering.TOP else properties.page_label


def _place(
    word: WordDocument, margin: WordHeader | WordFooter, root: Element, taken: Margin, letterhead: Letterhead
) -> None:
    keys = {key: margin.part.get_or_add_image(io.BytesIO(picture))[0] for key, picture in taken.pictures}
    for block in taken.blocks:
        element = parse_xml(block)
        for blip in element.iter(_BLIP):
            blip.set(r("embed"), keys[str(blip.get(r("embed")))])
        root.append(element)
    renamed(root, etree.fromstring(letterhead.styles), word.styles.element)
