"""Footnotes are Word's own, in the order of the tree."""

import pytest

from referral.document.inlines import Emphasis, Footnote, Strong
from referral.document.layout import Layout
from referral.document.nodes import Document
from referral.document.tables import Row, Table
from referral.errors import WriteError
from referral.writers.docx import write_docx
from tests.unit.writers.docx.builder import PROPERTIES, body, row, rows, table, words, write

NOTES = "word/footnotes.xml"


def test_a_footnote_is_called_in_the_text_and_kept_in_its_part():
    written = write(body("one", Footnote(words("first note")), " two", Footnote(words("second"))))
    assert ["1", "2"] == written.values("//w:footnoteReference/@w:id")
    assert [("FootnoteText", " first note"), ("FootnoteText", " second")] == written.paragraphs(NOTES)[2:]
    assert ["1", "2"] == written.values("//w:footnote[.//w:footnoteRef]/@w:id", NOTES)
    assert ["FootnoteReference"] * 2 == written.values("//w:r[w:footnoteReference]/w:rPr/w:rStyle/@w:val")


def test_the_separators_of_footnotes_are_declared():
    written = write(body("x"))
    declared = written.values("//w:footnotePr/w:footnote/@w:id", "word/settings.xml")
    assert ["-1", "0"] == declared == written.values("//w:footnote[@w:type]/@w:id", NOTES)


def test_a_footnote_inside_bold_words_is_called_there():
    written = write(body(Strong(words("bold", Footnote(words("n", Emphasis(words("ibid."))))))))
    assert ["1"] == written.values("//w:footnoteReference/@w:id")
    assert written.paragraphs(NOTES)[-1] == ("FootnoteText", " nibid.")


def test_a_header_row_that_is_printed_again_does_not_call_its_footnote_again():
    header = (row(Strong(words("No.", Footnote(words("n")))), "What"),)
    written = write(table(*(row(str(n), "x") for n in range(301)), header=header))
    assert len(written.find("//w:tbl")) == 2
    assert ["1"] == written.values("//w:footnoteReference/@w:id")


def test_footnotes_that_were_not_numbered_stop_the_writing():
    with pytest.raises(WriteError, match="Word would print footnote 0 as 1"):
        write_docx(Document(PROPERTIES, Layout(), (body("x", Footnote(words("n"))),)))


def test_a_footnote_inside_a_footnote_stops_the_writing():
    nested = Footnote(words("n", Footnote(words("m"), 2)), 1)
    with pytest.raises(WriteError, match="a footnote stands inside another footnote"):
        write_docx(Document(PROPERTIES, Layout(), (body("x", nested),)))


def test_a_footnote_in_a_row_is_kept():
    source = rows([Row(row("1", Footnote(words("in a row"))).cells)])
    written = write(Table((1, 1), (), source))
    assert written.paragraphs(NOTES)[-1] == ("FootnoteText", " in a row")
