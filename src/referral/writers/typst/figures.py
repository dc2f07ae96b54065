"""Figures as data: every drawing as SVG, a photograph too, for Typst reads no other picture from data."""

from base64 import b64encode
from typing import assert_never

from referral.document.drawings import Picture
from referral.document.line_drawing import LineDrawing
from referral.document.nodes import Figure
from referral.document.walk import caption_label
from referral.writers.svg import NAMESPACE, svg
from referral.writers.typst.inlines import Lines
from referral.writers.typst.words import Data


def figure(node: Figure, lines: Lines) -> Data:
    return {
        "kind": "figure",
        "id": lines.places.stand(node.counted.target if node.counted else node.id),
        "svg": _svg(node, lines),
        "is-framed": isinstance(node.drawing, Picture),
        "width": node.size.width,
        "alternative": lines.words.signs(node.alternative),
        "label": lines.words.signs(caption_label(node)),
        "caption": lines.line(node.caption),
    }


def _svg(node: Figure, lines: Lines) -> str:
    match node.drawing:
        case Picture():
            return _framed(node.drawing)
        case LineDrawing():
            return svg(node.drawing, node.alternative, lines.words.signs)
        case _:
            assert_never(node.drawing)


def _framed(picture: Picture) -> str:
    """The picture itself, in an SVG of its own size; it asks for nothing from outside."""
    size = f'width="{picture.width}" height="{picture.height}"'
    data = f"data:image/{picture.format};base64,{b64encode(picture.data).decode()}"
    return f'<svg xmlns="{NAMESPACE}" {size}><image {size} href="{data}"/></svg>'
