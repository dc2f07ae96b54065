"""The engines that lay out a PDF. The case or the command line names one; nothing switches by itself."""

from typing import assert_never

from referral.case.model import PdfEngine
from referral.document.nodes import Document
from referral.writers import pdf, typst
from referral.writers.chunks import is_long
from referral.writers.pdf import PdfFile
from referral.writers.pdf.press import Press


def write_pdf(document: Document, engine: PdfEngine = PdfEngine.WEASYPRINT, press: Press | None = None) -> PdfFile:
    """The document as PDF, laid out by this engine; `press` is for WeasyPrint."""
    match engine:
        case PdfEngine.WEASYPRINT:
            return pdf.write_pdf(document, press)
        case PdfEngine.TYPST:
            return typst.write_pdf(document)
        case _:
            assert_never(engine)


def engine_hint(document: Document, engine: PdfEngine) -> str:
    """What to say of a long document that the slower engine has laid out; empty for any other."""
    if engine is PdfEngine.TYPST or not is_long(document):
        return ""
    return "long documents were laid out by WeasyPrint; --pdf-engine typst takes a fraction of the time"
