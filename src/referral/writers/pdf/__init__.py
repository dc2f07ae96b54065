"""PDF/A-3a with PDF/UA tags, by way of HTML: the same blocks as on a screen, on sheets of paper."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import chain

from referral.document.captions import numbers_in
from referral.document.nodes import Document, Heading
from referral.document.walk import flat
from referral.writers.chunks import is_long
from referral.writers.pdf.as_engine import ENGINE
from referral.writers.pdf.characters import refuse
from referral.writers.pdf.job import Job
from referral.writers.pdf.parted import Printed, parted
from referral.writers.pdf.press import Here, Pages, Press
from referral.writers.pdf.printer import Printer


@dataclass(frozen=True)
class PdfFile:
    """A finished PDF; `pages` has the page number (from 1) of every heading and counted caption, by its id."""

    data: bytes
    pages: Mapping[str, int]


def write_pdf(document: Document, press: Press[Job] | None = None) -> PdfFile:
    """The document as PDF; a long one in chunks. Without a `press` it is laid out by this very process.

    Raises WriteError if it cannot be printed as it is, or if pango is not installed.
    """
    return begin_pdf(document, press)()


def begin_pdf(document: Document, press: Press[Job] | None = None) -> Callable[[], PdfFile]:
    """The same: a `press` lays out its pages meanwhile; what is given waits for them, and gives the file."""
    press = press or Here(ENGINE)
    press.require()
    printer = Printer(document)
    is_parted = is_long(document)
    printed = parted(document, printer, press.begin, ENGINE.install) if is_parted else _whole(printer, press)
    return partial(as_file, document, printed)


def as_file(document: Document, printed: Printed) -> PdfFile:
    """The finished file, with the pages that the DOCX of the document names."""
    data, pages = printed()
    return PdfFile(data, {target: pages[target] for target in targets(document)})


def targets(document: Document) -> Iterator[str]:
    """The places whose pages are told: headings, then counted captions."""
    headings = (block.id for block in flat(document.blocks) if isinstance(block, Heading))
    return chain(headings, (number.target for number in numbers_in(document.blocks)))


def _whole(printer: Printer, press: Press[Job]) -> Printed:
    job = printer.whole()
    refuse(printer.missing)
    return partial(in_one_piece, press.begin([job]))


def in_one_piece(pages: Pages) -> tuple[bytes, Mapping[str, int]]:
    """A file that is laid out at once, and the page of each anchor."""
    (laid,) = pages()
    return laid.data, {anchor: spot.page + 1 for anchor, spot in laid.anchors.items()}
