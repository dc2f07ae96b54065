"""The marks by which figures show how sure a day or a number is, and the legend of those that a figure has."""

from collections.abc import Iterable, Iterator, Mapping

from referral.document.line_drawing import Dash, Line, Polyline, Rectangle, Shade, Shape
from referral.figures.plate import FINE, Sketch

SIZE = 1.3  # half the width of a diamond
HALF = 1.1  # half the height of a bar
_SAMPLE = 8.0
_GAP = 6.0


def diamond(x: float, y: float, fill: Shade = Shade.BLACK, dash: Dash = Dash.SOLID) -> Shape:
    points = ((x - SIZE, y), (x, y - SIZE), (x + SIZE, y), (x, y + SIZE))
    return Polyline(points, fill, dash=dash)


def bar(start: float, end: float, y: float, fill: Shade, dash: Dash = Dash.SOLID) -> Shape:
    return Rectangle(start, y - HALF, end - start, 2 * HALF, fill, dash=dash)


def span(start: float, end: float, y: float, open_left: bool, open_right: bool, dash: Dash) -> Iterator[Shape]:
    """A bar of which an open end is not closed by a line and shows where it goes on."""
    if not (open_left or open_right):
        yield bar(start, end, y, Shade.WHITE, dash)
        return
    yield Rectangle(start, y - HALF, end - start, 2 * HALF, Shade.WHITE, Shade.NONE)
    yield from (Line(start, edge, end, edge, dash=dash) for edge in (y - HALF, y + HALF))
    yield arrow(start, y, -1) if open_left else Line(start, y - HALF, start, y + HALF)
    yield arrow(end, y, 1) if open_right else Line(end, y - HALF, end, y + HALF)


def arrow(x: float, y: float, way: int) -> Shape:
    """A head whose base stands at `x`; `way` is 1 to the right, -1 to the left."""
    return Polyline(((x, y - SIZE), (x + way * REACH, y), (x, y + SIZE)), Shade.BLACK)


REACH = 2.2  # of an arrow's head beyond its base


def whisker(start: float, end: float, y: float) -> Iterator[Shape]:
    """A range with an upright stroke at each end."""
    yield Line(start, y, end, y, 0.7)
    yield from (Line(x, y - SIZE, x, y + SIZE, 0.35) for x in (start, end))


def legend_height(width: float, samples: Mapping[str, tuple[Shape, ...]], words: Mapping[str, str]) -> float:
    """The room that a legend of all these marks would take."""
    tried = Sketch(width)
    legend(tried, samples, samples, words)
    return tried.y


def legend(
    sketch: Sketch, used: Iterable[str], samples: Mapping[str, tuple[Shape, ...]], words: Mapping[str, str]
) -> None:
    """Each mark that is used beside what it means, as many to a line as there is room for."""
    x, below = 0.0, sketch.y + FINE.leading / 2
    for name in (name for name in samples if name in set(used)):
        lines = FINE.lines(words[name], sketch.width - _SAMPLE - 2)
        width = _SAMPLE + 2 + max(map(FINE.width, lines))
        if x and x + width > sketch.width:
            x, below = 0.0, below + FINE.leading * 1.25
        sketch.shapes.extend(_moved(shape, x, below) for shape in samples[name])
        for n, line in enumerate(lines):
            sketch.shapes.append(FINE.at(line, x + _SAMPLE + 2, below + FINE.ascent * 0.36 + n * FINE.leading))
        below += FINE.leading * (len(lines) - 1)
        x += width + _GAP
    sketch.y = below + FINE.leading


def _moved(shape: Shape, x: float, y: float) -> Shape:
    match shape:
        case Line():
            return Line(shape.x1 + x, shape.y1 + y, shape.x2 + x, shape.y2 + y, shape.thickness, shape.ink, shape.dash)
        case Rectangle():
            moved = shape.x + x, shape.y + y, shape.width, shape.height
            return Rectangle(*moved, shape.fill, shape.ink, shape.thickness, shape.dash)
        case Polyline():
            points = tuple((px + x, py + y) for px, py in shape.points)
            return Polyline(points, shape.fill, shape.ink, shape.thickness, shape.dash)
        case _:
            return shape


MIDDLE = _SAMPLE / 2
