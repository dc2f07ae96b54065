"""PDF/A-3a with PDF/UA tags, by way of HTML: the same blocks as on a screen, on sheets of paper."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from referral.document.captions import numbers_in
from referral.document.nodes import Document, Heading
from referral.document.walk import flat
from referral.writers.chunks import is_long
from referral.writers.pdf.as_engine import ENGINE
from referral.writers.pdf.characters import refuse
from referral.writers.pdf.job import Job
from referral.writers.pdf.parted import parted
from referral.writers.pdf.press import Here, Press
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
    press = press or Here(ENGINE)
    press.require()
    printer = Printer(document)
    is_parted = is_long(document)
    data, pages = parted(document, printer, press.lay_out, ENGINE.install) if is_parted else _whole(printer, press)
    return PdfFile(data, {target: pages[target] for target in targets(document)})


def targets(document: Document) -> Iterator[str]:
    """The places whose pages are told: headings, then counted captions."""
    headings = (block.id for block in flat(document.blocks) if isinstance(block, Heading))
    return chain(headings, (number.target for number in numbers_in(document.blocks)))


def _whole(printer: Printer, press: Press[Job]) -> tuple[bytes, Mapping[str, int]]:
    job = printer.whole()
    refuse(printer.missing)
    (laid,) = press.lay_out([job])
    return laid.data, {anchor: spot.page + 1 for anchor, spot in laid.anchors.items()}
