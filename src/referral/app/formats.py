"""The formats of a document, and a document written in them."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from referral.app.letterhead import on_letterhead
from referral.app.pdf_engines import NO_PRESSES, Presses, begin_pdf
from referral.app.project import Project
from referral.app.sidecar import SOURCES
from referral.app.target import SUFFIXES
from referral.case.model import DocumentRequest, PdfEngine
from referral.document.nodes import Document
from referral.errors import UsageError
from referral.writers.docx import write_docx
from referral.writers.docx.letterhead import Letterhead
from referral.writers.html import write_html
from referral.writers.pdf import PdfFile
from referral.writers.text import write_text

DEFAULT_FORMATS = ("docx", "pdf")
_BY_SUFFIX = {suffix: name for name, suffix in SUFFIXES.items()}


def known_formats(formats: Iterable[str]) -> tuple[str, ...]:
    """The formats asked for, each once. UsageError if there is one that we do not write, or none at all."""
    wanted = tuple(dict.fromkeys(_BY_SUFFIX.get(name, name) for name in formats))
    unknown = [name for name in wanted if name not in SUFFIXES]
    if unknown or not wanted:
        raise UsageError(f"the formats are {', '.join(SUFFIXES)}; not {', '.join(unknown) or 'nothing'}")
    return wanted


def formats_for(project: Project, request: DocumentRequest, formats: Sequence[str]) -> Sequence[str]:
    """The formats of one document: with the usual ones comes the sidecar of a kind that is traced."""
    kind = project.templates.kinds.get(request.id)
    is_usual = kind is not None and kind.traced and tuple(formats) == DEFAULT_FORMATS
    return (*formats, SOURCES) if is_usual else formats


def write_document(
    document: Document,
    formats: Iterable[str],
    letterhead: Letterhead | None = None,
    engine: PdfEngine = PdfEngine.WEASYPRINT,
    presses: Presses = NO_PRESSES,
) -> dict[str, bytes]:
    """The document in each format. The table of contents of the DOCX has the page numbers of our own PDF.

    Without `presses` the PDF is laid out by this very process.

    UsageError for `sources`, which a document alone does not tell.
    """
    formats = known_formats(formats)
    if SOURCES in formats:
        raise UsageError(f"{SOURCES} are not written from a document; they are built with it")
    return begin_document(document, formats, letterhead, engine, presses)()


def begin_document(
    document: Document, formats: Sequence[str], letterhead: Letterhead | None, engine: PdfEngine, presses: Presses
) -> Callable[[], dict[str, bytes]]:
    """The same: `presses` lay out its pages meanwhile; what is given waits for them, and writes the other formats."""
    document = on_letterhead(document, letterhead)
    pdf = begin_pdf(document, engine, presses) if "pdf" in formats else None
    return partial(_written, document, formats, letterhead, pdf)


def _written(
    document: Document, formats: Sequence[str], letterhead: Letterhead | None, laid_out: Callable[[], PdfFile] | None
) -> dict[str, bytes]:
    pdf = laid_out() if laid_out else None
    written = {"pdf": pdf.data} if pdf else {}
    if "docx" in formats:
        written["docx"] = write_docx(document, pdf.pages if pdf else None, letterhead)
    if "html" in formats:
        written["html"] = write_html(document)
    if "text" in formats:
        written["text"] = write_text(document).encode()
    return written
