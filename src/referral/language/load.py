"""A language from its folder of YAML data: a new language is a new folder, no code."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from referral.edtf import Instant, UncertainDate
from referral.yaml_reader import read_yaml

_PACKAGE = "referral.language"


@dataclass(frozen=True)
class Language:
    """The words of one language. Patterns hold `{day}` (two digits), `{number}` (of the day), `{month}`, `{year}` …"""

    code: str
    tag: str  # with a region, for word processors: proofreading goes by it
    months: tuple[str, ...]  # as they stand alone
    months_in_date: tuple[str, ...]  # as they stand after a day
    seasons: dict[int, str]
    patterns: dict[str, str]
    states: dict[str, dict[str, str]]
    alphabet: str
    plural_rule: str

    def date(self, when: UncertainDate) -> str:
        """An uncertain date in words that say no more than the expression does."""
        start = self._instant(when.start) if when.start else ""
        end = self._instant(when.end) if when.end else ""
        if not when.is_interval:
            return start
        return self.patterns[_interval_pattern(start, end)].format(start=start, end=end)

    def _instant(self, instant: Instant) -> str:
        words = self._certain(instant)
        return self.patterns[_QUALIFIERS[instant.qualifier]].format(date=words) if instant.qualifier else words

    def _certain(self, instant: Instant) -> str:
        year, month, day = instant.year, instant.month, instant.day
        if "X" in year:
            ends = {"first": instant.earliest.year, "last": instant.latest.year}
            return self.patterns["years"].format(**ends)
        if instant.season:
            return self.patterns["season"].format(season=self.seasons[instant.season], year=year)
        if month is None or "X" in month:
            return self.patterns["year" if month is None else "year_only"].format(year=year)
        if day is None or "X" in day:
            pattern = self.patterns["month" if day is None else "month_only"]
            return pattern.format(month=self.months[int(month) - 1], year=year)
        month_name = self.months_in_date[int(month) - 1]
        return self.patterns["day"].format(day=day, number=int(day), month=month_name, year=year)

    def state(self, code: str, form: str = "nom") -> str | None:
        """A State's name by its ISO 3166 code in a grammatical case; None if the folder does not have it."""
        return self.states.get(code, {}).get(form)

    def plural(self, n: int, forms: Sequence[str]) -> str:
        """The form of a noun that goes with `n`: two forms (one, other) or three (one, few, many)."""
        return forms[min(_PLURALS[self.plural_rule](n), len(forms) - 1)]

    def number(self, n: int) -> str:
        """Digits in groups of three, from the size on that the language groups."""
        digits = f"{n:,}" if n >= int(self.patterns["group_from"]) else str(n)
        return digits.replace(",", self.patterns["group"])


def _interval_pattern(start: str, end: str) -> str:
    if start and end:
        return "interval"
    return "since" if start else "until"


_QUALIFIERS = {"?": "uncertain", "~": "approximate", "%": "uncertain_and_approximate"}


def _one_other(n: int) -> int:
    return 0 if n == 1 else 1


def _slavic(n: int) -> int:
    if n % 10 == 1 and n % 100 != 11:
        return 0
    return 1 if 2 <= n % 10 <= 4 and not 12 <= n % 100 <= 14 else 2


_PLURALS = {"one-other": _one_other, "slavic": _slavic}


@cache
def load_language(code: str) -> Language:
    """The language `code`; KeyError if there is no folder for it."""
    if code not in known_languages():
        raise KeyError(code)
    folder = files(_PACKAGE) / code
    data: dict[str, Any] = read_yaml((folder / "words.yaml").read_bytes(), f"{code}/words.yaml").data
    return Language(
        code=code,
        tag=data["tag"],
        months=tuple(data["months"]),
        months_in_date=tuple(data["months_in_date"]),
        seasons={int(k): v for k, v in data["seasons"].items()},
        patterns=data["patterns"],
        states=data["states"],
        alphabet=data["alphabet"],
        plural_rule=data["plural_rule"],
    )


@cache
def known_languages() -> tuple[str, ...]:
    return tuple(sorted(p.name for p in files(_PACKAGE).iterdir() if (p / "words.yaml").is_file()))
