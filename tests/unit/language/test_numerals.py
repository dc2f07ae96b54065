"""Numbers and days in words."""

import datetime as dt

import pytest

from referral.language.numbers import day_in_words, number_in_words, people_in_words


@pytest.mark.parametrize(
    ("n", "form", "gender", "words"),
    [
        (0, "nom", "masculine", "нуль"),
        (1, "gen", "feminine", "однієї"),
        (2, "nom", "feminine", "дві"),
        (8, "nom", "masculine", "вісім"),
        (11, "ins", "masculine", "одинадцятьма"),
        (21, "nom", "feminine", "двадцять одна"),
        (40, "dat", "masculine", "сорока"),
        (134, "gen", "masculine", "ста тридцяти чотирьох"),
        (1000, "nom", "masculine", "тисяча"),
        (2022, "nom", "masculine", "дві тисячі двадцять два"),
        (5000, "gen", "masculine", "п’яти тисяч"),
        (34000, "ins", "masculine", "тридцятьма чотирма тисячами"),
        (999_999, "nom", "masculine", "дев’ятсот дев’яносто дев’ять тисяч дев’ятсот дев’яносто дев’ять"),
    ],
)
def test_a_number_is_told_in_a_case_and_gender(n: int, form: str, gender: str, words: str):
    assert words == number_in_words("uk", n, form, gender)


@pytest.mark.parametrize("n", [-1, 1_000_000])
def test_a_number_without_words_has_none(n: int):
    assert number_in_words("uk", n, "nom", "masculine") is None


@pytest.mark.parametrize(
    ("n", "form", "words"), [(2, "nom", "двоє"), (5, "gen", "п’ятьох"), (10, "ins", "десятьома"), (1, "nom", None)]
)
def test_a_few_people_have_a_word_of_their_own(n: int, form: str, words: str | None):
    assert words == people_in_words("uk", n, form)


@pytest.mark.parametrize(
    ("day", "form", "words"),
    [
        ("2024-03-01", "nom", "перше березня дві тисячі двадцять четвертого року"),
        ("2022-02-24", "gen", "двадцять четвертого лютого дві тисячі двадцять другого року"),
        ("2014-10-03", "gen", "третього жовтня дві тисячі чотирнадцятого року"),
        ("2010-04-20", "nom", "двадцяте квітня дві тисячі десятого року"),
        ("2000-12-31", "gen", "тридцять першого грудня двотисячного року"),
        ("1991-08-30", "dat", "тридцятому серпня тисяча дев’ятсот дев’яносто першого року"),
        ("1900-01-23", "nom", "двадцять третє січня тисяча дев’ятисотого року"),
    ],
)
def test_a_day_is_told_without_a_digit(day: str, form: str, words: str):
    assert words == day_in_words("uk", dt.date.fromisoformat(day), form)


def test_every_day_of_four_centuries_has_words():
    days = (dt.date(year, 1 + year % 12, 1 + year % 28) for year in range(1800, 2200))
    assert [] == [day for day in days if not day_in_words("uk", day, "gen")]


def test_a_language_without_numerals_has_no_words():
    assert number_in_words("en", 1, "nom", "masculine") is None
    assert people_in_words("en", 2, "nom") is None
    assert day_in_words("en", dt.date(2024, 1, 1), "nom") is None
