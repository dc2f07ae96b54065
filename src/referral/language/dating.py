"""Dates in words, in one grammatical case of a language; the words are data."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from referral.edtf import Instant, UncertainDate

_QUALIFIERS = {"?": "uncertain", "~": "approximate", "%": "uncertain_and_approximate"}


@dataclass(frozen=True)
class Dating:
    """Patterns hold `{day}` (two digits), `{number}` (of the day), `{month}`, `{month_in_date}`, `{year}` …"""

    months: Sequence[str]  # as they stand alone
    months_in_date: Sequence[str]  # as they stand after a day
    seasons: Mapping[int, str]
    patterns: Mapping[str, str]
    days: Mapping[int, str] = field(default_factory=dict)  # those that have a name beside their number: «1er»

    def date(self, when: UncertainDate) -> str:
        """An uncertain date in words that say no more than the expression does."""
        start = self._instant(when.start) if when.start else ""
        end = self._instant(when.end) if when.end else ""
        if not when.is_interval:
            return start
        return self.patterns[_interval_pattern(start, end)].format(start=start, end=end)

    def day(self, day: dt.date) -> str:
        """A day of the calendar in words."""
        return self._day(f"{day.year}", f"{day.month}", f"{day.day:02}")

    def _instant(self, instant: Instant) -> str:
        words = self._certain(instant)
        return self.patterns[_QUALIFIERS[instant.qualifier]].format(date=words) if instant.qualifier else words

    def _certain(self, instant: Instant) -> str:
        year, month, day = instant.year, instant.month, instant.day
        if "X" in year:
            return self.patterns["years"].format(first=instant.earliest.year, last=instant.latest.year)
        if instant.season:
            return self.patterns["season"].format(season=self.seasons[instant.season], year=year)
        if month is None or "X" in month:
            return self.patterns["year" if month is None else "year_only"].format(year=year)
        if day is None or "X" in day:
            return self.patterns["month" if day is None else "month_only"].format(year=year, **self._month(month))
        return self._day(year, month, day)

    def _day(self, year: str, month: str, day: str) -> str:
        name = self.months_in_date[int(month) - 1]
        number = self.days.get(int(day), str(int(day)))
        return self.patterns["day"].format(day=day, number=number, month=name, year=year)

    def _month(self, month: str) -> dict[str, str]:
        place = int(month) - 1
        return {"month": self.months[place], "month_in_date": self.months_in_date[place]}


def _interval_pattern(start: str, end: str) -> str:
    if start and end:
        return "interval"
    return "since" if start else "until"
