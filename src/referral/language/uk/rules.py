"""Rules as data: which class a word declines by, the first that fits; and when a person must confirm what it makes."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from referral.language.grammar import Declined
from referral.language.uk.paradigms import paradigms, words_of

_LETTERS = {"{V}": "[аеєиіїоуюя]", "{C}": "[бвгґджзклмнпрстфхцчшщ]"}
_UNSAID: dict[str, Any] = {
    "match": None,
    "words": "",
    "stems": "",
    "made": {},
    "stem": r"\1",
    "class": None,
    "doubt": "",
}


@dataclass(frozen=True)
class Rule:
    """What it fits: a pattern, listed words, or words whose stem (`made`) is listed with them."""

    pattern: re.Pattern[str] | None
    words: frozenset[str]
    made: dict[str, str]
    stem: str
    paradigm: str | None  # None: no class is known, the library is asked
    doubt: str

    def stem_of(self, word: str) -> str | None:
        """The stem to which endings are put; None if the rule does not fit."""
        if word in self.made:
            return self.made[word]
        if word in self.words:
            return word.removesuffix(paradigms()[self.paradigm].in_dictionary) if self.paradigm else word
        found = self.pattern.fullmatch(word) if self.pattern else None
        return found.expand(self.stem) if found else None

    def declined(self, word: str, stem: str) -> Declined | None:
        """The word by this rule; None if the rule knows no class."""
        return paradigms()[self.paradigm].decline(word, stem, self.doubt) if self.paradigm else None


def rules_of(entries: Iterable[dict[str, Any]]) -> tuple[Rule, ...]:
    """The rules of a list in a file."""
    return tuple(_rule(_UNSAID | entry) for entry in entries)


@cache
def rules(file: str, section: str) -> tuple[Rule, ...]:
    """The rules of one section of a file of this folder."""
    return rules_of(words_of(file)[section])


def first(rules: Iterable[Rule], word: str) -> tuple[Rule, str] | None:
    """The first rule that fits a word in small letters, and the stem it finds; None if none does."""
    return next(((rule, stem) for rule in rules if (stem := rule.stem_of(word)) is not None), None)


def _rule(entry: dict[str, Any]) -> Rule:
    ending = paradigms()[entry["class"]].in_dictionary if entry["class"] else ""
    words = frozenset(entry["words"].split()) | {stem + ending for stem in entry["stems"].split()}
    pattern = re.compile(_spelt_out(entry["match"])) if entry["match"] else None
    return Rule(pattern, words, entry["made"], entry["stem"], entry["class"], entry["doubt"])


def _spelt_out(pattern: str) -> str:
    for name, letters in _LETTERS.items():
        pattern = pattern.replace(name, letters)
    return pattern
