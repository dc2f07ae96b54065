"""Many events on few pages: marks in lanes, each with its code beside it; all of one date share a mark."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from referral.figures.axis import Scale, grid, labels
from referral.figures.events import Event, extent, foot, legend, mark, scale_of
from referral.figures.plate import FINE, Paper, Plate, Sketch

_LANE = 4.2
_APART = 1.8  # between one label and the next mark
_MOST_CODES = 3  # beside one mark
_MOST_IN_LANE = 20  # no paper has room for more

_Group = tuple[Event, ...]


def in_lanes(events: Sequence[Event], words: Mapping[str, str], paper: Paper) -> Iterator[Plate]:
    """Plates in the order of time, each with a stretch of it and a scale of its own."""
    groups = [tuple(group) for _, group in groupby(events, key=lambda event: str(event.when))]
    most = int((paper.height - foot(paper.width, words) - 2 * FINE.leading) / _LANE)
    while groups:
        taken = min(len(groups), most * _MOST_IN_LANE)
        while taken > 1 and len(_packed(groups[:taken], paper.width)[1]) > most:
            taken = taken * 7 // 8
        yield _plate(groups[:taken], words, paper)
        groups = groups[taken:]


def _packed(groups: Sequence[_Group], width: float) -> tuple[Scale, list[list[_Group]]]:
    """The groups in as many lanes as they need; each has its label to the right, where there is room for all."""
    right = _right(groups, width)
    scale = scale_of([group[0] for group in groups], 0, right)
    lanes: list[list[_Group]] = []
    ends: list[float] = []
    for group in sorted(groups, key=lambda group: extent(group[0], scale, (0, right))):
        start, end = extent(group[0], scale, (0, right))
        n = next((n for n, taken in enumerate(ends) if taken + _APART <= start), len(ends))
        if n == len(ends):
            lanes.append([])
            ends.append(0)
        lanes[n].append(group)
        ends[n] = end + 1 + FINE.width(_label(group))
    return scale, lanes


def _right(groups: Sequence[_Group], width: float) -> float:
    """Where the room for marks ends and that for the last labels begins."""
    return width - 1 - max(FINE.width(_label(group)) for group in groups)


def _label(group: _Group) -> str:
    codes = [event.code for event in group]
    return ", ".join(codes) if len(codes) <= _MOST_CODES else f"{codes[0]} … {codes[-1]} ({len(codes)})"


def _plate(groups: Sequence[_Group], words: Mapping[str, str], paper: Paper) -> Plate:
    scale, lanes = _packed(groups, paper.width)
    edges = (0.0, _right(groups, paper.width))
    sketch = Sketch(paper.width)
    labels(sketch, scale)
    sketch.y += 0.8
    sketch.shapes.extend(grid(scale, sketch.y, sketch.y + _LANE * len(lanes)))
    sketch.rule()
    for lane in lanes:
        middle = sketch.y + _LANE / 2
        for group in lane:
            sketch.shapes.extend(mark(group[0], scale, middle, edges))
            place = extent(group[0], scale, edges)[1] + 1
            sketch.shapes.append(FINE.at(_label(group), place, middle + FINE.ascent * 0.36))
        sketch.y += _LANE
    sketch.rule()
    legend(sketch, [group[0] for group in groups], words)
    return sketch.finished([event.code for group in groups for event in group])
