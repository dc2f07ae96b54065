"""A drawing of lines and words with one shape of each kind, and a figure of it, for the tests of writers."""

from referral.document.drawings import drawn_size
from referral.document.inlines import Text
from referral.document.line_drawing import Anchor, Dash, Line, LineDrawing, Polyline, Rectangle, Shade, Words
from referral.document.nodes import Figure
from tests.unit.writers.figures import ALTERNATIVE

WORDS = "«Призов» <b> & інше"
SHAPES = (
    Rectangle(1, 1, 40, 10, Shade.LIGHT, dash=Dash.DASHED),
    Line(0, 20, 60, 20, 0.5, Shade.GREY, Dash.DOTTED),
    Polyline(((5, 5), (10, 8), (5, 11)), Shade.BLACK),
    Polyline(((30, 12), (40, 12), (40, 18))),
    Words(WORDS, 30, 15, 8.5, Anchor.MIDDLE, bold=True),
)
DRAWING = LineDrawing(60, 25, SHAPES)


def lines(drawing: LineDrawing = DRAWING) -> Figure:
    return Figure(drawing, drawn_size(drawing), (Text("A chain"),), ALTERNATIVE)
