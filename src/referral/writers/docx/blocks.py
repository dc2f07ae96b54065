"""Blocks to paragraphs, tables and sections, in the order of the document."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import assert_never

from docx.document import Document as WordDocument

from referral.document.nodes import (
    Block,
    BulletList,
    Document,
    Heading,
    Inlines,
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
    Tab,
    Table,
    TableOfContents,
    Text,
)
from referral.document.walk import contents
from referral.writers.docx.counts import Counts
from referral.writers.docx.flow import Flow
from referral.writers.docx.footnotes import Footnotes
from referral.writers.docx.inlines import InlineWriter
from referral.writers.docx.languages import word_language
from referral.writers.docx.looks import PLAIN, Look, ParagraphLook
from referral.writers.docx.marks import Marks
from referral.writers.docx.numbering import Numbering
from referral.writers.docx.rows import RowWriter
from referral.writers.docx.signatures import SignatureWriter
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


class BlockWriter:
    """Writes the blocks of one document into the body of its Word file; `pages` has the page of a heading by its id."""

    def __init__(self, word: WordDocument, document: Document, pages: Mapping[str, int]) -> None:
        scheme = document.layout.heading_numbers
        self._document = document
        self._marks = Marks(document.blocks)
        self._counts = Counts(scheme)
        self._numbering = Numbering(word, scheme)
        self._flow = Flow(word, document.layout)
        self._inlines = InlineWriter(self._marks, Footnotes(word, self._marks).add)
        self._tables = TableWriter(self._flow, RowWriter(self._inlines, self._marks), self._marks)
        self._signatures = SignatureWriter(self._flow, self._inlines)
        self._contents = ContentsWriter(self._inlines, self._marks, scheme, pages)

    def write(self) -> None:
        """Writes the whole document; its provenance stamp is the last line."""
        self._write_all(self._document.blocks)
        if self._document.properties.stamp:
            self._flow.stay()
            self._flow.hold()
            self._write_line(ParagraphLook("Stamp"), (Text(self._document.properties.stamp),))
        self._flow.close()

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
            case TableOfContents():
                self._write_contents(block)
            case SignatureBlock():
                self._signatures.write(block)
            case PageBreak():
                self._flow.break_page()
            case Section():
                self._write_section(block)
            case OpenPoints():
                self._write_open_points(block)
            case _:
                assert_never(block)

    def _write_paragraph(self, paragraph: Paragraph, *, introduces: bool) -> None:
        if paragraph.kind is ParagraphKind.NUMBERED:
            self._counts.check_paragraph(paragraph)
        look = Look(lang=word_language(paragraph.lang)) if paragraph.lang else PLAIN
        frame = ParagraphLook(_STYLES[paragraph.kind], keep_next=introduces)
        self._write_line(frame, paragraph.content, paragraph.id, look)

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
        self._write_line(ParagraphLook(style), heading.content, heading.id)

    def _write_items(self, items: Iterable[ListItem], look: ParagraphLook) -> None:
        for item in items:
            paragraph = self._flow.paragraph(look)
            with self._marks.around(paragraph, item.id):
                self._inlines.write(paragraph, item.content)

    def _new_list(self) -> ParagraphLook:
        return ParagraphLook("ListNumber", list_id=self._numbering.new_list())

    def _write_contents(self, toc: TableOfContents) -> None:
        self._contents.write(self._flow.place("sdt"), toc, tuple(contents(self._document, toc)))

    def _write_section(self, section: Section) -> None:
        self._flow.turn(section.orientation)
        self._write_all(section.blocks)
        if section.orientation is not Orientation.PORTRAIT:
            self._flow.turn(Orientation.PORTRAIT)

    def _write_open_points(self, block: OpenPoints) -> None:
        if not block.items:
            self._write_line(ParagraphLook("Plain"), block.none)
            return
        self._inlines.write(self._flow.paragraph(ParagraphLook("Plain", keep_next=True)), block.intro)
        items = [ListItem((Text(_point(item)),)) for item in block.items]
        self._write_items(items, self._new_list())


def _point(point: OpenPoint) -> str:
    return f"{point.text} ({'; '.join(point.where)})" if point.where else point.text
