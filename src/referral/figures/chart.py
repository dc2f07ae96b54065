"""Claims of sources about numbers, in panels of what may be set side by side: a point, or a range with its ends.

Nothing is added up and nothing is compared across panels: each has a scale of its own. «More than» and «up to» are
arrows, for where they end is not said; what has no number is told in words only.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from referral.document.line_drawing import Dash, Line, Shade, Shape
from referral.figures import marks
from referral.figures.axis import Scale, grid, labels, number_scale
from referral.figures.plate import FINE, REMARK, STRONG, Column, Paper, Plate, Sketch, column

_WORDS = 76.0  # the width of the column of words
_EDGE = 4.0  # beside the scale, for arrows
_BRACKET = 4.0
_ROW_SPACE, _PANEL_SPACE = 1.1, 5.0
_MOST_LINES = 6
_ABOVE_LEGEND = 2.2


class Bound(StrEnum):
    """What a number says of the true one; `none`: no number is given."""

    EXACT = "exact"
    ABOUT = "about"
    ABOVE = "above"
    BELOW = "below"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Claim:
    """`number` is the claim in words; `lines` say of whom, as of when and by whom. `most` is the end of a range."""

    code: str
    panel: str  # claims of one panel share a scale
    number: str
    lines: tuple[str, ...]
    value: int | None
    most: int | None
    bound: Bound
    group: str = ""  # claims that differ about the same have one, and stand side by side


Numbers = Callable[[int], str]


def chart(claims: Sequence[Claim], words: Mapping[str, str], paper: Paper, numbers: Numbers) -> tuple[Plate, ...]:
    """Plates of whole panels as far as they fit; a longer panel goes on with its title and scale on the next plate.

    `words` has `exact`, `about`, `above`, `below`, `range` and `differing` for the legend, and `logarithmic`.
    """
    return tuple(_plates(list(_panels(claims)), words, paper, numbers))


@dataclass(frozen=True, slots=True)
class _Panel:
    title: str
    claims: tuple[Claim, ...]
    columns: tuple[Column, ...]
    scale: Scale | None = None

    @property
    def heights(self) -> list[float]:
        return [one.height + 2 * _ROW_SPACE for one in self.columns]

    def part(self, first: int, end: int) -> "_Panel":
        return _Panel(self.title, self.claims[first:end], self.columns[first:end], self.scale)


def _panels(claims: Sequence[Claim]) -> Iterator[tuple[str, tuple[Claim, ...]]]:
    """In the order in which they are first named; within one, those that differ side by side, then by number."""
    for title in dict.fromkeys(claim.panel for claim in claims):
        inside = [claim for claim in claims if claim.panel == title]
        first = {claim.group: n for n, claim in reversed(list(enumerate(inside)))}
        place = {claim.code: first[claim.group] if claim.group else n for n, claim in enumerate(inside)}
        yield title, tuple(sorted(inside, key=lambda one: (place[one.code], one.value or 0, one.code)))


def _plates(
    panels: Sequence[tuple[str, tuple[Claim, ...]]], words: Mapping[str, str], paper: Paper, numbers: Numbers
) -> Iterator[Plate]:
    foot = _ABOVE_LEGEND + marks.legend_height(paper.width, _SAMPLES, words)
    waiting = [_made(title, inside, paper, numbers) for title, inside in panels]
    while waiting:
        room, here = paper.height - foot, list[_Panel]()
        while waiting:
            panel = waiting[0]
            count = _fit(panel, room - _head(panel, words, paper))
            if count < len(panel.claims) and here:
                break
            count = max(count, 1)
            here.append(panel.part(0, count))
            waiting[:1] = [panel.part(count, len(panel.claims))] if count < len(panel.claims) else []
            room -= _head(panel, words, paper) + sum(here[-1].heights) + _PANEL_SPACE
        yield _plate(here, words, paper)


def _fit(panel: _Panel, room: float) -> int:
    total, heights = 0.0, panel.heights
    for n, height in enumerate(heights):
        total += height
        if total > room:
            return n
    return len(heights)


def _made(title: str, inside: tuple[Claim, ...], paper: Paper, numbers: Numbers) -> _Panel:
    ends = [end for claim in inside for end in (claim.value, claim.most) if end is not None]
    scale = number_scale(ends, _WORDS + _EDGE, paper.width - _EDGE, numbers) if ends else None
    return _Panel(title, inside, tuple(map(_column, inside)), scale)


def _column(claim: Claim) -> Column:
    lines = ((FINE, line) for line in claim.lines)
    return column(_WORDS - _BRACKET - 2, (STRONG, f"{claim.code}: {claim.number}"), *lines, most=_MOST_LINES)


def _title(panel: _Panel, words: Mapping[str, str], paper: Paper) -> Column:
    said = [(REMARK, words["logarithmic"])] if panel.scale and panel.scale.is_logarithmic else []
    return column(paper.width, (STRONG, panel.title), *said)


def _head(panel: _Panel, words: Mapping[str, str], paper: Paper) -> float:
    return _title(panel, words, paper).height + (FINE.leading if panel.scale else 0) + 1.8


def _plate(panels: Sequence[_Panel], words: Mapping[str, str], paper: Paper) -> Plate:
    sketch = Sketch(paper.width)
    for n, panel in enumerate(panels):
        sketch.y += _PANEL_SPACE if n else 0
        _panel(sketch, panel, words, paper)
    sketch.y += _ABOVE_LEGEND
    used = {name for panel in panels for claim in panel.claims for name in _marks_of(claim, panel)}
    marks.legend(sketch, used, _SAMPLES, words)
    return sketch.finished([claim.code for panel in panels for claim in panel.claims])


def _panel(sketch: Sketch, panel: _Panel, words: Mapping[str, str], paper: Paper) -> None:
    sketch.put(head := _title(panel, words, paper), 0)
    sketch.y += head.height + 1
    if panel.scale:
        labels(sketch, panel.scale)
        sketch.y += 0.8
        sketch.shapes.extend(grid(panel.scale, sketch.y, sketch.y + sum(panel.heights)))
    sketch.shapes.extend(_brackets(panel, sketch.y))
    for claim, words_of, height in zip(panel.claims, panel.columns, panel.heights, strict=True):
        sketch.rule(start=_BRACKET)
        top = sketch.y
        sketch.y += _ROW_SPACE
        sketch.put(words_of, _BRACKET)
        if panel.scale:
            sketch.shapes.extend(_mark(claim, panel.scale, top + height / 2))
        sketch.y = top + height
    sketch.rule(start=_BRACKET)


def _mark(claim: Claim, scale: Scale, y: float) -> Iterator[Shape]:
    if claim.value is None:
        return
    x = scale.place(claim.value)
    yield Line(_WORDS + _EDGE, y, x, y, 0.2, Shade.GREY, Dash.DOTTED)
    if claim.most is not None:
        yield from marks.whisker(x, scale.place(claim.most), y)
    elif claim.bound in (Bound.ABOVE, Bound.BELOW):
        way = 1 if claim.bound is Bound.ABOVE else -1
        yield Line(x, y - marks.SIZE, x, y + marks.SIZE, 0.5)
        yield marks.arrow(x + way * 0.9, y, way)
    else:
        yield marks.diamond(x, y, Shade.WHITE if claim.bound is Bound.ABOUT else Shade.BLACK)


def _brackets(panel: _Panel, top: float) -> Iterator[Shape]:
    """At the side of claims that differ about the same."""
    tops = [top + sum(panel.heights[:n]) for n in range(len(panel.claims) + 1)]
    for group in dict.fromkeys(claim.group for claim in panel.claims if claim.group):
        rows = [n for n, claim in enumerate(panel.claims) if claim.group == group]
        first, last = tops[rows[0]] + 1, tops[rows[-1] + 1] - 1
        if len(rows) > 1:
            yield Line(1, first, 1, last, 0.7)
            yield from (Line(1, y, 2.6, y, 0.7) for y in (first, last))


def _marks_of(claim: Claim, panel: _Panel) -> Iterator[str]:
    if claim.value is not None:
        yield "range" if claim.most is not None else claim.bound.value
    if claim.group and sum(one.group == claim.group for one in panel.claims) > 1:
        yield "differing"


_SAMPLES: dict[str, tuple[Shape, ...]] = {
    "exact": (marks.diamond(marks.MIDDLE, 0),),
    "about": (marks.diamond(marks.MIDDLE, 0, Shade.WHITE),),
    "above": (Line(3, -marks.SIZE, 3, marks.SIZE, 0.5), marks.arrow(3.9, 0, 1)),
    "below": (Line(5, -marks.SIZE, 5, marks.SIZE, 0.5), marks.arrow(4.1, 0, -1)),
    "range": tuple(marks.whisker(0.5, 7.5, 0)),
    "differing": (Line(3, -1.3, 3, 1.3, 0.7), Line(3, -1.3, 4.6, -1.3, 0.7), Line(3, 1.3, 4.6, 1.3, 0.7)),
}
