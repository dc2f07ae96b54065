"""Numbers in words: cardinals below 10¹², sums and terms with words behind their figures."""

import re
from functools import cache, partial

from referral.language.grammar import Gender, GrammaticalCase
from referral.language.load import load_language
from referral.language.uk.paradigms import words_of
from referral.language.uk.spelling import APOSTROPHE, key

_CASES = tuple(GrammaticalCase)
_END = 10**12
_FILE = "numerals.yaml"
_LANGUAGE = "uk"
_ONE_FEW_MANY = ("one", "few", "many")
_WHOLE = r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+"
_FIGURES = re.compile(rf"(?<![\d.,])((?:{_WHOLE})(?:[.,]\d+)*)(?!\d)(\s*\([^)]*\))?(\s*)([^\W\d_]*)")
_NO_WORDS = "a figure that is not whole, or of something that our list does not have, or in another form than it has"


def cardinal(n: int, case: GrammaticalCase, gender: Gender) -> str | None:
    """«двадцять одну»; None of numbers that we have no words for."""
    if not 0 <= n < _END:
        return None
    told, rest = [], n
    for size, group in words_of(_FILE)["groups"].items():
        count, rest = divmod(rest, int(size))
        told += _counted_in(group, count, case)
    return _spelt([*told, *_below(rest, case, gender)] or [_simple(0, case, gender)])


def figures_and_words(text: str) -> tuple[str, str]:
    """«100 000 (сто тисяч) гривень», and why a figure has no words behind it; empty if every one has."""
    lacking: list[str] = []
    told = _FIGURES.sub(partial(_with_words, lacking), text)
    return (text, _NO_WORDS) if lacking else (told, "")


def _with_words(lacking: list[str], found: re.Match[str]) -> str:
    figures, written, gap, noun = found.groups()
    plain = re.sub(r"\s", "", figures)
    words = _of(int(plain), noun) if plain.isdecimal() else None
    if written or words is None:
        lacking += [] if written else [figures]
        return found[0]
    return f"{load_language(_LANGUAGE).number(int(plain))} ({words}){gap}{noun}"


def _of(n: int, noun: str) -> str | None:
    """The number in the nominative before a noun; None if the noun is not listed or does not agree with it."""
    forms, gender = _counted().get(key(noun), ((), Gender.MASCULINE))
    if not forms or load_language(_LANGUAGE).plural(n, forms) != key(noun):
        return None
    return cardinal(n, GrammaticalCase.NOMINATIVE, gender)


def _below(n: int, case: GrammaticalCase, gender: Gender) -> list[str]:
    """The words of a number below a thousand; none of nought."""
    parts = [n // 100 * 100, n % 100] if n % 100 <= 20 else [n // 100 * 100, n % 100 // 10 * 10, n % 10]
    return [_simple(part, case, gender) for part in parts if part]


def _counted_in(group: dict[str, list[str]], n: int, case: GrammaticalCase) -> list[str]:
    """So many thousands or millions; none of nought."""
    if not n:
        return []
    noun = group[load_language(_LANGUAGE).plural(n, _ONE_FEW_MANY)][_CASES.index(case)]
    return [*_below(n, case, Gender(str(group["gender"]))), noun]


def _simple(n: int, case: GrammaticalCase, gender: Gender) -> str:
    return _words()[n, gender][_CASES.index(case)]


@cache
def _words() -> dict[tuple[int, Gender], list[str]]:
    data = words_of(_FILE)
    teens = data["in_teens"]
    same = data["cardinals"] | {n: [stem + e for e in teens["endings"]] for n, stem in teens["stems"].items()}
    found = {(int(n), gender): forms for n, forms in same.items() for gender in Gender}
    return found | {(int(n), gender): forms[gender] for n, forms in data["gendered"].items() for gender in Gender}


@cache
def _counted() -> dict[str, tuple[list[str], Gender]]:
    """What sums and terms are counted in, by each of its forms."""
    entries = words_of(_FILE)["counted"]
    return {form: (entry["forms"], Gender(entry["gender"])) for entry in entries for form in entry["forms"]}


def _spelt(words: list[str]) -> str:
    return " ".join(words).replace("'", APOSTROPHE)
