"""Numbers in words: cardinals and ordinals below a million, collectives of people, days of the calendar."""

import datetime as dt
from functools import cache

from referral.language.grammar import Gender, GrammaticalCase
from referral.language.load import load_language
from referral.language.uk.paradigms import paradigms, words_of
from referral.language.uk.spelling import APOSTROPHE

_CASES = tuple(GrammaticalCase)
_END = 1_000_000
_FILE = "numerals.yaml"


def cardinal(n: int, case: GrammaticalCase, gender: Gender) -> str | None:
    """«двадцять одну»; None of numbers that we have no words for."""
    if not 0 <= n < _END:
        return None
    thousands, rest = divmod(n, 1000)
    told = [*_thousands(thousands, case), *_below(rest, case, gender)]
    return _spelt(told or [_simple(0, case, gender)])


def collective(n: int, case: GrammaticalCase) -> str | None:
    """«двоє»; None of numbers that have no such word."""
    forms = words_of(_FILE)["collectives"].get(str(n))
    return _spelt([forms[_CASES.index(case)]]) if forms else None


def ordinal(n: int, case: GrammaticalCase, paradigm: str) -> str | None:
    """«двадцять перше» by the class of an adjective («adjective-n»); None of numbers without words."""
    last = _last_word(n)
    before = cardinal(n - last, GrammaticalCase.NOMINATIVE, Gender.MASCULINE) if last and n > last else ""
    stem = _ordinals().get(last)
    if stem is None or before is None:
        return None
    soft = "-soft" if stem in words_of(_FILE)["soft_ordinals"] else ""
    return _spelt([*filter(None, [before]), stem + paradigms()[paradigm + soft].endings[case]])


def day(when: dt.date, case: GrammaticalCase) -> str | None:
    """«перше березня дві тисячі двадцять четвертого року»; day and month decline, the year follows them."""
    number = ordinal(when.day, case, "adjective-n")
    year = ordinal(when.year, GrammaticalCase.GENITIVE, "adjective-m")
    if number is None or year is None:
        return None
    month = load_language("uk").datings["nom"].months_in_date[when.month - 1]
    return f"{number} {month} {year} {words_of(_FILE)['year'][1]}"


def _last_word(n: int) -> int:
    """The part of a number that becomes the ordinal: 2024 → 4, 2010 → 10, 1900 → 900, 2000 → 2000."""
    for size in (100, 1000, 10_000):
        if rest := n % size:
            return rest if size > 100 or rest <= 20 else rest % 10 or rest
    return 0


def _below(n: int, case: GrammaticalCase, gender: Gender) -> list[str]:
    """The words of a number below a thousand; none of nought."""
    parts = [n // 100 * 100, n % 100] if n % 100 <= 20 else [n // 100 * 100, n % 100 // 10 * 10, n % 10]
    return [_simple(part, case, gender) for part in parts if part]


def _thousands(n: int, case: GrammaticalCase) -> list[str]:
    if not n:
        return []
    one_few_many = ("one", "few", "many")
    noun = words_of(_FILE)["thousands"][load_language("uk").plural(n, one_few_many)][_CASES.index(case)]
    return [noun] if n == 1 else [*_below(n, case, Gender.FEMININE), noun]


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
def _ordinals() -> dict[int, str]:
    return {int(n): stem for n, stem in words_of(_FILE)["ordinals"].items()}


def _spelt(words: list[str]) -> str:
    return " ".join(words).replace("'", APOSTROPHE)
