"""The table of contents: filled in advance with numbers, words, links and, where they are known, pages."""

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

from referral.document.layout import HeadingNumbers
from referral.document.nodes import Figure, Heading, Paragraph, TableOfContents
from referral.document.walk import caption_words, words
from referral.writers.docx.counts import shown_number
from referral.writers.docx.fields import add_field, captions, close_field, contents, open_field, page_of
from referral.writers.docx.inlines import InlineWriter
from referral.writers.docx.looks import ParagraphLook, add_paragraph, add_run, add_words
from referral.writers.docx.marks import Marks
from referral.writers.docx.oxml import Element, add

_SPACES = re.compile("[ \t\n]+")  # and not the one at which no line may end


class ContentsWriter:
    """Writes tables of contents; `pages` has the page of a heading by its id."""

    def __init__(self, inlines: InlineWriter, marks: Marks, scheme: HeadingNumbers, pages: Mapping[str, int]) -> None:
        self._inlines = inlines
        self._marks = marks
        self._scheme = scheme
        self._pages = pages

    def write(self, frame: Element, toc: TableOfContents, headings: Sequence[Heading]) -> None:
        """Fills a new `w:sdt` with the title and a field that already shows these headings."""
        content = _open_frame(frame)
        self._inlines.write(add_paragraph(content, ParagraphLook("TOCHeading")), toc.title)
        for n, heading in enumerate(headings):
            entry = add_paragraph(content, ParagraphLook(f"TOC{heading.level}"))
            if n == 0:
                open_field(entry, contents(toc.depth))
            self._write_entry(entry, heading)
        if headings:
            close_field(add_paragraph(content, ParagraphLook("Gap")))

    def write_captions(
        self, paragraph: Callable[[ParagraphLook], Element], toc: TableOfContents, found: Sequence[Paragraph | Figure]
    ) -> None:
        """A table of tables or figures, in new paragraphs, a field for each annex; nothing where there is none."""
        numbers = [node.counted for node in found if node.counted]
        if not numbers:
            return
        self._inlines.write(paragraph(ParagraphLook("TOCHeading")), toc.title)
        for _, together in groupby(zip(found, numbers, strict=True), key=lambda pair: pair[1].series):
            for n, (node, number) in enumerate(together):
                entry = paragraph(ParagraphLook("TableofFigures"))
                if n == 0:
                    open_field(entry, captions(number))
                self._link(entry, number.target, caption_words(node))
            close_field(paragraph(ParagraphLook("Gap")))

    def _link(self, entry: Element, target: str, text: str) -> None:
        bookmark = self._marks.name(target)
        link = add(entry, "hyperlink", anchor=bookmark, history=1)
        add_words(link, text)
        add(add_run(link), "tab")
        add_field(link, page_of(bookmark), str(self._pages.get(target, "")))

    def _write_entry(self, entry: Element, heading: Heading) -> None:
        """Number, words and page, tab between them, as Word will write them when the field is updated."""
        bookmark = self._marks.name(heading.id)
        link = add(entry, "hyperlink", anchor=bookmark, history=1)
        number = shown_number(heading, self._scheme)
        if number:
            add_words(link, number)
            add(add_run(link), "tab")
        add_words(link, _SPACES.sub(" ", words(heading.content)).strip())
        add(add_run(link), "tab")
        add_field(link, page_of(bookmark), str(self._pages.get(heading.id, "")))


def _open_frame(frame: Element) -> Element:
    """What Word puts around a table of contents so that it offers to update it."""
    part = add(add(frame, "sdtPr"), "docPartObj")
    add(part, "docPartGallery", val="Table of Contents")
    add(part, "docPartUnique")
    return add(frame, "sdtContent")
