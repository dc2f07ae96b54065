"""Figures as HTML: the drawing, and below it the label with the caption."""

from collections.abc import Iterable
from typing import assert_never

from referral.document.drawings import Picture
from referral.document.line_drawing import LineDrawing
from referral.document.nodes import Block, Figure
from referral.document.walk import caption_label, flat
from referral.writers.html.inlines import Medium, inlines
from referral.writers.html.markup import element, void
from referral.writers.svg import svg


def figure(node: Figure, medium: Medium) -> str:
    label = element("span", medium.words(caption_label(node)), {"class": "label"})
    caption = element("p", label + inlines(node.caption, medium), {"class": "below"})
    return element("figure", _drawing(node, medium) + caption, {"id": node.counted.target if node.counted else node.id})


def _drawing(node: Figure, medium: Medium) -> str:
    match node.drawing:
        case Picture():
            attributes = {"src": medium.picture(node.drawing), "alt": node.alternative, "class": _class(node)}
            return void("img", attributes)
        case LineDrawing():
            return svg(node.drawing, node.alternative, medium.signs, _class(node))
        case _:
            assert_never(node.drawing)


def figure_rules(blocks: Iterable[Block]) -> str:
    """The CSS of their sizes. Rules and not `style` attributes, which a strict CSP forbids."""
    figures = (block for block in flat(blocks) if isinstance(block, Figure))
    return "\n".join(f".{_class(node)} {{ width: {node.size.width:.2f}mm }}" for node in figures)


def _class(node: Figure) -> str:
    return f"figure-{node.number}"
