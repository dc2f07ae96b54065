"""A chain of command: boxes below one another, each set in below its superior and tied to it; further ties at the side.

A page holds what it holds: the next plate begins with the codes that stand above its first box.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from referral.document.line_drawing import Dash, Line, Polyline, Rectangle, Shade, Shape
from referral.figures import marks
from referral.figures.plate import BODY, REMARK, STRONG, Column, Paper, Plate, Sketch, column
from referral.figures.timeline import fitting
from referral.figures.tree import ChainUnit, Node, nodes

_STEP = 9.0  # by which a box is set in
_DEEPEST = 60.0  # to which boxes are set in, however long the chain
_PADDING, _SPACE = 1.6, 2.6
_SIDE = 3.5  # between two ties at the side
_MOST_AT_SIDE = 4  # more are told in the boxes only
_MOST_LINES = 8
_ABOVE_LEGEND = 3.4
_Boxes = Sequence[tuple[Node, "Column"]]


@dataclass(frozen=True, slots=True)
class _Frame:
    """How far boxes are set in at each step, and where they end."""

    step: float
    right: float

    def left(self, node: Node) -> float:
        return self.step * len(node.path)


def chain(units: Sequence[ChainUnit], words: Mapping[str, str], paper: Paper) -> tuple[Plate, ...]:
    """Plates from the top of the chain downwards.

    `words` has `tie`, `loose_tie` (dashed), `further_tie` (at the side) and `gap` for the legend.
    """
    found = nodes(units)
    deepest = max((len(node.path) for node in found), default=0)
    at_side = min(sum(len(node.further) for node in found), _MOST_AT_SIDE)
    frame = _Frame(min(_STEP, _DEEPEST / max(deepest, 1)), paper.width - _SIDE * at_side - (2 if at_side else 0))
    return tuple(_plates([(node, _column(node, frame)) for node in found], frame, words, paper))


def _column(node: Node, frame: _Frame) -> Column:
    room = frame.right - frame.left(node) - 2 * _PADDING
    lines = ((BODY, line) for line in node.unit.lines)
    return column(room, (STRONG, node.unit.title), *lines, most=_MOST_LINES)


def _plates(boxes: _Boxes, frame: _Frame, words: Mapping[str, str], paper: Paper) -> Iterator[Plate]:
    rest = list(boxes)
    foot = _ABOVE_LEGEND + marks.legend_height(paper.width, _SAMPLES, words)
    while rest:
        heights = [_height(words_in) + _SPACE for _, words_in in rest]
        taken = fitting(heights, paper.height - foot - 2 * REMARK.leading - _SPACE)
        follows = rest[taken][0].path if taken < len(rest) else ()
        yield _plate(rest[:taken], follows, frame, words, paper)
        rest = rest[taken:]


def _height(words_in: Column) -> float:
    return words_in.height + 2 * _PADDING


def _plate(boxes: _Boxes, follows: tuple[str, ...], frame: _Frame, words: Mapping[str, str], paper: Paper) -> Plate:
    """`follows` are the codes above the first box of the next plate."""
    sketch, above = Sketch(paper.width), boxes[0][0].path
    if above:
        sketch.put(head := column(paper.width, (REMARK, " › ".join(above) + " ›"), most=2), 0)
        sketch.y += head.height + _SPACE
    top, middles = sketch.y, dict[str, float]()
    for node, words_in in boxes:
        middles[node.unit.code] = sketch.y + _height(words_in) / 2
        _box(sketch, node, words_in, frame)
    sketch.y -= _SPACE
    shown, lower = [node for node, _ in boxes], list(enumerate(follows, start=1))
    sketch.shapes[:0] = [*_stems(shown, middles, lower, frame, (top, sketch.y)), *_branches(shown, middles, frame)]
    sketch.shapes.extend(_at_side(shown, middles, frame))
    _legend(sketch, shown, words)
    return sketch.finished([node.unit.code for node in shown])


def _box(sketch: Sketch, node: Node, words_in: Column, frame: _Frame) -> None:
    left, height = frame.left(node), _height(words_in)
    dash = Dash.DASHED if node.unit.is_gap else Dash.SOLID
    thickness = 0.5 if not node.path and not node.unit.is_gap else 0.25
    box = Rectangle(left, sketch.y, frame.right - left, height, Shade.WHITE, thickness=thickness, dash=dash)
    sketch.shapes.append(box)
    sketch.y += _PADDING
    sketch.put(words_in, left + _PADDING)
    sketch.y += height - _PADDING + _SPACE


def _stem(depth: int, frame: _Frame) -> float:
    """Where the line runs down to which units of this depth are tied."""
    return frame.step * (depth - 0.55)


def _stems(
    shown: Sequence[Node],
    middles: Mapping[str, float],
    lower: Sequence[tuple[int, str]],
    frame: _Frame,
    ends: tuple[float, float],
) -> Iterator[Shape]:
    """One line down from each superior to the last of its units; to the end of the plate, if others follow below it."""
    below = dict.fromkeys(lower, ends[1])
    loose = dict.fromkeys(lower, False)
    for node in shown:
        if node.tie:
            key = len(node.path), node.tie.superior
            below[key] = max(below.get(key, 0.0), middles[node.unit.code])
            loose[key] = loose.get(key, True) and node.tie.is_dashed
    for (depth, code), end in below.items():
        x, start = _stem(depth, frame), middles.get(code, ends[0] - _SPACE / 2)
        yield Line(x, start, x, end, 0.3, dash=Dash.DASHED if loose[depth, code] else Dash.SOLID)


def _branches(shown: Sequence[Node], middles: Mapping[str, float], frame: _Frame) -> Iterator[Shape]:
    """From the line of the superior to the box of each unit."""
    for node in shown:
        if node.tie:
            y, dash = middles[node.unit.code], Dash.DASHED if node.tie.is_dashed else Dash.SOLID
            yield Line(_stem(len(node.path), frame), y, frame.left(node), y, 0.3, dash=dash)


def _at_side(shown: Sequence[Node], middles: Mapping[str, float], frame: _Frame) -> Iterator[Shape]:
    """Further ties, each in the first lane that is free along its way; an arrow leads to the subordinate."""
    ends: list[list[tuple[float, float]]] = [[] for _ in range(_MOST_AT_SIDE)]
    for node in shown:
        for tie in node.further:
            if tie.superior in middles:
                start, end = middles[tie.superior] + 0.8, middles[node.unit.code] - 0.8
                yield from _side_tie(start, end, ends, frame)


def _side_tie(start: float, end: float, ends: list[list[tuple[float, float]]], frame: _Frame) -> Iterator[Shape]:
    way = min(start, end) - 1, max(start, end) + 1
    free = (n for n, taken in enumerate(ends) if all(way[1] < a or b < way[0] for a, b in taken))
    n = next(free, None)
    if n is not None:
        ends[n].append(way)
        x, right = frame.right + 2 + _SIDE * n + _SIDE / 2, frame.right
        yield Polyline(
            ((right, start), (x, start), (x, end), (right + marks.REACH, end)), dash=Dash.DOTTED, thickness=0.4
        )
        yield marks.arrow(right + marks.REACH, end, -1)


def _legend(sketch: Sketch, shown: Sequence[Node], words: Mapping[str, str]) -> None:
    used = {"gap" for node in shown if node.unit.is_gap} | {"further_tie" for node in shown if node.further}
    used |= {"loose_tie" if node.tie.is_dashed else "tie" for node in shown if node.tie}
    if used:
        sketch.y += _ABOVE_LEGEND
        marks.legend(sketch, used, _SAMPLES, words)


_SAMPLES: dict[str, tuple[Shape, ...]] = {
    "tie": (Line(0, 0, 8, 0, 0.3),),
    "loose_tie": (Line(0, 0, 8, 0, 0.3, dash=Dash.DASHED),),
    "further_tie": (Line(marks.REACH, 0, 8, 0, 0.4, dash=Dash.DOTTED), marks.arrow(marks.REACH, 0, -1)),
    "gap": (Rectangle(0, -marks.HALF, 8, 2 * marks.HALF, Shade.WHITE, dash=Dash.DASHED),),
}
