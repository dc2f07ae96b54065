"""Lines on paper end where a typesetter would end them, and what is read out of the file are the words alone."""

import pytest

from referral.document.inlines import Code, Emphasis, Footnote, Inline, Placeholder, Text
from referral.document.nodes import Paragraph
from referral.document.tables import Cell, Row, Rows, Table
from referral.writers.pdf.line_ends import arranged, led
from tests.unit.writers.pdf.reading import pages_of

WORDS = "присягу 08.06.2019 і звільнення в запас 16.05.2020."


def lines_of_cell(width: int, *content: Inline) -> list[str]:
    """How a cell that takes so many thousandths of the page is broken into lines."""
    row = Row((Cell(((Text("x"),),)), Cell((content,))))
    (page,) = pages_of(Table((1000 - width, width), (), Rows(lambda: iter((row,)))))
    return page.replace("\r", "").removeprefix("x").strip().split("\n")[:-1]


@pytest.mark.parametrize("width", [171, 290, 325, 472])
def test_a_space_before_an_element_does_not_end_a_line_too_early(width: int):
    whole = lines_of_cell(width, Text(f"{WORDS} [вигадано]"))
    assert whole == lines_of_cell(width, Text(f"{WORDS} "), Emphasis((Text("[вигадано]"),)))
    assert whole == lines_of_cell(width, Text(f"{WORDS} "), Placeholder("[вигадано]"))


def test_a_quotation_mark_does_not_take_a_bracket_along():
    name = "Громадська організація з довгою назвою «Центр демонстраційного документування»"
    (page,) = pages_of(Paragraph((Text(f"{name} (вигадана) веде записи."),)))
    assert name == page.split("\r\n")[0]


def test_codes_and_ranges_stay_on_one_line_and_are_read_as_they_were_written():
    said = "EV-0001, 8(2)(a)/(vii), 2015–2021, 1207-VII "
    (page,) = pages_of(Paragraph((Text(said * 12),)))
    assert (said * 12).strip() == page.replace("\r\n", " ").removesuffix(" 1 / 1").strip()
    assert [] == [line for line in page.split("\r\n") if line.endswith(("-", "–", "/", "8(2)", "(a)"))]


def test_a_call_after_a_figure_stands_apart():
    (page,) = pages_of(Paragraph((Text("PER-002"), Footnote((Text("арк. 1"),), 1), Text("."))))
    assert page.startswith("PER-002\u202f1")


def test_a_digest_may_be_parted_anywhere():
    assert "\u2060" not in "".join(lines_of_cell(100, Code("EV-0001-EV-0002-EV-0003")))
    assert 3 < len(lines_of_cell(100, Code("EV-0001-EV-0002-EV-0003")))


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("a <em>b</em>", "a<em> b</em>"),
        ("a <strong>b</strong>", "a<strong> b</strong>"),
        ('a <mark class="placeholder">b</mark>', 'a<span> </span><mark class="placeholder">b</mark>'),
        ('a <a class="reference" href="#x">b</a>', 'a<span> </span><a class="reference" href="#x">b</a>'),
        ('a <span class="note" data-number="1">b</span>', 'a <span class="note" data-number="1">b</span>'),
        ("a <br/>", "a <br/>"),
        ("a &lt;em> b", "a &lt;em> b"),
    ],
)
def test_a_space_before_an_element_stands_inside_or_in_one_of_its_own(html: str, shown: str):
    assert shown == led(html)


def test_a_bracket_after_a_quotation_mark_may_begin_a_line():
    assert "«a»\u200b (b)" == arranged("«a» (b)", 24)
    assert "a (b)" == arranged("a (b)", 24)
