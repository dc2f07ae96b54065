"""A language from its folder of YAML data: a new language is a new folder, no code."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from referral.edtf import UncertainDate
from referral.language.dating import Dating
from referral.language.ranges import drawn_together
from referral.language.spacing import spaced
from referral.yaml_reader import read_yaml

_PACKAGE = "referral.language"
_NOMINATIVE = "nom"


@dataclass(frozen=True)
class Language:
    """The words of one language."""

    code: str
    tag: str  # with a region, for word processors: proofreading goes by it
    datings: Mapping[str, Dating]  # by grammatical case; the nominative is always there
    patterns: Mapping[str, str]
    states: Mapping[str, dict[str, str]]
    alphabet: str
    plural_rule: tuple[str, ...]  # by form of a noun but the last, a pattern of the numbers that take it
    plurals: Mapping[str, str]  # of words before a number, where a range of numbers follows
    number_alone: str  # pattern of the words after which a number makes no range
    abbreviations: frozenset[str]
    kept_together: tuple[str, ...]  # patterns: no line may end at the space after their group
    spacing: Mapping[str, str]  # patterns of signs, and with which spaces they stand: «mot ;»
    signs: Mapping[str, str]  # patterns of apostrophes and dashes as registers type them, and how documents do
    note_before_stop: bool  # the mark of a note stands before the full stop of its sentence
    read_besides: tuple[str, ...]  # languages that its readers get first where there are no words in it

    def date(self, when: UncertainDate, form: str = _NOMINATIVE) -> str:
        """An uncertain date in words that say no more than the expression does, in a grammatical case."""
        return self.datings.get(form, self.datings[_NOMINATIVE]).date(when)

    def day(self, day: dt.date) -> str:
        """A day of the calendar in words."""
        return self.datings[_NOMINATIVE].day(day)

    def ranges(self, cited: Iterable[str]) -> list[str]:
        """Citations in their order, those that follow one another as one range."""
        return drawn_together(cited, self.plurals, self.number_alone)

    def full_stop(self, words: str) -> str:
        """The full stop that ends these words; empty if none does, or if it belongs to an abbreviation."""
        last = words.removesuffix(".").rpartition(" ")[2].rpartition("\u00a0")[2]
        return "." if words.endswith(".") and not words.endswith("..") and last not in self.abbreviations else ""

    def without_breaks(self, words: str) -> str:
        """The words, or XML, with no-break spaces where no line may end, as between «ч.» and its number."""
        for pattern in self.kept_together:
            words = re.sub(pattern, "\\1\u00a0", words)
        return self.spaced(words)

    def spaced(self, words: str) -> str:
        """The words, or XML, with the spaces that the language sets at its punctuation."""
        return spaced(words, self.spacing) if self.spacing else words

    def typeset(self, words: str) -> str:
        """Words copied from elsewhere with the apostrophes and dashes of our documents; no word is changed."""
        for pattern, sign in self.signs.items():
            words = re.sub(pattern, sign, words)
        return words

    def state(self, code: str, form: str = "nom") -> str | None:
        """A State's name by its ISO 3166 code in a grammatical case; None if the folder does not have it."""
        return self.states.get(code, {}).get(form)

    def plural(self, n: int, forms: Sequence[str]) -> str:
        """The form of a noun that goes with `n`: two forms (one, other), or as many as the language has."""
        fitting = (place for place, pattern in enumerate(self.plural_rule) if re.fullmatch(pattern, str(n)))
        return forms[min(next(fitting, len(self.plural_rule)), len(forms) - 1)]

    def sort_key(self, words: str) -> list[int]:
        """Puts words in the order of the alphabet; letters that it has not stand behind those it has."""
        places = {letter: place for place, letter in enumerate(self.alphabet)}
        return [places.get(letter, len(places) + ord(letter)) for letter in words.lower()]

    def number(self, n: int) -> str:
        """Digits in groups of three, from the size on that the language groups."""
        digits = f"{n:,}" if n >= int(self.patterns["group_from"]) else str(n)
        return digits.replace(",", self.patterns["group"])


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
        datings=_datings(data),
        patterns=data["patterns"],
        states=data["states"],
        alphabet=data["alphabet"],
        plural_rule=tuple(data["plural_rule"]),
        plurals=data["plurals"],
        number_alone=data["number_alone"],
        abbreviations=frozenset(data["abbreviations"]),
        kept_together=tuple(data["kept_together"]),
        spacing=data.get("spacing", {}),
        signs=data["signs"],
        note_before_stop=data["note_before_stop"] == "yes",
        read_besides=tuple(data.get("read_besides", ())),
    )


def _datings(data: dict[str, Any]) -> dict[str, Dating]:
    """The nominative, and each other case with what it changes."""
    return {form: _dating(data, changes) for form, changes in ({_NOMINATIVE: {}} | data["inflected"]).items()}


def _dating(data: dict[str, Any], changes: dict[str, Any]) -> Dating:
    seasons = data["seasons"] | changes.get("seasons", {})
    return Dating(
        months=tuple(data["months"]),
        months_in_date=tuple(data["months_in_date"]),
        seasons={int(number): words for number, words in seasons.items()},
        patterns=data["patterns"] | changes.get("patterns", {}),
        days={int(number): words for number, words in data.get("days", {}).items()},
    )


@cache
def known_languages() -> tuple[str, ...]:
    return tuple(sorted(p.name for p in files(_PACKAGE).iterdir() if (p / "words.yaml").is_file()))
