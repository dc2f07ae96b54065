"""A line drawing as pixels, for programs that do not show SVG: the same shapes and words, in shades of grey."""

import io
from functools import cache
from itertools import cycle, pairwise
from math import dist
from pathlib import Path
from typing import assert_never

from PIL import Image, ImageDraw, ImageFont

from referral.document.line_drawing import (
    DASHES,
    GREYS,
    MM_PER_POINT,
    Line,
    LineDrawing,
    Polyline,
    Rectangle,
    Shade,
    Shape,
    Words,
)

_FONTS = Path(__file__).parents[1] / "fonts"
_FINE = 2  # drawn so many times as large, then made smaller, so that edges are smooth
_DOTS = 300 / 25.4  # to the millimetre of paper
_WHITE = 255
_STEP = 17  # between one grey and the next: sixteen are as many as smooth edges need
_ANCHORS = {"start": "ls", "middle": "ms", "end": "rs"}

_Point = tuple[float, float]


def png(drawing: LineDrawing) -> bytes:
    """A PNG file without any metadata; the same drawing gives the same bytes."""
    size = round(drawing.width * _DOTS), round(drawing.height * _DOTS)
    image = Image.new("L", (size[0] * _FINE, size[1] * _FINE), _WHITE)
    painter = _Painter(ImageDraw.Draw(image))
    for shape in drawing.shapes:
        painter.paint(shape)
    small = image.resize(size, Image.Resampling.BOX)
    stream = io.BytesIO()
    small.point([round(grey / _STEP) * _STEP for grey in range(256)]).save(stream, "PNG", optimize=True)
    return stream.getvalue()


class _Painter:
    """Paints shapes in their order, later ones over earlier ones."""

    def __init__(self, draw: ImageDraw.ImageDraw) -> None:
        self._draw = draw

    def paint(self, shape: Shape) -> None:
        match shape:
            case Line():
                self._stroke(((shape.x1, shape.y1), (shape.x2, shape.y2)), shape)
            case Rectangle():
                left, top, right, bottom = shape.x, shape.y, shape.x + shape.width, shape.y + shape.height
                self._area(((left, top), (right, top), (right, bottom), (left, bottom)), shape)
            case Polyline() if shape.fill is Shade.NONE:
                self._stroke(shape.points, shape)
            case Polyline():
                self._area(shape.points, shape)
            case Words():
                self._write(shape)
            case _:
                assert_never(shape)

    def _area(self, points: tuple[_Point, ...], shape: Rectangle | Polyline) -> None:
        if shape.fill is not Shade.NONE:
            self._draw.polygon([_dots(point) for point in points], fill=GREYS[shape.fill])
        self._stroke((*points, points[0]), shape)

    def _stroke(self, points: tuple[_Point, ...], pen: Line | Rectangle | Polyline) -> None:
        if pen.ink is Shade.NONE:
            return
        width = max(1, round(pen.thickness * _DOTS * _FINE))
        for path in _dashed(points, DASHES[pen.dash]):
            self._draw.line([_dots(point) for point in path], fill=GREYS[pen.ink], width=width, joint="curve")

    def _write(self, words: Words) -> None:
        font = _font(words.size, words.bold, words.italic)
        place = _dots((words.x, words.y))
        self._draw.text(place, words.text, fill=GREYS[Shade.BLACK], font=font, anchor=_ANCHORS[words.anchor])


def _dots(point: _Point) -> _Point:
    return point[0] * _DOTS * _FINE, point[1] * _DOTS * _FINE


@cache
def _font(size: float, bold: bool, italic: bool) -> ImageFont.FreeTypeFont:
    cut = ("Bold" * bold + "Italic" * italic) or "Regular"
    dots = size * MM_PER_POINT * _DOTS * _FINE
    return ImageFont.truetype(_FONTS / f"LiberationSerif-{cut}.ttf", dots, layout_engine=ImageFont.Layout.BASIC)


def _dashed(points: tuple[_Point, ...], dashes: tuple[float, ...]) -> list[tuple[_Point, ...]]:
    """The pieces of a line that are drawn; the whole of one that has no gaps."""
    if not dashes:
        return [points]
    return [piece for ends in pairwise(points) for piece in _cut(*ends, dashes)]


def _cut(start: _Point, end: _Point, dashes: tuple[float, ...]) -> list[tuple[_Point, ...]]:
    length, at, pieces = dist(start, end), 0.0, list[tuple[_Point, ...]]()
    lengths = cycle(dashes)
    while at < length:
        stop = min(at + next(lengths), length)
        pieces.append((_along(start, end, at / length), _along(start, end, stop / length)))
        at = stop + next(lengths)
    return pieces


def _along(start: _Point, end: _Point, part: float) -> _Point:
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part
