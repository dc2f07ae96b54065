"""Cross-references, citations and links: fields where Word counts as we do, links elsewhere, words for the rest."""

import pytest

from referral.document.inlines import Citation, CrossReference, Footnote, Link, Sentence
from referral.document.layout import Layout
from referral.document.nodes import Document, ListItem, NumberedList, Paragraph, ParagraphKind
from referral.document.tables import Row
from referral.errors import WriteError
from referral.writers.docx import write_docx
from tests.unit.writers.docx.builder import (
    PROPERTIES,
    Written,
    body,
    heading,
    legal,
    numbered,
    row,
    rows,
    table,
    words,
    write,
)


def bookmark_around(written: Written, text: str) -> str:
    """The name of the bookmark whose first words these are."""
    (name,) = written.values(f'//w:bookmarkStart[following-sibling::w:r[1]/w:t="{text}"]/@w:name')
    return name


def test_a_reference_to_a_numbered_paragraph_is_a_field_for_its_number():
    written = write(numbered("first", id="a"), body("See ", CrossReference("a")))
    assert [rf"REF {bookmark_around(written, 'first')} \r \h"] == written.fields()
    assert written.text() == "firstSee 1"


def test_a_reference_to_a_sentence_is_a_field_for_the_number_of_its_paragraph():
    two = [Sentence(words(text), (id_,), id_) for text, id_ in (("One.", "F-1"), ("Two.", "F-2"))]
    written = write(numbered("first"), numbered(*two), body("See ", CrossReference("F-2")))
    assert [rf"REF {bookmark_around(written, 'Two.')} \r \h"] == written.fields()
    assert written.text() == "firstOne.Two.See 2"


def test_a_reference_to_a_heading_is_a_field_for_its_full_number():
    written = write(heading(1, "One", "one"), heading(2, "Two", "two"), body(CrossReference("two")), layout=legal())
    assert [rf"REF {bookmark_around(written, 'Two')} \w \h"] == written.fields()
    assert written.text() == "OneTwoI.A"


def test_a_reference_forward_leads_to_the_same_bookmark():
    written = write(body(CrossReference("later")), numbered("later one", id="later"))
    assert [rf"REF {bookmark_around(written, 'later one')} \r \h"] == written.fields()


@pytest.mark.parametrize(
    "target",
    [
        heading(1, "Target", "t", is_numbered=False),
        Paragraph(words("Target"), ParagraphKind.CAPTION, "t"),
        NumberedList((ListItem(words("Target"), "t"),)),
        table(row("Target", "x", id="t")),
    ],
    ids=["unnumbered heading", "caption", "list item", "table row"],
)
def test_where_word_counts_otherwise_a_reference_is_a_link_with_our_label(target):
    written = write(target, body(CrossReference("t")))
    assert [bookmark_around(written, "Target")] == written.values("//w:hyperlink/@w:anchor")
    assert [] == written.fields()


def test_a_citation_leads_to_the_row_of_its_exhibit_and_then_pins_the_place():
    written = write(body("See ", Citation("Annex 3", "p. 4", "ex")), table(row("3", "Exhibit", id="ex")))
    assert [bookmark_around(written, "3")] == written.values("//w:hyperlink/@w:anchor")
    assert ["Annex 3"] == written.values("//w:hyperlink//w:t/text()")
    assert [("BodyText", "See Annex 3, p. 4")] == written.paragraphs()[:1]


def test_a_citation_without_a_row_is_words():
    written = write(body(Citation("Annex 3", "p. 4")))
    assert written.text() == "Annex 3, p. 4"
    assert [] == written.find("//w:hyperlink")


def test_a_reference_to_a_table_leads_to_the_place_where_it_begins():
    caption = Paragraph(words("Table 1"), ParagraphKind.CAPTION)
    exhibits = table(row("1", "x"))
    named = type(exhibits)(exhibits.widths, exhibits.header, exhibits.rows, "t")
    written = write(body(CrossReference("t")), caption, named)
    assert written.values("//w:hyperlink/@w:anchor") == written.values("//w:tbl/w:bookmarkStart/@w:name")


def test_a_reference_works_from_a_footnote():
    written = write(numbered("first", id="a"), body("x", Footnote(words("See ", CrossReference("a"), "."))))
    assert [rf"REF {bookmark_around(written, 'first')} \r \h"] == written.fields("word/footnotes.xml")


def test_ids_of_any_form_become_sound_bookmark_names():
    strange = "EV 0001/ї" * 20
    written = write(numbered("x", id=strange), body(CrossReference(strange)))
    assert ["_Ref000001"] == written.values("//w:bookmarkStart/@w:name")


def test_a_reference_that_leads_nowhere_stops_the_writing():
    blocks = (body(Citation("Annex 3", target="nowhere")),)
    with pytest.raises(WriteError, match="leads to the bookmark _Ref000001, which does not exist"):
        write_docx(Document(PROPERTIES, Layout(), blocks))


def test_an_id_used_twice_stops_the_writing():
    blocks = (body("one", id="same"), body("two", id="same"))
    with pytest.raises(WriteError, match="two bookmarks are called _Ref000001"):
        write_docx(Document(PROPERTIES, Layout(), blocks))


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/path?q=1&r=%D1%97#frag",
        "http://example.org/",
        "javascript:alert(1)",
        "file:///etc/passwd",
        r"\\server\share",
        r"https://example.org\x",
        "https://user:secret@example.org/",
        "https://example.org/a b",
        "https://example.org/\u202ereversed",
        "https://",
        "https://[::1",
        "https:///path",
        'https://example.org/"onclick',
        "https://example.org/" + "x" * 3000,
        "mailto:a@example.org",
    ],
)
def test_an_address_is_shown_as_words_and_leads_nowhere(address: str):
    written = write(body(Link(address)), body("x", Footnote(words(Link(address)))))
    assert [] == written.find("//w:hyperlink")
    assert "External" not in str(written.parts["word/_rels/document.xml.rels"])
    assert [("BodyText", address), ("BodyText", "x")] == written.paragraphs()


def test_rows_without_ids_have_no_bookmarks():
    written = write(table(row("1", "x"), Row(row("2", "y").cells, "b")))
    assert len(written.find("//w:bookmarkStart")) == 1


def test_rows_streamed_twice_give_the_same_bookmarks():
    source = rows([row(str(n), "x", id=f"r{n}") for n in range(3)])
    written = [write(type(t)(t.widths, t.header, source)).archive for t in [table(), table()]]
    assert written[0] == written[1]
