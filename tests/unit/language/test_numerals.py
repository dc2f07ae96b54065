"""Numbers in words, and sums with words behind their figures."""

import pytest

from referral.language.numbers import figures_and_words, number_in_words


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
        (1000, "nom", "masculine", "одна тисяча"),
        (1_000_000, "nom", "feminine", "один мільйон"),
        (2_003_000_021, "gen", "feminine", "двох мільярдів трьох мільйонів двадцяти однієї"),
        (2022, "nom", "masculine", "дві тисячі двадцять два"),
        (5000, "gen", "masculine", "п’яти тисяч"),
        (34000, "ins", "masculine", "тридцятьма чотирма тисячами"),
        (999_999, "nom", "masculine", "дев’ятсот дев’яносто дев’ять тисяч дев’ятсот дев’яносто дев’ять"),
    ],
)
def test_a_number_is_told_in_a_case_and_gender(n: int, form: str, gender: str, words: str):
    assert words == number_in_words("uk", n, form, gender)


@pytest.mark.parametrize("n", [-1, 10**12])
def test_a_number_without_words_has_none(n: int):
    assert number_in_words("uk", n, "nom", "masculine") is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("8 років", "8 (вісім) років"),
        ("100 000 гривень", "100 000 (сто тисяч) гривень"),
        ("21 гривня", "21 (двадцять одна) гривня"),
        ("2 гривні", "2 (дві) гривні"),
        ("1 250 000 грн", "1 250 000 (один мільйон двісті п’ятдесят тисяч) грн"),
        ("12500 гривень 50 копійок", "12 500 (дванадцять тисяч п’ятсот) гривень 50 (п’ятдесят) копійок"),
        ("3 роки 6 місяців", "3 (три) роки 6 (шість) місяців"),
        ("2 долари США", "2 (два) долари США"),
        ("100 000 (сто тисяч) гривень", "100 000 (сто тисяч) гривень"),
        ("суму не встановлено", "суму не встановлено"),
    ],
)
def test_a_sum_or_term_has_words_behind_its_figures(text: str, words: str):
    told, reason = figures_and_words("uk", text)
    assert (words, "") == (told.replace("\u00a0", " "), reason)


@pytest.mark.parametrize(
    "text",
    [
        "1 250,50 гривень",
        "1.5 гривень",
        "21 гривень",
        "понад 21 гривню",
        "5 тис. грн",
        "3 злотих",
        "300",
        "2 000 000 000 000 грн",
    ],
)
def test_a_sum_of_which_we_have_no_words_is_as_it_was_and_says_why(text: str):
    told, reason = figures_and_words("uk", text)
    assert (text, True) == (told, bool(reason))


def test_a_language_without_numerals_has_no_words():
    assert number_in_words("en", 1, "nom", "masculine") is None
    assert ("8 years", "") == figures_and_words("en", "8 years")
