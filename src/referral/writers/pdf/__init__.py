"""PDF/A-3a with PDF/UA tags, by way of HTML: the same blocks as on a screen, on sheets of paper."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

from referral.document.captions import numbers_in
from referral.document.nodes import Annex, Document, Heading
from referral.document.walk import flat
from referral.writers.html.blocks import Blocks, annex_class
from referral.writers.html.figures import figure_rules
from referral.writers.html.page import measures, page, stylesheet
from referral.writers.html.tables import width_rules
from referral.writers.pdf import engine
from referral.writers.pdf.characters import refuse
from referral.writers.pdf.paper import Paper
from referral.writers.pdf.sheet import sheet


@dataclass(frozen=True)
class PdfFile:
    """A finished PDF; `pages` has the page number (from 1) of every heading and counted caption, by its id."""

    data: bytes
    pages: Mapping[str, int]


def write_pdf(document: Document) -> PdfFile:
    """The document as PDF. Raises WriteError if it cannot be printed as it is, or if pango is not installed."""
    engine.load()
    paper = Paper()
    rendered = engine.render(_html(document, paper), paper.pictures)
    headings = (block.id for block in flat(document.blocks) if isinstance(block, Heading))
    captions = (number.target for number in numbers_in(document.blocks))
    return PdfFile(rendered.data, {target: rendered.pages[target] for target in chain(headings, captions)})


def _html(document: Document, paper: Paper) -> str:
    """Raises WriteError for characters that no font of ours has."""
    style = "\n".join([_style(document, paper), stylesheet("document.css"), stylesheet("paper.css")])
    html = page(document, style, Blocks(document, paper).all())
    refuse(paper.missing)
    return html


def _style(document: Document, paper: Paper) -> str:
    annexes = (block for block in document.blocks if isinstance(block, Annex))
    headers = {annex_class(annex): annex.header for annex in annexes}
    pages = sheet(document.layout, document.properties, paper.signs, headers)
    return "\n".join([measures(document.layout), pages, width_rules(document.blocks), figure_rules(document.blocks)])
