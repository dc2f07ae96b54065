"""The page rules: margins from the layout, words as numbers, boxes only where there is something to say."""

from referral.document.layout import Layout, PageNumbering, Properties
from referral.writers.pdf.sheet import sheet

PLAIN = Properties("en", "t", "2026-01-01", page_label="")


def rules(layout: Layout | None = None, properties: Properties = PLAIN) -> str:
    return sheet(layout or Layout(), properties, str)


def test_margins_are_written_as_css_orders_them_less_what_it_puts_below_the_last_line():
    assert "margin: 3mm 2mm 3.55mm 1mm" in rules(Layout(margins=(1, 2, 3, 4)))


def test_empty_boxes_are_left_out():
    assert "@page :first { @top-center { content: none } }" == rules().splitlines()[1]
    assert 1 == rules().count("content")


def test_a_number_on_top_leaves_the_foot_without_one():
    text = rules(Layout(page_numbering=PageNumbering.TOP), Properties("en", "t", "2026-01-01"))
    assert "@page { @top-center { content: counter(page) } }" in text
    assert "@bottom-center" not in text


def test_the_page_label_has_its_counters_in_any_order():
    text = rules(properties=Properties("en", "t", "2026-01-01", page_label="{pages}:{page}"))
    assert r'@bottom-center { content: counter(pages) "\00003a" counter(page) }' in text


def test_words_are_written_by_number():
    text = rules(properties=Properties("en", "t", "2026-01-01", classification='"};', page_label=""))
    assert r'@top-center { content: "\000022\00007d\00003b" }' in text


def test_marks_stand_below_the_number_and_alone_on_the_first_page():
    marked = Properties("en", "t", "2026-01-01", draft_mark="D", classification="C")
    text = rules(Layout(page_numbering=PageNumbering.TOP), marked)
    assert r'@page { @top-center { content: counter(page) "\00000a" "\000044\000020\0000b7\000020\000043" } }' in text
    assert r'@page :first { @top-center { content: "\000044\000020\0000b7\000020\000043" } }' in text


def test_a_long_draft_mark_is_smaller():
    short, long = (
        Properties("en", "t", "2026-01-01", mark, page_label="") for mark in ("DRAFT", "DRAFT, NOT FOR FILING")
    )
    assert "font-size: 105pt" in rules(properties=short)
    assert "font-size: 44pt" in rules(properties=long)
