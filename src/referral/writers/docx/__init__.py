"""The document tree as a Word file. Whatever is particular to Word lives in this package."""

import gc
import io
from collections.abc import Mapping

from referral.document.nodes import Document
from referral.packing import repacked
from referral.writers.docx.blocks import BlockWriter
from referral.writers.docx.first_page import write_letterhead
from referral.writers.docx.gate import checked
from referral.writers.docx.gate.package import MAIN
from referral.writers.docx.headers import write_headers
from referral.writers.docx.letterhead import Letterhead
from referral.writers.docx.reference import open_reference
from referral.writers.docx.streamed import StreamedRows


def write_docx(
    document: Document, pages: Mapping[str, int] | None = None, letterhead: Letterhead | None = None
) -> bytes:
    """A numbered document as the bytes of a DOCX file; the same document gives the same bytes.

    `pages` has page numbers by the ids of headings, for the table of contents; where one is missing, the entry stays a
    link without a page. A house's `letterhead` gives styles and the margins of the first page. Raises `WriteError` for
    what Word could not hold or would show otherwise than the tree has it.
    """
    rows = StreamedRows()
    archive = _written(document, pages or {}, letterhead, rows)
    # python-docx's objects refer to each other in circles: uncollected, they would stay beside what is made of them.
    gc.collect()
    return checked(repacked(archive, {MAIN: rows.into}))


def _written(document: Document, pages: Mapping[str, int], letterhead: Letterhead | None, rows: StreamedRows) -> bytes:
    """The package, with rows of tables still to be put in their places."""
    word = open_reference(document, letterhead)
    headers = BlockWriter(word, document, pages, rows).write()
    write_headers(word, document, headers)
    if letterhead:
        write_letterhead(word, document, letterhead, headers[0])
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()
