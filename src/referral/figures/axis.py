"""Scales from days or numbers to places on the paper, and the ticks that they have room for."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from math import ceil, floor, log10

from referral.document.line_drawing import Anchor, Line, Shade
from referral.figures.lettering import Lettering
from referral.figures.plate import FINE, Sketch

_APART = 2.5  # millimetres between the labels of two ticks
_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 300, 600, 1200, 2400)
_DAY_STEPS = (1, 2, 5, 7, 14)
_LAST_DAY = date.max.toordinal()

Tick = tuple[float, str]


@dataclass(frozen=True, slots=True)
class Scale:
    """From values to places between `left` and `right`; `ticks` are few enough for their labels."""

    place: Callable[[float], float]
    ticks: tuple[Tick, ...]
    is_logarithmic: bool = False


def time_scale(first: date, last: date, left: float, right: float) -> Scale:
    """Days from `first` to the end of `last`; labels are parts of dates as in 2022-03."""
    start, end = first.toordinal(), last.toordinal() + 1
    place = _linear(start, end, left, right)
    for step in (*(_days(first, last, n) for n in _DAY_STEPS), *(_months(first, last, n) for n in _MONTH_STEPS)):
        ticks = tuple((place(day.toordinal()), label) for day, label in step)
        if ticks and _have_room(ticks, left, right):
            return Scale(place, ticks)
    return Scale(place, ())


def _days(first: date, last: date, step: int) -> list[tuple[date, str]]:
    count = (last - first).days
    if count > 400 * step:
        return []
    return [(day, day.isoformat()) for n in range(0, count + 1, step) if (day := first + timedelta(n))]


def _months(first: date, last: date, step: int) -> list[tuple[date, str]]:
    """The first days of months that are multiples of the step, counted from the beginning of our era."""
    begin, end = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
    numbers = range(ceil(begin / step) * step, end + 1, step)
    if len(numbers) > 400:
        return []
    found = [(date(n // 12, n % 12 + 1, 1), n) for n in numbers if n >= 12]
    return [
        (day, str(day.year) if step % 12 == 0 else f"{day.year}-{day.month:02}") for day, _ in found if day >= first
    ]


def number_scale(values: Iterable[int], left: float, right: float, words: Callable[[int], str]) -> Scale:
    """From nought; logarithmic if the greatest number is more than fifty times the least one above nought."""
    known = sorted(values)
    above = [value for value in known if value > 0] or [1]
    if above[-1] > 50 * above[0]:
        return _decades(above[0], above[-1], left, right, words)
    top = _round_up(above[-1])
    place = _linear(0, top, left, right)
    for parts in (5, 4, 2, 1):
        ticks = tuple((place(top * n / parts), words(top * n // parts)) for n in range(parts + 1))
        if (top % parts == 0 or parts == 1) and _have_room(ticks, left, right):
            return Scale(place, ticks)
    return Scale(place, ())


def _decades(least: int, most: int, left: float, right: float, words: Callable[[int], str]) -> Scale:
    """Nought, which has no place on such a scale, stands at its beginning."""
    low, high = floor(log10(least)), ceil(log10(most))
    inner = _linear(low, high, left, right)
    for step in range(1, high - low + 1):
        ticks = tuple((inner(n), words(10**n)) for n in range(low, high + 1, step))
        if _have_room(ticks, left, right):
            return Scale(lambda value: inner(log10(value)) if value >= 10**low else left, ticks, is_logarithmic=True)
    return Scale(lambda value: inner(log10(value)) if value >= 10**low else left, (), is_logarithmic=True)


def _round_up(value: int) -> int:
    """The next number that begins with 1, 2, 4, 5, 6, 8 and goes on with noughts."""
    unit: int = 10 ** floor(log10(value))
    return next(n * unit for n in (1, 2, 4, 5, 6, 8, 10) if n * unit >= value)


def _linear(low: float, high: float, left: float, right: float) -> Callable[[float], float]:
    width = (right - left) / max(high - low, 1e-9)
    return lambda value: left + (value - low) * width


def _have_room(ticks: tuple[Tick, ...], left: float, right: float) -> bool:
    edges = [(x - half, x + half) for x, label in ticks for half in [FINE.width(label) / 2]]
    return all(one[1] + _APART <= other[0] for one, other in pairwise(edges))


def labels(sketch: Sketch, scale: Scale, face: Lettering = FINE) -> None:
    """The labels of the ticks on one line, none beyond the edge of the paper."""
    for x, label in scale.ticks:
        half = face.width(label) / 2
        middle = min(max(x, half), sketch.width - half)
        sketch.shapes.append(face.at(label, middle, sketch.y + face.ascent, Anchor.MIDDLE))
    sketch.y += face.leading


def grid(scale: Scale, top: float, bottom: float) -> Iterator[Line]:
    return (Line(x, top, x, bottom, 0.15, Shade.LIGHT) for x, _ in scale.ticks)
