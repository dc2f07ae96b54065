"""The tests' own eye for the ends of pages: it must see what it is to find, or it would find nothing for ever."""

from referral.document.inlines import Text
from referral.document.layout import Layout, Properties
from referral.document.nodes import Block, Document, Heading, Paragraph
from tests.end_to_end.page_ends import parted
from tests.end_to_end.printed import Line, Piece

TEXT = Paragraph((Text("one two three four"),))
HEAD = Heading(1, (Text("A head of two lines"),), "head")


def line(text: str, font: str = "LiberationSerif", size: float = 12) -> Line:
    return Line((Piece(100, 85, 300, size, font, text),))


def found(*printed: list[Line], blocks: tuple[Block, ...] = (TEXT, HEAD)) -> list[str]:
    return parted(Document(Properties("en", "t", "2024-05-31"), Layout(), blocks), list(printed))


def test_a_first_line_alone_at_the_foot_is_found():
    assert ["parted: one / twothree"] == found([line("before"), line("one")], [line("two three"), line("four")])


def test_a_last_line_alone_at_the_top_is_found():
    assert ["parted: three / four"] == found([line("one two"), line("three")], [line("four"), line("after")])


def test_two_lines_on_either_page_are_well():
    assert [] == found([line("one"), line("two")], [line("three"), line("four")])


def test_a_heading_at_the_foot_is_found_by_its_last_line():
    bold = [line(f"1. {text}", "LiberationSerifBold") for text in ("A head", "of two lines")]
    assert ["at the foot of a page: 1.oftwolines"] == found([line("before"), *bold], [line("after")])
    assert [] == found([line("before"), *bold, line("after")], [line("more")])
    assert [] == found(bold, [line("after")])  # a page of its own


def test_words_of_a_table_that_are_those_of_a_heading_are_none():
    assert [] == found([line("before"), line("A head of two lines", "LiberationSerifBold", 10)], [line("after")])
    assert [] == found([line("before"), line("A head of two lines")], [line("after")])
