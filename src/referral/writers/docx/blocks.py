"""Blocks to paragraphs, tables and sections, in the order of the document."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import assert_never

from docx.document import Document as WordDocument

from referral.document.abbreviations import as_block
from referral.document.captions import listed
from referral.document.inlines import Inlines, Tab, Text
from referral.document.nodes import (
    Abbreviations,
    Annex,
    Block,
    BulletList,
    CaptionNumber,
    ContentsOf,
    Document,
    Figure,
    Heading,
    ListItem,
    NumberedList,
    OpenPoint,
    OpenPoints,
    Orientation,
    PageBreak,
    Paragraph,
    ParagraphKind,
    Section,
    SignatureBlock,
    TableOfContents,
)
from referral.document.tables import Table
from referral.document.walk import contents
from referral.writers.docx.captions import CaptionWriter
from referral.writers.docx.counts import Counts
from referral.writers.docx.figures import FigureWriter
from referral.writers.docx.flow import Flow
from referral.writers.docx.footnotes import Footnotes
from referral.writers.docx.inlines import InlineWriter
from referral.writers.docx.languages import word_language
from referral.writers.docx.looks import PLAIN, Look, ParagraphLook
from referral.writers.docx.marks import Marks
from referral.writers.docx.numbering import Numbering, OutlineLists
from referral.writers.docx.rows import RowWriter
from referral.writers.docx.signatures import SignatureWriter
from referral.writers.docx.streamed import StreamedRows
from referral.writers.docx.tables import TableWriter
from referral.writers.docx.toc import ContentsWriter
from referral.writers.together import introduced

_STYLES = {
    ParagraphKind.BODY: "BodyText",
    ParagraphKind.PLAIN: "Plain",
    ParagraphKind.NUMBERED: "LegalPara",
    ParagraphKind.TITLE: "Title",
    ParagraphKind.SUBTITLE: "Subtitle",
    ParagraphKind.COMMAND: "Command",
    ParagraphKind.LETTERHEAD: "Letterhead",
    ParagraphKind.ADDRESSEE: "Addressee",
    ParagraphKind.CAPTION: "Caption",
    ParagraphKind.SMALL: "Small",
    ParagraphKind.QUOTE: "Quote",
    ParagraphKind.NOTICE: "Notice",
}
_SEPARATOR = ("AnnexOf", "AnnexTitle", "Subtitle")  # the lines of the first page of an annex


class BlockWriter:
    """Writes the blocks of one document into the body of its Word file; `pages` has the page of a heading by its id."""

    def __init__(
        self, word: WordDocument, document: Document, pages: Mapping[str, int], streamed: StreamedRows
    ) -> None:
        scheme = document.layout.heading_numbers
        self._document = document
        self._marks = Marks(document.blocks)
        self._counts = Counts(scheme)
        self._numbering = Numbering(word, scheme)
        self._lists = OutlineLists()
        self._flow = Flow(word, document.layout)
        self._inlines = InlineWriter(self._marks, Footnotes(word, self._marks).add)
        self._tables = TableWriter(self._flow, RowWriter(self._inlines, self._marks), self._marks, streamed)
        self._figures = FigureWriter(word, self._flow, self._inlines, self._marks)
        self._captions = CaptionWriter(self._marks)
        self._signatures = SignatureWriter(self._flow, self._inlines)
        self._contents = ContentsWriter(self._inlines, self._marks, scheme, pages)

    def write(self) -> list[str]:
        """Writes the whole document; its provenance stamp is the last line. Returns the headers of its sections."""
        self._write_all(self._document.blocks)
        if self._document.properties.stamp:
            self._flow.stay()
            self._flow.hold()
            self._write_line(ParagraphLook("Stamp"), (Text(self._document.properties.stamp),))
        self._flow.close()
        return self._flow.headers

    def _write_all(self, blocks: Iterable[Block]) -> None:
        for block, introduces in introduced(blocks):
            self._write_block(block, introduces=introduces)

    def _write_block(self, block: Block, *, introduces: bool) -> None:
        match block:
            case Paragraph():
                self._write_paragraph(block, introduces=introduces)
            case Heading():
                self._write_heading(block)
            case BulletList():
                self._write_items(block.items, ParagraphLook("ListBullet"))
            case NumberedList():
                self._write_items(block.items, self._new_list())
            case Table():
                self._tables.write(block)
            case Figure():
                self._figures.write(block)
            case TableOfContents():
                self._write_contents(block)
            case SignatureBlock():
                self._signatures.write(block)
            case PageBreak():
                self._flow.break_page()
            case Section():
                self._write_section(block)
            case Annex():
                self._write_annex(block)
            case OpenPoints():
                self._write_open_points(block)
            case Abbreviations():
                self._write_block(as_block(block), introduces=introduces)
            case _:
                assert_never(block)

    def _write_paragraph(self, paragraph: Paragraph, *, introduces: bool) -> None:
        if paragraph.kind is ParagraphKind.NUMBERED:
            self._counts.check_paragraph(paragraph)
        if paragraph.counted:
            self._write_caption(paragraph, paragraph.counted)
            return
        look = Look(lang=word_language(paragraph.lang)) if paragraph.lang else PLAIN
        list_id = self._lists.paragraphs if paragraph.number else None
        frame = ParagraphLook(_STYLES[paragraph.kind], keep_next=introduces, list_id=list_id)
        self._write_line(frame, paragraph.content, paragraph.id, look)

    def _write_caption(self, caption: Paragraph, counted: CaptionNumber) -> None:
        line = self._flow.paragraph(ParagraphLook(_STYLES[caption.kind]))
        with self._marks.around(line, caption.id if caption.id != counted.target else None):
            self._captions.write(line, counted)
            self._inlines.write(line, caption.content)

    def _write_line(
        self, frame: ParagraphLook, content: Inlines, target: str | None = None, look: Look = PLAIN
    ) -> None:
        tabs = content.count(Tab())
        paragraph = self._flow.paragraph(replace(frame, tab_stops=self._tab_stops(tabs)))
        with self._marks.around(paragraph, target):
            self._inlines.write(paragraph, content, look)

    def _tab_stops(self, tabs: int) -> tuple[int, ...]:
        """Stops that spread a line with tabs over the width, as place and date of a document: the last to the right."""
        return tuple(self._flow.width() * (n + 1) // tabs for n in range(tabs))

    def _write_heading(self, heading: Heading) -> None:
        self._counts.check_heading(heading)
        style = f"Heading{heading.level}" + ("" if heading.numbered else "Unnumbered")
        list_id = self._lists.headings if heading.numbered else None
        self._write_line(
            ParagraphLook(style, list_id=list_id, list_level=heading.level - 1), heading.content, heading.id
        )

    def _write_items(self, items: Iterable[ListItem], look: ParagraphLook) -> None:
        for item in items:
            paragraph = self._flow.paragraph(look)
            with self._marks.around(paragraph, item.id):
                self._inlines.write(paragraph, item.content)

    def _new_list(self) -> ParagraphLook:
        return ParagraphLook("ListNumber", list_id=self._numbering.new_list())

    def _write_contents(self, toc: TableOfContents) -> None:
        if toc.of is not ContentsOf.HEADINGS:
            self._contents.write_captions(self._flow.paragraph, toc, tuple(listed(self._document, toc)))
            return
        self._contents.write(self._flow.place("sdt"), toc, tuple(contents(self._document, toc)))

    def _write_section(self, section: Section) -> None:
        self._flow.turn(section.orientation)
        self._write_all(section.blocks)
        if section.orientation is not Orientation.PORTRAIT:
            self._flow.turn(Orientation.PORTRAIT)

    def _write_annex(self, annex: Annex) -> None:
        self._counts = Counts(self._document.layout.heading_numbers, annex.id)
        self._lists = self._numbering.of_annex(annex.id)
        self._flow.begin(annex.header)
        self._flow.gap()  # what opens a page has no space above it
        for block, style in zip(annex.front, _SEPARATOR, strict=False):
            if isinstance(block, Paragraph | Heading):
                self._write_line(ParagraphLook(style), block.content, block.id)
        self._flow.break_page()
        self._write_all(annex.blocks)

    def _write_open_points(self, block: OpenPoints) -> None:
        if not block.items:
            self._write_line(ParagraphLook("Plain"), block.none)
            return
        self._inlines.write(self._flow.paragraph(ParagraphLook("Plain", keep_next=True)), block.intro)
        items = [ListItem((Text(_point(item)),)) for item in block.items]
        self._write_items(items, self._new_list())


def _point(point: OpenPoint) -> str:
    return f"{point.text} ({'; '.join(point.where)})" if point.where else point.text
