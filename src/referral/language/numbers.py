"""The one seam to numbers in words: cardinals, and sums with words behind their figures."""

from referral.language.grammar import Gender, GrammaticalCase
from referral.language.own_rules import own_rule


def number_in_words(code: str, n: int, form: str, gender: str) -> str | None:
    """A whole number in a case («gen») and gender; None if the language has no words for it."""
    cardinal = own_rule(code, "numerals", "cardinal")
    told: str | None = cardinal(n, GrammaticalCase.of(form), Gender(gender)) if cardinal else None
    return told


def figures_and_words(code: str, text: str) -> tuple[str, str]:
    """A sum or term in the nominative with words behind its figures, and why one has none; as it is without rules."""
    rule = own_rule(code, "numerals", "figures_and_words")
    told: tuple[str, str] = rule(text) if rule else (text, "")
    return told
