"""Uncertain dates: the part of EDTF (ISO 8601-2) level 1 that cases use, with exact outer bounds and nothing invented.

Read: `2022`, `2022-03`, `2022-03-05`, unspecified parts from the right (`2022-03-XX`, `2022-XX-XX`, `202X`), seasons
`-21`…`-24`, a qualifier `?` `~` `%` at the end, intervals `a/b`, open ends `../b`, `a/..`. Qualifiers move no bound.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date

_DATE = re.compile(r"(?P<y>[0-9]{1,4}X{0,3})(?:-(?P<m>[0-9]{2}|XX)(?:-(?P<d>[0-9]{2}|XX))?)?(?P<q>[?~%])?")
_UNSPECIFIED = "XX"

# A season of the northern hemisphere, from the earlier of its two usual beginnings (calendar month, astronomy) to the
# later of its two usual ends: (first month and day, last month and day, years the end lies ahead).
_SEASONS = {
    21: ((3, 1), (6, 21), 0),
    22: ((6, 1), (9, 23), 0),
    23: ((9, 1), (12, 22), 0),
    24: ((1, 1), (3, 21), 1),  # "winter 2024" may mean January 2024 as well as February 2025
}


@dataclass(frozen=True, slots=True)
class Instant:
    """One date of an expression; parts that are not stated are None."""

    year: str
    month: str | None
    day: str | None
    qualifier: str
    earliest: date
    latest: date

    @property
    def season(self) -> int | None:
        return int(self.month) if self.month and self.month.isdigit() and int(self.month) in _SEASONS else None


@dataclass(frozen=True, slots=True)
class UncertainDate:
    """A date or interval as written, with the days it can at the earliest and at the latest mean.

    `earliest` or `latest` is None where that end is open. `start` and `end` are the same in a single date.
    """

    text: str
    start: Instant | None
    end: Instant | None

    @property
    def earliest(self) -> date | None:
        return self.start.earliest if self.start else None

    @property
    def latest(self) -> date | None:
        return self.end.latest if self.end else None

    @property
    def is_interval(self) -> bool:
        return "/" in self.text

    def __str__(self) -> str:
        return self.text


def parse_edtf(text: str) -> UncertainDate:
    """Read an expression; ValueError says in plain words what is wrong."""
    if "/" not in text:
        instant = _instant(text)
        return UncertainDate(text, instant, instant)
    first, _, second = text.partition("/")
    start = None if first == ".." else _instant(first)
    end = None if second == ".." else _instant(second)
    if start is None and end is None:
        raise ValueError(f"{_quoted(text)} states neither a beginning nor an end")
    if start and end and start.earliest > end.latest:
        raise ValueError(f"{_quoted(text)} ends before it begins")
    return UncertainDate(text, start, end)


def certainly_before(one: UncertainDate, other: UncertainDate) -> bool:
    """True if every day that `one` can mean lies before every day that `other` can mean."""
    return one.latest is not None and other.earliest is not None and one.latest < other.earliest


def may_overlap(one: UncertainDate, other: UncertainDate) -> bool:
    """False if the two can have no day in common."""
    return not certainly_before(one, other) and not certainly_before(other, one)


def _instant(text: str) -> Instant:
    match = _DATE.fullmatch(text)
    if not match or len(match["y"]) != 4:
        forms = "write 2022-03-05, 2022-03, 2022, 2022-03-XX, 2022-XX-XX, 202X, a season 2022-21 or an interval a/b"
        raise ValueError(f"{_quoted(text)} is not a date; {forms}")
    year, month, day, qualifier = match["y"], match["m"], match["d"], match["q"] or ""
    if _says_more_than_it_may(year, month, day):
        raise ValueError(f"{_quoted(text)}: below a part that is not specified nothing can be; write an interval a/b")
    years = int(year.replace("X", "0")), int(year.replace("X", "9"))
    try:
        earliest, latest = _bounds(years, month, day)
    except ValueError:
        raise ValueError(f"{_quoted(text)}: there is no such day, month or year") from None
    return Instant(year, month, day, qualifier, earliest, latest)


def _quoted(text: str) -> str:
    """On one line, and no longer than any date is."""
    return f'"{" ".join(text[:40].split())}"'


def _says_more_than_it_may(year: str, month: str | None, day: str | None) -> bool:
    month_is_stated = month not in (None, _UNSPECIFIED)
    day_is_stated = day not in (None, _UNSPECIFIED)
    return ("X" in year and month_is_stated) or (month == _UNSPECIFIED and day_is_stated)


def _bounds(years: tuple[int, int], month: str | None, day: str | None) -> tuple[date, date]:
    first_year, last_year = max(years[0], 1), years[1]  # the calendar has no year 0
    if month is None or month == _UNSPECIFIED:
        return date(first_year, 1, 1), date(last_year, 12, 31)
    if int(month) in _SEASONS:
        return _season_bounds(first_year, int(month), day)
    if day is None or day == _UNSPECIFIED:
        first = date(last_year, int(month), 1)
        return first, first.replace(day=calendar.monthrange(last_year, int(month))[1])
    exact = date(last_year, int(month), int(day))
    return exact, exact


def _season_bounds(year: int, season: int, day: str | None) -> tuple[date, date]:
    if day:
        raise ValueError("a season has no day")
    first, last, ahead = _SEASONS[season]
    return date(year, *first), date(year + ahead, *last)
