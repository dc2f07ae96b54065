"""Figures for the tests of writers."""

from dataclasses import replace

from referral.document.drawings import Picture
from referral.document.inlines import Text
from referral.document.layout import Layout, Properties
from referral.document.nodes import Document, Figure, Paragraph
from referral.document.number import number
from tests.unit.images import picture

ALTERNATIVE = "a sheet “with” <marks> & a stamp"
PROPERTIES = Properties("en", "A title", "2024-05-31", figure_label="Figure {number}")


def figure(drawing: Picture | None = None, width: float = 80, id: str | None = None) -> Figure:  # noqa: A002 - as the node
    drawing = drawing or picture()
    return Figure(drawing, replace(drawing.fitted(width, 60)), (Text("A notice"),), ALTERNATIVE, id)


def document(*figures: Figure, words: str = "before") -> Document:
    return number(Document(PROPERTIES, Layout(), (Paragraph((Text(words),)), *figures)))
