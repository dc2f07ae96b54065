"""A day of birth as it may be written: figures in every usual order, Roman months, the words of each language."""

from collections.abc import Iterator
from datetime import date

from referral.edtf import UncertainDate
from referral.language import known_languages, load_language
from referral.protection.datum import Words, words_of

_ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]
_ABBREVIATED = (3, 4)  # letters of a month that is cut short


def birthdays(born: UncertainDate | None) -> Iterator[Words]:
    """Nothing of a birth whose day is not known."""
    if born is None or born.earliest is None or born.earliest != born.latest:
        return
    day: date = born.earliest
    for d, m in {(f"{day.day}", f"{day.month}"), (f"{day.day:02}", f"{day.month:02}")}:
        yield from ((d, m, f"{day.year}"), (m, d, f"{day.year}"), (f"{day.year}", m, d), (d, m, f"{day:%y}"))
        yield (d, _ROMAN[day.month - 1], f"{day.year}")
    yield from ((f"{day:%Y%m%d}",), (f"{day:%d%m%Y}",))
    for code in known_languages():
        yield from _in_words(words_of(load_language(code).day(day)), day)


def _in_words(words: Words, day: date) -> Iterator[Words]:
    """Day, month and year, or month first; what a language writes after the year may be left out."""
    whole = next(word for word in words if not word.isdigit())
    for month in {whole, *(whole[:length] for length in _ABBREVIATED)}:
        for d in {f"{day.day}", f"{day.day:02}"}:
            yield from ((d, month, f"{day.year}"), (month, d, f"{day.year}"))
