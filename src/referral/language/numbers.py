"""The one seam to numbers in words: cardinals, collectives and days without a digit."""

import datetime as dt

from referral.language.grammar import Gender, GrammaticalCase
from referral.language.own_rules import own_rule


def number_in_words(code: str, n: int, form: str, gender: str) -> str | None:
    """A whole number in a case («gen») and gender; None if the language has no words for it."""
    cardinal = own_rule(code, "numerals", "cardinal")
    told: str | None = cardinal(n, GrammaticalCase.of(form), Gender(gender)) if cardinal else None
    return told


def people_in_words(code: str, n: int, form: str) -> str | None:
    """A number of people by the word for a group of them; None if the language or the number has none."""
    collective = own_rule(code, "numerals", "collective")
    told: str | None = collective(n, GrammaticalCase.of(form)) if collective else None
    return told


def day_in_words(code: str, day: dt.date, form: str) -> str | None:
    """A day of the calendar in a case; None if the language has no words for it."""
    told = own_rule(code, "numerals", "day")
    words: str | None = told(day, GrammaticalCase.of(form)) if told else None
    return words
