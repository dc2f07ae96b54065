"""The page: well-formed, closed to the outside, and with everything the tree has."""

import hashlib
import re
from base64 import b64decode
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

import pytest
from lxml import etree

from referral.document.inlines import Citation, CrossReference, Emphasis, Footnote, Link, Tab, Text
from referral.document.nodes import Block, ContentsOf, OpenPoints, Paragraph, ParagraphKind, TableOfContents
from referral.document.number import number
from referral.document.tables import Align, Cell, Row, Rows, Table
from referral.document.walk import body_blocks, footnotes
from referral.errors import WriteError
from referral.writers.html import write_html
from tests.unit.writers.pdf.sample import (
    PLAIN_PROPERTIES,
    cell,
    communication,
    document,
    heading,
    note,
    notice,
    paragraph,
    rows,
    words,
)


def parsed(data: bytes) -> Any:
    """Strictly: what is not well-formed raises."""
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))


def page_of(*blocks: Block) -> Any:
    return parsed(write_html(document(*blocks)))


def text_of(element: Any) -> str:
    return " ".join("".join(str(part) for part in element.itertext()).split())


@pytest.fixture(scope="module")
def whole() -> Any:
    return parsed(write_html(notice()))


def test_the_sample_is_well_formed_html(whole):
    assert ("html", "uk") == (whole.tag, whole.get("lang"))
    assert write_html(notice()).startswith(b"<!DOCTYPE html>\n<html")
    assert "Повідомлення про підозру" == whole.findtext("head/title")


def test_every_word_of_the_tree_is_there_in_its_order(whole):
    body, place = text_of(whole.find("body/main")), 0
    for piece in body_blocks(notice()):
        words_of_piece = " ".join(piece.split())
        assert words_of_piece in body[place:]
        place = body.index(words_of_piece, place) + len(words_of_piece)
    notes = [text_of(item) for item in whole.xpath("//section[@role='doc-endnotes']//li")]
    assert [f"{number} {text} ↩" for number, text in footnotes(notice())] == notes


def test_the_same_document_gives_the_same_bytes():
    assert write_html(communication()) == write_html(communication())


def test_the_policy_allows_this_style_sheet_and_nothing_else(whole):
    (policy,) = whole.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    digest = re.fullmatch(r"default-src 'none'; style-src 'sha256-(.+)'; base-uri 'none'; form-action 'none'", policy)
    assert digest
    (style,) = whole.xpath("//style/text()")
    assert hashlib.sha256(style.encode()).digest() == b64decode(digest[1])


def test_nothing_comes_from_outside_and_nothing_leads_there(whole):
    assert [] == whole.xpath("//script | //link | //img | //iframe | //object | //@style | //@src | //@onclick")
    assert [] == [href for href in whole.xpath("//@href") if not href.startswith("#")]
    (style,) = whole.xpath("//style/text()")
    assert not re.search(r"url\(|@import|expression", style)


def test_every_link_leads_to_a_place_in_the_page(whole):
    places = set(whole.xpath("//@id"))
    assert [] == [href for href in whole.xpath("//@href") if unquote(href[1:]) not in places]


def test_no_id_is_given_twice(whole):
    places = whole.xpath("//@id")
    assert len(set(places)) == len(places)


def test_headings_have_their_level_number_and_id(whole):
    found = [(h.tag, h.get("id"), text_of(h)) for h in whole.xpath("//h1 | //h2 | //h3")]
    assert ("h2", "conscription", "1.1. Примусовий призов на окупованій території") == found[1]
    assert ("h3", "protected", "2.1.1. Особи, які перебувають під захистом") == found[4]
    assert ("h1", "unnumbered", "Без номера") == found[5]


def test_notes_are_listed_at_the_end_with_links_both_ways():
    page = page_of(paragraph("claim", note(1, "source ", Emphasis(words("p. 4"))), " and ", note(2, "other")))
    calls = [(a.text, a.get("id"), a.get("href")) for a in page.xpath("//sup/a")]
    assert [("1", "~call-1", "#~note-1"), ("2", "~call-2", "#~note-2")] == calls
    notes = page.xpath("//section[@role='doc-endnotes']/ol/li")
    assert ["1 source p. 4 ↩", "2 other ↩"] == [text_of(item) for item in notes]
    assert ["#~call-1", "#~call-2"] == page.xpath("//a[@role='doc-backlink']/@href")


def test_a_page_without_notes_has_no_list_of_them():
    assert [] == page_of(paragraph("word")).xpath("//section")


def test_tables_have_heads_scopes_spans_and_widths():
    header = Row((cell("A"), cell("B", columns=2)))
    body = Row((cell("x", is_header=True), Cell((words("one"), words("two"))), cell("3", align=Align.RIGHT)), "row-1")
    page = page_of(Table((1, 2, 1), (header,), rows(body), "t"))
    assert [("A", "col", None), ("B", "colgroup", "2")] == [
        (th.text, th.get("scope"), th.get("colspan")) for th in page.xpath("//thead/tr/th")
    ]
    assert ["row"] == page.xpath("//tbody/tr[@id='row-1']/th/@scope")
    assert ["one", "two"] == page.xpath("//tbody//td/p/text()")
    assert ["right"] == page.xpath("//td/@class")
    assert ["w250", "w500", "w250"] == page.xpath("//col/@class")
    assert ".w500 { width: 50.0% }" in page.findtext("head/style")


def test_rows_are_read_once_and_one_by_one():
    opened = []

    def source():
        opened.append(True)
        return iter([Row((cell("a"),)), Row((cell("b"),))])

    page = page_of(Table((1,), (), Rows(source)))
    assert ["a", "b"] == page.xpath("//td/text()")
    assert [True] == opened


def test_contents_show_plain_headings_with_links():
    title = heading(1, "x", "h", "1")
    page = page_of(TableOfContents(words("T")), replace(title, content=words("a ", Emphasis(words("b")))))
    (entry,) = page.xpath("//nav/ol/li")
    assert "1. a b" == text_of(entry)
    assert ["#h"] == entry.xpath("a/@href")


def test_citations_link_where_the_document_has_a_row_for_them():
    page = page_of(
        paragraph(Citation("Annex 1", "p. 4", "r"), "; ", Citation("Annex 2")),
        Table((1,), (), rows(Row((cell("x"),), "r"))),
    )
    assert "Annex 1, p. 4; Annex 2" == text_of(page.find(".//p"))
    assert ["#r"] == page.xpath("//p/a/@href")


def test_an_address_is_shown_and_leads_nowhere():
    for address in ("https://example.org/?a=1&b=2", "file:///etc/passwd", "javascript:alert(1)"):
        page = page_of(paragraph(Link(address)))
        assert (address, []) == (text_of(page.find(".//p")), page.xpath("//a"))


def test_languages_are_marked():
    page = page_of(paragraph(Text("слово", "uk"), " word"))
    assert ["uk"] == page.xpath("//p/span/@lang")


def test_tabs_divide_a_line():
    page = page_of(paragraph("left", Tab(), "middle", Tab(), "right"))
    assert ["left", "middle", "right"] == page.xpath("//div/p/text()")


def test_open_points_are_numbered_or_said_to_be_none():
    known = OpenPoints(words("Settle:"), words("Nothing is open."))
    assert "Nothing is open." == text_of(page_of(known).find("body"))
    assert "1) Немає дати вручення. (1.1; п. 2)" in text_of(parsed(write_html(notice())))


def test_marks_and_stamp_are_shown(whole):
    assert ["ПРОЄКТ", "Для службового користування"] == whole.xpath("/html/body/header/p/text()")
    assert "referral 0.1.0" in whole.findtext("body/footer")


HOSTILE = [
    "<script>alert(1)</script>",
    "{{ 7*7 }}",
    '=HYPERLINK("x")',
    r"\\server\x",
    "</style>&amp;]]><!--",
    "'\"><b>",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_plain_text(text):
    blocks = (
        paragraph(text),
        heading(1, text, "h"),
        Table((1,), (), rows(Row((cell(text),)))),
        TableOfContents(words(text)),
    )
    properties = replace(PLAIN_PROPERTIES, title=text, draft_mark=text, classification=text, stamp=text)
    page = parsed(write_html(document(*blocks, properties=properties)))
    assert 8 == sum(str(part) == text for part in page.itertext())
    assert [] == page.xpath("//script | //b")


def test_a_target_with_any_signs_is_one_place():
    page = page_of(paragraph(CrossReference("а/1:%20", "1")), heading(1, "x", "а/1:%20"))
    assert ["#%D0%B0%2F1%3A%2520"] == page.xpath("//p/a/@href")


def test_control_characters_are_refused():
    with pytest.raises(WriteError, match="U\\+0007"):
        write_html(document(paragraph("a\x07")))


def test_tables_are_counted_listed_and_led_to():
    properties = replace(PLAIN_PROPERTIES, table_label="Table {number}")
    caption = Paragraph(words("First"), ParagraphKind.CAPTION)
    blocks = (TableOfContents(words("Tables"), of=ContentsOf.TABLES), caption, Table((1,), (), rows(Row((cell("x"),)))))
    page = parsed(write_html(number(document(*blocks, properties=properties))))

    assert ["Table 1. First"] == [str(link.xpath("string()")) for link in page.xpath("//nav//a")]
    assert ["#~table-1"] == page.xpath("//nav//a/@href")
    assert ["Table 1. First"] == [str(p.xpath("string()")) for p in page.xpath("//p[@id='~table-1']")]


def test_a_later_note_leads_to_the_one_that_names_the_exhibit():
    cited = Citation("Annex 1", "p. 4", None, words("Ministry, Order"))
    properties = replace(PLAIN_PROPERTIES, note_above="fn. {number} above")
    notes = (paragraph("a", Footnote((cited,))), paragraph("b", Footnote((cited,))))
    page = parsed(write_html(number(document(*notes, properties=properties))))

    assert ["#~note-1"] == page.xpath("//li[@id='~note-2']/a[@class='reference']/@href")
    assert "2 Annex 1 (fn. 1 above), p. 4 ↩" == page.xpath("string(//li[@id='~note-2'])")
