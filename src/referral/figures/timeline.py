"""Events in the order of time: a row for each beside an axis; where they are too many, marks with codes in lanes."""

from collections.abc import Iterator, Mapping, Sequence

from referral.figures.axis import Scale, grid, labels
from referral.figures.events import Event, foot, in_order, legend, mark, scale_of
from referral.figures.lanes import in_lanes
from referral.figures.plate import BODY, FINE, REMARK, STRONG, Column, Paper, Plate, Sketch, column

MOST_PLATES_OF_ROWS = 2
_MOST_ROWS = 80  # more would not fit these plates, however short their words
_DATES, _TITLES = 30.0, 58.0  # the widths of the columns of words
_ROW_SPACE = 1.1
_MOST_LINES = 6  # of one title; whoever needs more looks in the table
_Made = tuple[Event, tuple[Column, Column]]


def timeline(events: Sequence[Event], words: Mapping[str, str], paper: Paper) -> tuple[Plate, ...]:
    """Plates in the order of time; what has no date comes last, without a mark.

    `words` has `exact`, `within`, `through`, `uncertain` and `open` for the legend, and `undated` before codes.
    """
    dated, undated = in_order(events), [event for event in events if not event.when]
    rows = list(_in_rows([*dated, *undated], words, paper)) if len(events) <= _MOST_ROWS else []
    if events and 0 < len(rows) <= MOST_PLATES_OF_ROWS:
        return tuple(rows)
    return (*in_lanes(dated, words, paper), *_without_dates(undated, words, paper))


def _in_rows(events: Sequence[Event], words: Mapping[str, str], paper: Paper) -> Iterator[Plate]:
    scale = scale_of(events, _DATES + _TITLES, paper.width)
    made = [(event, _columns(event)) for event in events]
    room = paper.height - foot(paper.width, words) - 2 * FINE.leading
    while made:
        taken = fitting([_height(columns) for _, columns in made], room)
        yield _rows(made[:taken], scale, words, paper)
        made = made[taken:]


def _columns(event: Event) -> tuple[Column, Column]:
    titled = column(_TITLES - 2, (STRONG, event.code), (BODY, event.title), most=_MOST_LINES)
    return column(_DATES - 2, (BODY, event.date), most=_MOST_LINES), titled


def _height(columns: tuple[Column, ...]) -> float:
    return max(one.height for one in columns) + 2 * _ROW_SPACE


def _rows(made: Sequence[_Made], scale: Scale, words: Mapping[str, str], paper: Paper) -> Plate:
    sketch = Sketch(paper.width)
    labels(sketch, scale)
    sketch.y += 0.8
    sketch.shapes.extend(grid(scale, sketch.y, sketch.y + sum(_height(columns) for _, columns in made)))
    for event, columns in made:
        sketch.rule()
        _row(sketch, event, columns, scale)
    sketch.rule()
    legend(sketch, [event for event, _ in made], words)
    return sketch.finished([event.code for event, _ in made])


def _row(sketch: Sketch, event: Event, columns: tuple[Column, Column], scale: Scale) -> None:
    height, top = _height(columns), sketch.y
    sketch.y += _ROW_SPACE
    sketch.put(columns[0], 0)
    sketch.put(columns[1], _DATES)
    edges = (_DATES + _TITLES, sketch.width)
    sketch.shapes.extend(mark(event, scale, top + height / 2, edges))
    sketch.y = top + height


def fitting(heights: Sequence[float], room: float) -> int:
    """How many stand below one another in this room; at least one."""
    total = 0.0
    for n, height in enumerate(heights):
        total += height
        if total > room and n:
            return n
    return len(heights)


def _without_dates(events: Sequence[Event], words: Mapping[str, str], paper: Paper) -> Iterator[Plate]:
    """The codes alone, as in lanes."""
    lines = int((paper.height - REMARK.leading) / FINE.leading) - 1
    widest = max((FINE.width(event.code + ", ") for event in events), default=1.0)
    most = max(1, int(lines * int(paper.width / widest)))
    for n in range(0, len(events), most):
        codes = [event.code for event in events[n : n + most]]
        sketch = Sketch(paper.width)
        sketch.put(found := column(paper.width, (REMARK, words["undated"]), (FINE, ", ".join(codes))), 0)
        sketch.y = found.height
        yield sketch.finished(codes)
