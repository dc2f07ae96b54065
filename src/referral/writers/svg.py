"""A line drawing as SVG: shapes and words only, no script, no style sheet, no address but the name of the format."""

from collections.abc import Callable, Iterator
from html import escape
from typing import assert_never

from referral.document.line_drawing import (
    DASHES,
    GREYS,
    MM_PER_POINT,
    Dash,
    Line,
    LineDrawing,
    Polyline,
    Rectangle,
    Shade,
    Shape,
    Words,
)

NAMESPACE = "http://www.w3.org/2000/svg"
# The second is as wide, letter by letter, for programs that do not have the first.
FAMILY = "Liberation Serif, Times New Roman, serif"

Signs = Callable[[str], str]


def svg(drawing: LineDrawing, title: str, signs: Signs, kind: str | None = None) -> str:
    """The drawing with what it shows in words; `signs` makes words printable, `kind` is a class for a style sheet."""
    size = {"width": f"{_n(drawing.width)}mm", "height": f"{_n(drawing.height)}mm"}
    root = {"xmlns": NAMESPACE, "class": kind, **size, "viewBox": f"0 0 {_n(drawing.width)} {_n(drawing.height)}"}
    inside = "".join(_drawn(drawing, signs))
    shown = _element("g", {"font-family": FAMILY}, inside)
    return _element("svg", {**root, "role": "img"}, _element("title", {}, escape(signs(title), quote=False)) + shown)


def _drawn(drawing: LineDrawing, signs: Signs) -> Iterator[str]:
    return (_shape(shape, signs) for shape in drawing.shapes)


def _shape(shape: Shape, signs: Signs) -> str:
    match shape:
        case Line():
            ends = {"x1": _n(shape.x1), "y1": _n(shape.y1), "x2": _n(shape.x2), "y2": _n(shape.y2)}
            return _element("line", {**ends, **_pen(shape)})
        case Rectangle():
            place = {"x": _n(shape.x), "y": _n(shape.y), "width": _n(shape.width), "height": _n(shape.height)}
            return _element("rect", {**place, "fill": _grey(shape.fill), **_pen(shape)})
        case Polyline():
            points = " ".join(f"{_n(x)},{_n(y)}" for x, y in shape.points)
            name = "polyline" if shape.fill is Shade.NONE else "polygon"
            return _element(name, {"points": points, "fill": _grey(shape.fill), **_pen(shape)})
        case Words():
            return _words(shape, signs)
        case _:
            assert_never(shape)


def _words(shape: Words, signs: Signs) -> str:
    place = {"x": _n(shape.x), "y": _n(shape.y), "font-size": _n(shape.size * MM_PER_POINT)}
    anchor = None if shape.anchor == "start" else str(shape.anchor)
    cut = {"font-weight": "bold" if shape.bold else None, "font-style": "italic" if shape.italic else None}
    return _element("text", {**place, "text-anchor": anchor, **cut}, escape(signs(shape.text), quote=False))


def _pen(shape: Line | Rectangle | Polyline) -> dict[str, str | None]:
    if shape.ink is Shade.NONE:
        return {"stroke": "none"}
    dashes = None if shape.dash is Dash.SOLID else " ".join(map(_n, DASHES[shape.dash]))
    return {"stroke": _grey(shape.ink), "stroke-width": _n(shape.thickness), "stroke-dasharray": dashes}


def _grey(shade: Shade) -> str:
    return "none" if shade is Shade.NONE else "#" + f"{GREYS[shade]:02x}" * 3


def _n(number: float) -> str:
    """No more digits than paper can show."""
    return f"{number:.3f}".rstrip("0").rstrip(".")


def _element(name: str, attributes: dict[str, str | None], content: str = "") -> str:
    written = "".join(f' {key}="{value}"' for key, value in attributes.items() if value is not None)
    return f"<{name}{written}>{content}</{name}>"
