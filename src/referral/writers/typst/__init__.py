"""PDF/A-3a and PDF/UA-1 by way of Typst: the tree goes as data to one program of ours, never as a part of it."""

from collections.abc import Callable
from functools import partial

from referral.document.nodes import Document
from referral.writers.chunks import is_long
from referral.writers.pdf import PdfFile, as_file, in_one_piece, targets
from referral.writers.pdf.characters import refuse
from referral.writers.pdf.parted import Printed, parted
from referral.writers.pdf.press import Here, Press
from referral.writers.typst.as_engine import ENGINE
from referral.writers.typst.job import Job
from referral.writers.typst.printer import Printer

# In letters: Typst sets a page in a hundredth of a second, and only of the very long must it not hold all at once.
_SHORT = 400_000


def write_pdf(document: Document, press: Press[Job] | None = None) -> PdfFile:
    """The document as PDF; a long one in chunks. Without a `press` it is laid out by this very process.

    Raises WriteError if it cannot be printed as it is, or if Typst is not installed.
    """
    return begin_pdf(document, press)()


def begin_pdf(document: Document, press: Press[Job] | None = None) -> Callable[[], PdfFile]:
    """The same: a `press` lays out its pages meanwhile; what is given waits for them, and gives the file."""
    press = press or Here(ENGINE)
    press.require()
    printer = Printer(document)
    is_parted = is_long(document, _SHORT)
    printed = parted(document, printer, press.begin, ENGINE.install) if is_parted else _whole(document, printer, press)
    return partial(as_file, document, printed)


def _whole(document: Document, printer: Printer, press: Press[Job]) -> Printed:
    job = printer.whole(targets(document))
    refuse(printer.missing)
    return partial(in_one_piece, press.begin([job]))
