"""PDF/A-3a and PDF/UA-1 by way of Typst: the tree goes as data to one program of ours, never as a part of it."""

from collections.abc import Mapping

from referral.document.nodes import Document
from referral.writers.chunks import is_long
from referral.writers.pdf import PdfFile, targets
from referral.writers.pdf.characters import refuse
from referral.writers.pdf.parted import parted
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
    press = press or Here(ENGINE)
    press.require()
    printer = Printer(document)
    is_parted = is_long(document, _SHORT)
    data, pages = (
        parted(document, printer, press.lay_out, ENGINE.install) if is_parted else _whole(document, printer, press)
    )
    return PdfFile(data, {target: pages[target] for target in targets(document)})


def _whole(document: Document, printer: Printer, press: Press[Job]) -> tuple[bytes, Mapping[str, int]]:
    job = printer.whole(targets(document))
    refuse(printer.missing)
    (laid,) = press.lay_out([job])
    return laid.data, {name: spot.page + 1 for name, spot in laid.anchors.items()}
