"""The empty document every file begins as: the parts beside this module, with measures and properties filled in."""

import io
import re
import zipfile
from datetime import date
from importlib import resources
from string import Template

import docx
from docx.document import Document as WordDocument
from lxml import etree

from referral.document.layout import Properties
from referral.document.nodes import Document
from referral.errors import WriteError
from referral.writers.docx.languages import word_language
from referral.writers.docx.letterhead import Letterhead
from referral.writers.docx.letterhead.styles import joined
from referral.writers.docx.measures import page_measures, style_measures
from referral.writers.docx.oxml import accepted

_PARTS = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package_rels.xml",
    "docProps/app.xml": "app.xml",
    "word/document.xml": "document.xml",
    "word/_rels/document.xml.rels": "document_rels.xml",
    "word/styles.xml": "styles.xml",
    "word/numbering.xml": "numbering.xml",
    "word/settings.xml": "settings.xml",
    "word/fontTable.xml": "fontTable.xml",
}
_STYLES = "styles.xml"
_COMMENT = re.compile("<!--.*?-->", re.DOTALL)  # they are for readers of this repository, not of the document
_TITLE = "{http://purl.org/dc/elements/1.1/}title"


def open_reference(document: Document, letterhead: Letterhead | None = None) -> WordDocument:
    """A Word document without content, with this document's page, styles, language and properties."""
    measures = _measures(document)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, source in _PARTS.items():
            part = filled(source, measures)
            archive.writestr(name, _styles(part, letterhead) if letterhead and source == _STYLES else part)
        archive.writestr("docProps/core.xml", _core(document.properties, measures))
    return docx.Document(stream)


def _styles(ours: bytes, letterhead: Letterhead) -> bytes:
    together = joined(etree.fromstring(letterhead.styles), etree.fromstring(ours), letterhead.used_styles)
    return etree.tostring(together, xml_declaration=True, encoding="UTF-8", standalone=True)


def filled(source: str, measures: dict[str, str]) -> bytes:
    """The part kept under this file name, its measures filled in."""
    text = resources.files(__package__).joinpath("parts", source).read_text(encoding="utf-8")
    return Template(_COMMENT.sub("", text)).substitute(measures).encode()


def _measures(document: Document) -> dict[str, str]:
    numbers = page_measures(document.layout) | style_measures(document.layout)
    properties = document.properties
    return {name: str(number) for name, number in numbers.items()} | {
        "lang": word_language(properties.lang),
        "created": f"{_day(properties.created).isoformat()}T00:00:00Z",
    }


def _day(created: str) -> date:
    try:
        return date.fromisoformat(created)
    except ValueError as error:
        raise WriteError(f"“{created}”, the date of the document, is no date such as 2024-05-31") from error


def _core(properties: Properties, measures: dict[str, str]) -> bytes:
    # Not through python-docx: it refuses a title of more than 255 characters.
    root = etree.fromstring(filled("core.xml", measures))
    title = root.find(_TITLE)
    if title is not None:
        title.text = accepted(properties.title)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
