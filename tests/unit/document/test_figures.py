"""Figures in the tree: what a template may write, the size they get, their numbers and what refers to them."""

import pytest

from referral.document.drawings import Drawing, Picture, PictureFormat, Size
from referral.document.inlines import CrossReference, Sentence, Text
from referral.document.layout import Layout, Properties
from referral.document.line_drawing import LineDrawing
from referral.document.nodes import Document, Figure, Paragraph
from referral.document.number import number
from referral.document.parse import parse_document
from tests.unit.document.trees import NAME, refusals

SMALL = Picture(b"small", PictureFormat.PNG, 96, 48)
LARGE = Picture(b"large", PictureFormat.JPEG, 1600, 1200)
DRAWN = LineDrawing(160, 90, ())
PARTS = "<alternative>a sheet</alternative><caption>A notice</caption>"


def parsed(body: str) -> Document:
    properties = Properties("en", "T", "2024-05-01", figure_label="Figure {number}")
    drawings: dict[str, Drawing] = {"EV-1/1": SMALL, "EV-2/1": LARGE, "chart-1": DRAWN}
    return parse_document(f"<document>{body}</document>", NAME, {}, properties, Layout(), drawings)


def figures(body: str) -> list[Figure]:
    return [block for block in number(parsed(body)).blocks if isinstance(block, Figure)]


def test_a_picture_has_its_caption_and_its_words():
    (found,) = figures(f'<picture source="EV-1/1" id="a">{PARTS}</picture>')

    assert (SMALL, (Text("A notice"),), "a sheet", "a") == (found.drawing, found.caption, found.alternative, found.id)


@pytest.mark.parametrize(
    ("room", "size"),
    [("", (133, 100)), ('width="80"', (80, 60)), ('height="30"', (40, 30)), ('width="240" height="200"', (240, 180))],
)
def test_a_picture_fills_the_room_it_is_given_in_its_own_proportions(room: str, size: tuple[int, int]):
    (found,) = figures(f'<picture source="EV-2/1" {room}>{PARTS}</picture>')
    assert size == (round(found.size.width), round(found.size.height))


def test_a_small_picture_is_not_blown_up():
    (found,) = figures(f'<picture source="EV-1/1">{PARTS}</picture>')
    assert Size(25.4, 12.7) == Size(round(found.size.width, 2), round(found.size.height, 2))


def test_figures_are_numbered_through_the_document_and_can_be_referred_to():
    body = f'<p>see <ref to="b"/></p><picture source="EV-1/1" id="a">{PARTS}</picture>'
    document = number(parsed(f'{body}<picture source="EV-2/1" id="b">{PARTS}</picture>'))
    paragraph, *found = document.blocks

    assert ["Figure 1", "Figure 2"] == [block.label for block in found if isinstance(block, Figure)]
    assert isinstance(paragraph, Paragraph)
    assert CrossReference("b", "2") == paragraph.content[-1]


def test_what_is_told_of_a_figure_may_say_on_what_it_rests():
    told = '<alternative>A sheet. <s from="EV-1">It is\nsigned.</s></alternative><caption>A notice</caption>'
    (found,) = figures(f'<picture source="EV-1/1">{told}</picture>')

    assert "A sheet. It is signed." == found.alternative
    assert (Text("A sheet. "), Sentence((Text("It is signed."),), ("EV-1",), None)) == found.told


REFUSED = {
    "a note in what is told": (
        '<picture source="EV-1/1"><caption>x</caption><alternative>x<note>y</note></alternative></picture>',
        "cannot stand here",
    ),
    "a picture nobody offered": (
        f'<picture source="files/x.png">{PARTS}</picture>',
        "is no picture that this",
    ),
    "no source": (f"<picture>{PARTS}</picture>", 'needs the attribute "source"'),
    "no words": ('<picture source="EV-1/1"><caption>x</caption></picture>', "needs a <alternative>"),
    "no caption": ('<picture source="EV-1/1"><alternative>x</alternative></picture>', "needs a <caption>"),
    "empty words": (
        '<picture source="EV-1/1"><alternative> </alternative><caption>x</caption></picture>',
        "<alternative> is empty",
    ),
    "a note": (
        '<picture source="EV-1/1"><alternative>x</alternative><caption>x<note>y</note></caption></picture>',
        "<note>",
    ),
    "too wide": (f'<picture source="EV-1/1" width="900">{PARTS}</picture>', "no whole number from 1 to 240"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_figure_is_refused(name: str):
    body, words = REFUSED[name]
    (message,) = refusals(lambda: parsed(body))
    assert words in message


def test_a_drawing_keeps_the_size_in_which_it_was_made():
    (found,) = figures(f'<figure source="chart-1" id="a">{PARTS}</figure>')

    assert (DRAWN, Size(160, 90), "a sheet", "a") == (found.drawing, found.size, found.alternative, found.id)


@pytest.mark.parametrize("body", [f'<figure source="EV-1/1">{PARTS}</figure>', f'<figure source="x">{PARTS}</figure>'])
def test_a_drawing_that_no_function_has_made_is_refused(body: str):
    (message,) = refusals(lambda: parsed(body))
    assert "is no figure that a function of this document has drawn" in message


def test_a_drawing_is_no_picture():
    (message,) = refusals(lambda: parsed(f'<picture source="chart-1">{PARTS}</picture>'))
    assert "is no picture that this document may show" in message
