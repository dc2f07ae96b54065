"""The engines that lay out a PDF. The case or the command line names one; nothing switches by itself."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import assert_never

from referral.case.model import PdfEngine
from referral.document.nodes import Document
from referral.writers import pdf, typst
from referral.writers.chunks import is_long
from referral.writers.pdf import PdfFile
from referral.writers.pdf.job import Job as HtmlJob
from referral.writers.pdf.press import Press
from referral.writers.typst.job import Job as TypstJob


@dataclass(frozen=True)
class Presses:
    """Who lays out for each engine; where there is none, this very process."""

    weasyprint: Press[HtmlJob] | None = None
    typst: Press[TypstJob] | None = None


NO_PRESSES = Presses()


def begin_pdf(document: Document, engine: PdfEngine, presses: Presses) -> Callable[[], PdfFile]:
    """The document as PDF, being laid out by this engine; what is given waits for it, and gives the file."""
    match engine:
        case PdfEngine.WEASYPRINT:
            return pdf.begin_pdf(document, presses.weasyprint)
        case PdfEngine.TYPST:
            return typst.begin_pdf(document, presses.typst)
        case _:
            assert_never(engine)


def engine_hint(document: Document, engine: PdfEngine) -> str:
    """What to say of a long document that the slower engine has laid out; empty for any other."""
    if engine is PdfEngine.TYPST or not is_long(document):
        return ""
    return "long documents were laid out by WeasyPrint; --pdf-engine typst takes a fraction of the time"
