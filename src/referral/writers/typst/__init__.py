"""PDF/A-3a and PDF/UA-1 by way of Typst: the tree goes as data to one program of ours, never as a part of it."""

from collections.abc import Mapping

from referral.document.nodes import Document
from referral.writers.chunks import is_long
from referral.writers.pdf import PdfFile, targets
from referral.writers.pdf.characters import refuse
from referral.writers.pdf.parted import parted
from referral.writers.typst import engine
from referral.writers.typst.printer import Printer

# In letters: Typst sets a page in a hundredth of a second, and only of the very long must it not hold all at once.
_SHORT = 400_000


def write_pdf(document: Document) -> PdfFile:
    """The document as PDF; a long one in chunks. Raises WriteError if it cannot be printed, or without Typst."""
    engine.load()
    printer = Printer(document)
    is_parted = is_long(document, _SHORT)
    data, pages = parted(document, printer, engine.lay_out, engine.INSTALL) if is_parted else _whole(document, printer)
    return PdfFile(data, {target: pages[target] for target in targets(document)})


def _whole(document: Document, printer: Printer) -> tuple[bytes, Mapping[str, int]]:
    job = printer.whole(targets(document))
    refuse(printer.missing)
    (laid,) = engine.lay_out([job])
    return laid.data, {name: spot.page + 1 for name, spot in laid.anchors.items()}
