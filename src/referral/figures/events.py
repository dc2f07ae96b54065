"""One event on an axis of time: its days as a mark, and the scale and the legend of several.

What is not known of a date is drawn as not known: a month or a year is a hollow bar over all days that it can mean, an
open end has an arrow, an uncertain date a broken edge. A full bar covers the days on which it certainly went on.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from referral.document.line_drawing import Dash, Shade, Shape
from referral.edtf import UncertainDate
from referral.figures import marks
from referral.figures.axis import Scale, time_scale
from referral.figures.plate import Sketch

EDGE = 3.5  # beside the axis, for arrows
_PART_BEYOND = 10  # the tenth part of the time, for what goes on beyond it
_LEAST_DAYS = 3
_ABOVE_LEGEND = 2.2
_LEAST, _LEAST_BROKEN = 1.2, 2.8  # the shortest bars that are seen as such


@dataclass(frozen=True, slots=True)
class Event:
    """`date` is `when` in words; `when` is None where no date is known."""

    code: str
    title: str
    date: str
    when: UncertainDate | None


def in_order(events: Sequence[Event]) -> list[Event]:
    """Those with a date, the oldest first."""
    return sorted((event for event in events if event.when), key=_order)


def _order(event: Event) -> tuple[date, date, str]:
    when = event.when
    earliest, latest = (when.earliest, when.latest) if when else (None, None)
    return earliest or latest or date.max, latest or date.max, event.code


def scale_of(events: Sequence[Event], left: float, right: float) -> Scale:
    """From the first day that any of the events names to the last, and beyond them where an end is open."""
    known = [event.when for event in events if event.when]
    named = [day for when in known for day in (when.earliest, when.latest) if day]
    if not named:
        return Scale(lambda day: left, ())
    first, last = min(named), max(named)
    beyond = max((last - first).days // _PART_BEYOND, _LEAST_DAYS)
    is_short = (last - first).days < 2 * _LEAST_DAYS
    if is_short or any(when.earliest is None for when in known):
        first = _near(first, -beyond)
    if is_short or any(when.latest is None for when in known):
        last = _near(last, beyond)
    return time_scale(first, last, left + EDGE, right - EDGE)


def _near(day: date, days: int) -> date:
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def extent(event: Event, scale: Scale, edges: tuple[float, float]) -> tuple[float, float]:
    """From where to where its mark goes; `edges` are those of the room for marks, arrows included."""
    when = event.when
    start = edges[0] if when is None or when.earliest is None else scale.place(when.earliest.toordinal())
    end = edges[1] if when is None or when.latest is None else scale.place(when.latest.toordinal() + 1)
    middle = (start + end) / 2
    return min(start, middle - marks.SIZE), max(end, middle + marks.SIZE, start + _LEAST_BROKEN)


def mark(event: Event, scale: Scale, y: float, edges: tuple[float, float]) -> Iterator[Shape]:
    when = event.when
    if when is None:
        return
    dash = Dash.DASHED if _is_uncertain(when) else Dash.SOLID
    start, end = _inner(when, scale, edges)
    if _is_day(when):
        yield marks.diamond((start + end) / 2, y, Shade.WHITE if dash is Dash.DASHED else Shade.BLACK)
        return
    end = max(end, start + (_LEAST if dash is Dash.SOLID else _LEAST_BROKEN))
    yield from marks.span(start, end, y, when.earliest is None, when.latest is None, dash)
    sure = _sure(when)
    if sure:
        yield marks.bar(scale.place(sure[0]), max(scale.place(sure[1]), scale.place(sure[0]) + _LEAST), y, Shade.GREY)


def _inner(when: UncertainDate, scale: Scale, edges: tuple[float, float]) -> tuple[float, float]:
    """As `extent`, but an arrow stands beyond an open end."""
    start = scale.place(when.earliest.toordinal()) if when.earliest else edges[0] + marks.REACH
    return start, scale.place(when.latest.toordinal() + 1) if when.latest else edges[1] - marks.REACH


def _is_day(when: UncertainDate) -> bool:
    return when.earliest is not None and when.earliest == when.latest


def _is_uncertain(when: UncertainDate) -> bool:
    return any(end.qualifier for end in (when.start, when.end) if end)


def _sure(when: UncertainDate) -> tuple[int, int] | None:
    """The days on which an interval with two ends certainly went on: from its latest beginning to its earliest end."""
    if not (when.is_interval and when.start and when.end) or _is_uncertain(when):
        return None
    first, last = when.start.latest, when.end.earliest
    return (first.toordinal(), last.toordinal() + 1) if first <= last else None


def legend(sketch: Sketch, events: Sequence[Event], words: Mapping[str, str]) -> None:
    """What the marks mean that these events have."""
    sketch.y += _ABOVE_LEGEND
    used = {name for event in events if event.when for name in _marks_of(event.when)}
    marks.legend(sketch, used, _SAMPLES, words)


def foot(width: float, words: Mapping[str, str]) -> float:
    """The room to be kept for a legend."""
    return _ABOVE_LEGEND + marks.legend_height(width, _SAMPLES, words)


def _marks_of(when: UncertainDate) -> Iterator[str]:
    if _is_uncertain(when):
        yield "uncertain"
    if _is_day(when):
        if not _is_uncertain(when):
            yield "exact"
        return
    if when.earliest is None or when.latest is None:
        yield "open"
    elif _sure(when):
        yield "through"
    if _has_doubtful_days(when):
        yield "within"


def _has_doubtful_days(when: UncertainDate) -> bool:
    sure = _sure(when)
    is_closed = when.earliest is not None and when.latest is not None
    if sure and when.earliest and when.latest:
        return sure != (when.earliest.toordinal(), when.latest.toordinal() + 1)
    return is_closed and not _is_uncertain(when)


_SAMPLES: dict[str, tuple[Shape, ...]] = {
    "exact": (marks.diamond(marks.MIDDLE, 0),),
    "through": (marks.bar(0, 8, 0, Shade.GREY),),
    "within": (marks.bar(0, 8, 0, Shade.WHITE),),
    "open": tuple(marks.span(0, 5.8, 0, open_left=False, open_right=True, dash=Dash.SOLID)),
    "uncertain": (marks.bar(0, 8, 0, Shade.WHITE, Dash.DASHED),),
}
