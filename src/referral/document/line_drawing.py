"""A drawing of lines and words, as a figure made from data has it: every measure in millimetres from the upper left.

It has no colour and no pattern of a format: four shades of grey and three kinds of lines, so that it can be printed in
black and every writer draws the same.
"""

from dataclasses import dataclass
from enum import StrEnum

MM_PER_POINT = 25.4 / 72


class Shade(StrEnum):
    """How dark ink is; `none` leaves the paper and what was drawn before."""

    NONE = "none"
    WHITE = "white"
    LIGHT = "light"
    GREY = "grey"
    BLACK = "black"


GREYS = {Shade.WHITE: 255, Shade.LIGHT: 214, Shade.GREY: 128, Shade.BLACK: 0}  # of 255, in every format alike


class Dash(StrEnum):
    SOLID = "solid"
    DASHED = "dashed"
    DOTTED = "dotted"


# Millimetres drawn and left out; nothing is left out of a solid line.
DASHES = {Dash.SOLID: (), Dash.DASHED: (0.9, 0.6), Dash.DOTTED: (0.3, 0.8)}


class Anchor(StrEnum):
    """Which point of its words a place names."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Line:
    """`thickness` is that of the pen."""

    x1: float
    y1: float
    x2: float
    y2: float
    thickness: float = 0.25
    ink: Shade = Shade.BLACK
    dash: Dash = Dash.SOLID


@dataclass(frozen=True, slots=True)
class Rectangle:
    """Drawn along its edge if it has an `ink`."""

    x: float
    y: float
    width: float
    height: float
    fill: Shade = Shade.NONE
    ink: Shade = Shade.BLACK
    thickness: float = 0.25
    dash: Dash = Dash.SOLID


@dataclass(frozen=True, slots=True)
class Polyline:
    """Lines from point to point; with a `fill` it is closed."""

    points: tuple[tuple[float, float], ...]
    fill: Shade = Shade.NONE
    ink: Shade = Shade.BLACK
    thickness: float = 0.25
    dash: Dash = Dash.SOLID


@dataclass(frozen=True, slots=True)
class Words:
    """One line of words on its baseline; `size` in points, in the typeface that the program ships."""

    text: str
    x: float
    y: float
    size: float
    anchor: Anchor = Anchor.START
    bold: bool = False
    italic: bool = False


Shape = Line | Rectangle | Polyline | Words


@dataclass(frozen=True, slots=True)
class LineDrawing:
    """Shapes in the order in which they are drawn, on paper of this size."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
