"""A document, or a chunk of it, as HTML with the style of its pages."""

from collections.abc import Mapping

from referral.document.nodes import Annex, Block, Document
from referral.writers.chunks import Chunk
from referral.writers.html.blocks import Blocks, annex_class
from referral.writers.html.figures import figure_rules
from referral.writers.html.page import measures, page, stylesheet
from referral.writers.html.tables import width_rules
from referral.writers.pdf.job import Job
from referral.writers.pdf.paper import Paper
from referral.writers.pdf.sheet import Stretch, sheet
from referral.writers.pieces import ROWS


class Printer:
    """Writes the pages of one document. `missing` gathers the characters that no font of ours has."""

    rows = ROWS

    def __init__(self, document: Document) -> None:
        self._document = document
        self.missing: set[str] = set()

    def whole(self) -> Job:
        """The document as one page of HTML, in which the engine counts pages."""
        return self._job(self._document.blocks, Paper(), Stretch(), self._document.properties.title)

    def chunk(self, chunk: Chunk, numbers: Mapping[str, int]) -> Job:
        """A chunk, in which nothing depends on the others but the `numbers` of pages in its contents."""
        stretch = Stretch(is_numbered=False, is_first=chunk.is_first, is_last=chunk.is_last)
        return self._job(chunk.blocks, Paper(numbers=numbers), stretch, chunk.place, chunk.place)

    def _job(self, blocks: tuple[Block, ...], paper: Paper, stretch: Stretch, place: str, name: str = "") -> Job:
        shown = Blocks(self._document, paper).of(blocks)
        kind = None if stretch.is_first else "continued"
        html = page(self._document, self._style(blocks, paper, stretch), shown, kind=kind)
        self.missing |= paper.missing
        return Job(html, paper.pictures, place, name)

    def _style(self, blocks: tuple[Block, ...], paper: Paper, stretch: Stretch) -> str:
        document = self._document
        headers = {annex_class(annex): annex.header for annex in blocks if isinstance(annex, Annex)}
        pages = sheet(document.layout, document.properties, paper.signs, headers, stretch)
        rules = (measures(document.layout), pages, width_rules(blocks), figure_rules(blocks))
        return "\n".join([*rules, stylesheet("document.css"), stylesheet("paper.css")])
