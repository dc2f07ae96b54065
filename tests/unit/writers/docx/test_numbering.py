"""Headings, paragraphs and lists are numbered by Word itself, with the numbers of the tree."""

import pytest

from referral.document.inlines import Placeholder
from referral.document.layout import HeadingNumbers, Layout
from referral.document.nodes import BulletList, Document, ListItem, NumberedList, OpenPoint, OpenPoints
from referral.document.number import number
from referral.errors import WriteError
from referral.writers.docx import write_docx
from tests.unit.writers.docx.builder import PROPERTIES, Written, body, document, heading, legal, numbered, words, write

NUMBERING, STYLES = "word/numbering.xml", "word/styles.xml"


def outline_of(written: Written, style: str) -> list[str]:
    """Format and text of the level that the style of a heading counts in; nothing if it does not count."""
    (key,) = written.values(f'//w:style[@w:styleId="{style}"]//w:numId/@w:val', STYLES)
    (level,) = written.values(f'//w:style[@w:styleId="{style}"]//w:ilvl/@w:val', STYLES)
    outline = written.values(f'//w:num[@w:numId="{key}"]/w:abstractNumId/@w:val', NUMBERING)
    found = f'//w:abstractNum[@w:abstractNumId="{"".join(outline)}"]/w:lvl[@w:ilvl="{level}"]'
    return written.values(f"{found}/w:numFmt/@w:val | {found}/w:lvlText/@w:val | {found}/w:pStyle/@w:val", NUMBERING)


@pytest.mark.parametrize(
    ("scheme", "level", "expected"),
    [
        (HeadingNumbers.LEGAL, 1, ["upperRoman", "Heading1", "%1."]),
        (HeadingNumbers.LEGAL, 2, ["upperLetter", "Heading2", "%2."]),
        (HeadingNumbers.LEGAL, 3, ["decimal", "Heading3", "%3."]),
        (HeadingNumbers.LEGAL, 4, ["lowerLetter", "Heading4", "%4."]),
        (HeadingNumbers.DECIMAL, 1, ["decimal", "Heading1", "%1."]),
        (HeadingNumbers.DECIMAL, 2, ["decimal", "Heading2", "%1.%2."]),
        (HeadingNumbers.DECIMAL, 3, ["decimal", "Heading3", "%1.%2.%3."]),
        (HeadingNumbers.DECIMAL, 4, ["decimal", "Heading4", "%1.%2.%3.%4."]),
        (HeadingNumbers.NONE, 1, []),
    ],
)
def test_headings_count_in_the_outline_of_their_scheme(scheme: HeadingNumbers, level: int, expected: list[str]):
    assert expected == outline_of(write(layout=Layout(heading_numbers=scheme)), f"Heading{level}")


@pytest.mark.parametrize("scheme", HeadingNumbers)
def test_no_two_outlines_claim_the_style_of_a_heading(scheme: HeadingNumbers):
    written = write(layout=Layout(heading_numbers=scheme))
    assert written.values('//w:pStyle[@w:val="Heading1"]/@w:val', NUMBERING) in ([], ["Heading1"])


def test_an_unnumbered_heading_has_a_style_without_number_and_the_same_outline_level():
    written = write(heading(1, "One", is_numbered=False))
    style = '//w:style[@w:styleId="Heading1Unnumbered"]'
    assert [("Heading1Unnumbered", "One")] == written.paragraphs()
    assert ["0"] == written.values(f"{style}//w:numId/@w:val", STYLES)
    assert ["0"] == written.values(f"{style}//w:outlineLvl/@w:val", STYLES)


def test_an_unnumbered_heading_does_not_disturb_the_count():
    written = write(
        heading(1, "A", "a"), heading(1, "B", "b", is_numbered=False), heading(1, "C", "c"), heading(2, "D", "d")
    )
    assert ["Heading1", "Heading1Unnumbered", "Heading1", "Heading2"] == [style for style, _ in written.paragraphs()]


def test_a_label_that_word_would_not_print_stops_the_writing():
    wrong = Document(PROPERTIES, Layout(), (heading(1, "One", "one"),))
    with pytest.raises(WriteError, match="Word would number the heading “one” '1', not ''"):
        write_docx(wrong)


@pytest.mark.parametrize("count", [26, 27])
def test_letters_of_headings_are_those_of_word_up_to_aa(count: int):
    subsections = (heading(2, f"Section {n}", f"s{n}") for n in range(count))
    assert count + 1 == len(write(heading(1, "One", "one"), *subsections, layout=legal()).paragraphs())


def test_numbered_paragraphs_count_through_headings_in_a_list_of_their_own():
    written = write(numbered("one"), heading(1, "H", "h"), numbered("two"))
    assert ["LegalPara", "Heading1", "LegalPara"] == [style for style, _ in written.paragraphs()]
    (key,) = written.values('//w:style[@w:styleId="LegalPara"]//w:numId/@w:val', STYLES)
    assert ["3"] == written.values(f'//w:num[@w:numId="{key}"]/w:abstractNumId/@w:val', NUMBERING)
    assert ["%1."] == written.values('//w:abstractNum[@w:abstractNumId="3"]//w:lvlText/@w:val', NUMBERING)


def test_paragraphs_out_of_order_stop_the_writing():
    first, second = document(numbered("one"), numbered("two")).blocks
    with pytest.raises(WriteError, match="Word would number paragraph 2 1"):
        write_docx(Document(PROPERTIES, Layout(), (second, first)))


def test_every_numbered_list_begins_again():
    one, two = (NumberedList((ListItem(words("a")), ListItem(words("b")))) for _ in range(2))
    written = write(one, two)
    first, again, second, _ = written.values("//w:body//w:numPr/w:numId/@w:val")
    assert first == again != second
    for key in (first, second):
        num = f'//w:num[@w:numId="{key}"]'
        assert ["4"] == written.values(f"{num}/w:abstractNumId/@w:val", NUMBERING)
        assert ["1"] == written.values(f"{num}/w:lvlOverride/w:startOverride/@w:val", NUMBERING)
    assert ["%1)"] == written.values('//w:abstractNum[@w:abstractNumId="4"]//w:lvlText/@w:val', NUMBERING)


def test_bullets_have_their_style_and_no_number():
    written = write(BulletList((ListItem(words("a")), ListItem(words("b")))))
    assert [("ListBullet", "a"), ("ListBullet", "b")] == written.paragraphs()


def test_open_points_are_a_numbered_list_with_their_places():
    blocks = (body(Placeholder("[name]")), OpenPoints(words("Open:"), words("None.")))
    extra = OpenPoint("Check", ("II.A", "¶ 5"))
    written = Written(write_docx(number(Document(PROPERTIES, Layout(), blocks), (extra,))))
    expected = [("Plain", "Open:"), ("ListNumber", "[name]"), ("ListNumber", "Check (II.A; ¶ 5)")]
    assert expected == written.paragraphs()[1:]


def test_without_open_points_the_document_says_so():
    assert [("Plain", "None.")] == write(OpenPoints(words("Open:"), words("None."))).paragraphs()
