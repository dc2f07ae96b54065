"""A day of birth as it may be written: figures in every usual order, Roman months, the words of each language."""

from collections.abc import Iterator
from datetime import date

from referral.edtf import UncertainDate
from referral.language import known_languages, load_language
from referral.language.months import months_elsewhere
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
        for year in _years(day):
            yield from ((d, _ROMAN[day.month - 1], year), (_ROMAN[day.month - 1], d, year))
    yield from ((f"{day:%Y%m%d}",), (f"{day:%d%m%Y}",))
    for month in {*_months(day), *months_elsewhere(day.month)}:
        yield from _in_words(month, day)


def _months(day: date) -> Iterator[str]:
    """The word for its month in each of our languages."""
    written = (words_of(load_language(code).day(day)) for code in known_languages())
    yield from (next(word for word in words if not word.isdigit()) for words in written)


def _in_words(whole: str, day: date) -> Iterator[Words]:
    """Day, month and year, or month first; what a language writes after the year may be left out."""
    for month in {whole, *(whole[:length] for length in _ABBREVIATED)}:
        for d in {f"{day.day}", f"{day.day:02}"}:
            for year in _years(day):
                yield from ((d, month, year), (month, d, year))


def _years(day: date) -> tuple[str, str]:
    return f"{day.year}", f"{day:%y}"
