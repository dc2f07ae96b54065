"""Real footnotes: the part that holds their words, and the marks in the text that call them."""

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import parse_xml

from referral.document.inlines import Footnote
from referral.document.walk import cites_in_full
from referral.errors import WriteError
from referral.writers.docx.inlines import InlineWriter
from referral.writers.docx.looks import Look, ParagraphLook, add_paragraph, add_run, add_words
from referral.writers.docx.marks import Marks, note_target
from referral.writers.docx.oxml import Element, add
from referral.writers.docx.reference import filled

_MARK = Look(style="FootnoteReference")


class Footnotes:
    """The footnotes of one document, in the order in which they are called."""

    def __init__(self, word: WordDocument, marks: Marks) -> None:
        self._root = parse_xml(filled("footnotes.xml", {}))
        part = XmlPart(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, self._root, word.part.package)
        word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        self._marks = marks
        self._inlines = InlineWriter(marks)
        self._count = 0

    def add(self, parent: Element, note: Footnote) -> None:
        """Calls the note at the end of `parent` and keeps its words."""
        self._count += 1
        if note.number != self._count:
            raise WriteError(f"Word would print footnote {note.number} as {self._count}: the notes are not in order")
        with self._marks.around(parent, note_target(note.number) if cites_in_full(note) else None):
            add(add_run(parent, _MARK), "footnoteReference", id=self._count)
        self._keep(note)

    def _keep(self, note: Footnote) -> None:
        footnote = add(self._root, "footnote", id=self._count)
        paragraph = add_paragraph(footnote, ParagraphLook("FootnoteText"))
        add(add_run(paragraph, _MARK), "footnoteRef")
        add_words(paragraph, " ")
        self._inlines.write(paragraph, note.content)
