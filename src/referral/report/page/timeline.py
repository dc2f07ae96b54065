"""The facts in the order of time, and their picture: a line for each, or where they are many, a bar for each year."""

from collections import Counter
from datetime import date
from typing import Any

from referral.case.model import Fact
from referral.report.telling import Teller

MOST_LINES = 90  # facts that are still drawn one by one
_LEFT, _WIDTH, _ROW, _TOP, _FOOT = 70, 880, 15, 24, 8
_BAR_HEIGHT = 120
_MOST_TICKS = 14
_LEAST = 4  # the shortest line that can be seen


def timeline(tell: Teller) -> dict[str, Any]:
    """`order`: ids of the dated facts, the earliest first; `undated`; the picture in its own units."""
    facts = tell.view.case.facts
    dated = sorted((f for f in facts if f.date), key=lambda f: (*_days(f), f.id))
    told = {"order": [f.id for f in dated], "undated": [f.id for f in facts if not f.date]}
    return told | (_drawn(dated) if dated else {})


def _drawn(facts: list[Fact]) -> dict[str, Any]:
    first = min(_days(f)[0] for f in facts).year
    last = max(_days(f)[1] for f in facts).year
    scale = _Scale(first, last)
    shape = _lines(facts, scale) if len(facts) <= MOST_LINES else _bars(facts, scale)
    return {"first": first, "last": last, "ticks": scale.ticks, "left": _LEFT, "width": _LEFT + _WIDTH + 10, **shape}


class _Scale:
    """From years to places on the paper."""

    def __init__(self, first: int, last: int) -> None:
        self._start = date(first, 1, 1).toordinal()
        self._days = date(last, 12, 31).toordinal() + 1 - self._start
        step = -(-(last - first + 1) // _MOST_TICKS)
        self.ticks = [{"x": self.x(date(year, 1, 1)), "year": year} for year in range(first, last + 1, step)]

    def x(self, day: date) -> int:
        return _LEFT + round((day.toordinal() - self._start) * _WIDTH / self._days)


def _lines(facts: list[Fact], scale: _Scale) -> dict[str, Any]:
    lines = []
    for n, fact in enumerate(facts):
        start, end = (scale.x(day) for day in _days(fact))
        line = {"id": fact.id, "x": start, "y": _TOP + n * _ROW, "width": max(end - start, _LEAST)}
        lines.append(line | {"open": fact.date is not None and None in (fact.date.earliest, fact.date.latest)})
    return {"lines": lines, "height": _TOP + len(facts) * _ROW + _FOOT}


def _bars(facts: list[Fact], scale: _Scale) -> dict[str, Any]:
    """How many facts begin in each year."""
    counts = Counter(_days(fact)[0].year for fact in facts)
    most = max(counts.values())
    bars = []
    for year, count in sorted(counts.items()):
        left, right = scale.x(date(year, 1, 1)), scale.x(date(year, 12, 31))
        height = max(1, round(count * _BAR_HEIGHT / most))
        bottom = _TOP + 16 + _BAR_HEIGHT
        bar = {"x": left + 1, "y": bottom - height, "width": max(right - left - 2, _LEAST), "height": height}
        bars.append(bar | {"year": year, "count": count})
    return {"bars": bars, "height": _TOP + 16 + _BAR_HEIGHT + _FOOT}


def _days(fact: Fact) -> tuple[date, date]:
    """The first and the last day of a fact; an open end is drawn as the day that is known."""
    when = fact.date
    first, last = (when.earliest, when.latest) if when else (None, None)
    return first or last or date.min, last or first or date.min
