"""Dates, numbers and plurals in words, per language; a date in words says no more than the expression does."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from referral.edtf import parse_edtf
from referral.language import known_languages, load_language

DAYS = {
    "uk": {
        "2022-03-05": "05 березня 2022 року",
        "2022-03": "березень 2022 року",
        "2022-03-XX": "березень 2022 року (день не встановлено)",
        "2022": "2022 рік",
        "2022-XX": "2022 рік (день і місяць не встановлено)",
        "2022-XX-XX": "2022 рік (день і місяць не встановлено)",
        "202X": "2020–2029 роки",
        "2022-23": "осінь 2022 року",
        "2022-03-05~": "05 березня 2022 року (приблизно)",
        "2022-03?": "березень 2022 року (непевно)",
        "2022%": "2022 рік (непевно, приблизно)",
        "2022-03-05/2022-03-10": "05 березня 2022 року – 10 березня 2022 року",
        "2014-02-20/..": "20 лютого 2014 року – дату закінчення не визначено",
        "../2022-09-21": "не пізніше: 21 вересня 2022 року",
    },
    "en": {
        "2022-03-05": "5 March 2022",
        "2022-03": "March 2022",
        "2022-03-XX": "March 2022 (day not established)",
        "2022": "2022",
        "2022-XX": "2022 (day and month not established)",
        "202X": "2020–2029",
        "2022-24": "winter 2022",
        "2022-03-05~": "5 March 2022 (approximately)",
        "2022-03/2022-05?": "March 2022 – May 2022 (uncertain)",
        "2014-02-20/..": "since 20 February 2014 (end not determined)",
        "../2022-09-21": "not later than 21 September 2022",
    },
}


@pytest.mark.parametrize(
    ("lang", "text", "words"), [(lang, text, words) for lang, days in DAYS.items() for text, words in days.items()]
)
def test_a_date_in_words_says_no_more_than_the_expression(lang: str, text: str, words: str):
    assert words == load_language(lang).date(parse_edtf(text)).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("lang", "numbers"),
    [
        ("uk", {0: "0", 999: "999", 1000: "1 000", 34000: "34 000", 1234567: "1 234 567"}),
        ("en", {0: "0", 999: "999", 1000: "1,000", 34000: "34,000"}),
    ],
)
def test_long_numbers_are_grouped(lang: str, numbers: dict[int, str]):
    language = load_language(lang)

    assert numbers == {n: language.number(n).replace("\u00a0", " ") for n in numbers}


@pytest.mark.parametrize(
    ("form", "numbers"),
    [
        ("особа", [1, 21, 101, 1001]),
        ("особи", [2, 3, 4, 22, 34, 102]),
        ("осіб", [0, 5, 10, 11, 12, 13, 14, 19, 20, 25, 100, 111, 112, 114, 1000]),
    ],
)
def test_a_noun_takes_the_form_that_goes_with_its_number(form: str, numbers: list[int]):
    assert {form} == {load_language("uk").plural(n, ["особа", "особи", "осіб"]) for n in numbers}


def test_in_english_only_one_is_singular():
    assert ["items", "item", "items"] == [load_language("en").plural(n, ["item", "items"]) for n in (0, 1, 2)]


def test_a_state_is_named_in_a_grammatical_case_or_not_at_all():
    assert "України" == load_language("uk").state("UA", "gen")
    assert load_language("uk").state("UA", "voc") is None
    assert load_language("uk").state("XX") is None


@pytest.mark.parametrize("code", ["xx", "", "..", "uk/../en", "__pycache__"])
def test_a_language_without_a_folder_is_not_known(code: str):
    with pytest.raises(KeyError):
        load_language(code)


def test_every_language_has_every_word_that_another_has():
    languages = [load_language(code) for code in known_languages()]

    assert ("en", "uk") == known_languages()
    for language in languages:
        assert languages[0].patterns.keys() == language.patterns.keys()
        assert languages[0].seasons.keys() == language.seasons.keys()
        assert (12, 12) == (len(language.months), len(language.months_in_date))
        assert languages[0].states.keys() == language.states.keys()


@settings(deadline=None)
@given(st.dates(), st.sampled_from(["", "?", "~", "%"]), st.sampled_from(["en", "uk"]))
def test_year_and_day_of_a_date_are_in_its_words(day: object, qualifier: str, lang: str):
    words = load_language(lang).date(parse_edtf(f"{day}{qualifier}"))
    year, _, number = str(day).split("-")

    assert year in words
    assert str(int(number)) in words
