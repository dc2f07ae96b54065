"""Incidents and facts in the order of time, and their picture: a line for each, or if many, a bar for each year."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from referral.report.happenings import Happening, happenings
from referral.report.telling import Teller

MOST_LINES = 90  # incidents and facts that are still drawn one by one
_LEFT, _WIDTH, _ROW, _TOP, _FOOT = 70, 880, 15, 24, 8
_BAR_HEIGHT = 120
_MOST_TICKS = 14
_LEAST = 4  # the shortest line that can be seen


def timeline(tell: Teller) -> dict[str, Any]:
    """`order`: ids of what is dated, the earliest first; `undated`; `dates` in words; the picture in its own units."""
    found = happenings(tell)
    dated = [one for one in found if one.when]
    told = {"order": [one.id for one in dated], "undated": [one.id for one in found if not one.when]}
    return told | {"dates": {one.id: one.date for one in dated}} | (_drawn(dated) if dated else {})


def _drawn(found: Sequence[Happening]) -> dict[str, Any]:
    first = min(one.days[0] for one in found).year
    last = max(one.days[1] for one in found).year
    scale = _Scale(first, last)
    shape = _lines(found, scale) if len(found) <= MOST_LINES else _bars(found, scale)
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


def _lines(found: Sequence[Happening], scale: _Scale) -> dict[str, Any]:
    lines = []
    for n, one in enumerate(found):
        start, end = map(scale.x, one.days)
        line = {"id": one.id, "x": start, "y": _TOP + n * _ROW, "width": max(end - start, _LEAST)}
        lines.append({**line, "kind": one.kind, "open": one.is_open})
    return {"lines": lines, "height": _TOP + len(found) * _ROW + _FOOT}


def _bars(found: Sequence[Happening], scale: _Scale) -> dict[str, Any]:
    """How many begin in each year."""
    counts = Counter(one.days[0].year for one in found)
    most = max(counts.values())
    bars = []
    for year, count in sorted(counts.items()):
        left, right = scale.x(date(year, 1, 1)), scale.x(date(year, 12, 31))
        height = max(1, round(count * _BAR_HEIGHT / most))
        bottom = _TOP + 16 + _BAR_HEIGHT
        bar = {"x": left + 1, "y": bottom - height, "width": max(right - left - 2, _LEAST), "height": height}
        bars.append(bar | {"year": year, "count": count})
    return {"bars": bars, "height": _TOP + 16 + _BAR_HEIGHT + _FOOT}
