"""Dates, numbers and plurals in words, per language; a date in words says no more than the expression does."""

from datetime import date

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
    "fr": {
        "2022-03-01": "1er mars 2022",
        "2022-03-05": "5 mars 2022",
        "2022-12-11": "11 décembre 2022",
        "2022-08": "août 2022",
        "2022-08-XX": "août 2022 (jour non établi)",
        "2022": "2022",
        "2022-XX": "2022 (jour et mois non établis)",
        "202X": "2020–2029",
        "2022-22": "été 2022",
        "2022-03-01~": "1er mars 2022 (approximativement)",
        "2022-03/2022-05?": "mars 2022 – mai 2022 (incertain)",
        "2014-02-20/..": "20 février 2014 – fin non déterminée",
        "../2022-10-01": "au plus tard : 1er octobre 2022",
    },
}


@pytest.mark.parametrize(
    ("lang", "text", "words"), [(lang, text, words) for lang, days in DAYS.items() for text, words in days.items()]
)
def test_a_date_in_words_says_no_more_than_the_expression(lang: str, text: str, words: str):
    assert words == load_language(lang).date(parse_edtf(text)).replace("\u00a0", " ")


GENITIVES = {
    "2024-09-05": "05 вересня 2024 року",
    "2024-09": "вересня 2024 року",
    "2024": "2024 року",
    "2024-22": "літа 2024 року",
    "202X": "2020–2029 років",
    "2024-09?": "вересня 2024 року (непевно)",
}


@pytest.mark.parametrize(("text", "words"), GENITIVES.items())
def test_a_date_takes_the_grammatical_case_that_the_sentence_needs(text: str, words: str):
    assert words == load_language("uk").date(parse_edtf(text), "gen").replace("\u00a0", " ")


def test_a_language_without_cases_says_a_date_in_one_way():
    assert "September 2024" == load_language("en").date(parse_edtf("2024-09"), "gen")


@pytest.mark.parametrize(
    ("lang", "words"), [("uk", "05 вересня 2024 року"), ("en", "5 September 2024"), ("fr", "5 septembre 2024")]
)
def test_a_day_of_the_calendar_reads_as_the_same_date_does(lang: str, words: str):
    assert words == load_language(lang).day(date(2024, 9, 5)).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("lang", "words", "stop"),
    [
        ("uk", "Так було.", "."),
        ("uk", "Так було у 2014 р.", ""),
        ("uk", "Чи так було?", ""),
        ("uk", "І так далі..", ""),
        ("uk", "Наказ", ""),
        ("en", "It was so.", "."),
        ("en", "Smith and Sons Ltd.", ""),
    ],
)
def test_the_full_stop_of_an_abbreviation_ends_no_sentence(lang: str, words: str, stop: str):
    assert stop == load_language(lang).full_stop(words)


@pytest.mark.parametrize(
    ("lang", "numbers"),
    [
        ("uk", {0: "0", 999: "999", 1000: "1 000", 34000: "34 000", 1234567: "1 234 567"}),
        ("en", {0: "0", 999: "999", 1000: "1,000", 34000: "34,000"}),
        ("fr", {0: "0", 999: "999", 1000: "1\u202f000", 1234567: "1\u202f234\u202f567"}),
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


def test_in_french_nought_is_singular_too():
    assert ["fait", "fait", "faits", "faits"] == [
        load_language("fr").plural(n, ["fait", "faits"]) for n in (0, 1, 2, 21)
    ]


def test_a_state_is_named_in_a_grammatical_case_or_not_at_all():
    assert "України" == load_language("uk").state("UA", "gen")
    assert load_language("uk").state("UA", "voc") is None
    assert load_language("uk").state("XX") is None


@pytest.mark.parametrize(
    ("code", "form", "words"),
    [
        ("BY", "gen", "Республіки Білорусь"),
        ("KP", "gen", "Корейської Народно-Демократичної Республіки"),
        ("SY", "dat", "Сирійській Арабській Республіці"),
        ("IR", "ins", "Ісламською Республікою Іран"),
        ("MD", "acc", "Республіку Молдова"),
        ("NL", "loc", "Нідерландах"),
        ("NO", "gen", "Норвегії"),
    ],
)
def test_states_that_a_case_may_name_have_their_forms(code: str, form: str, words: str):
    assert words == load_language("uk").state(code, form)


def test_every_state_has_every_form_that_documents_use():
    forms = {"nom", "gen", "dat", "acc", "ins", "loc"}
    assert {} == {code: told for code, told in load_language("uk").states.items() if told.keys() != forms}


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("ч. 1 ст. 2 закону", "ч.\u00a01 ст.\u00a02 закону"),
        ("додаток 5, арк. 1–2", "додаток 5, арк.\u00a01–2"),
        ("м. Київ, наказ № 3", "м.\u00a0Київ, наказ №\u00a03"),
        ("від 12 серпня 1949 року", "від 12\u00a0серпня\u00a01949\u00a0року"),
        ("слова П. І. Вигаданенка", "слова П.\u00a0І.\u00a0Вигаданенка"),
        ("за ст. Інших слів це не стосується", "за ст. Інших слів це не стосується"),
    ],
)
def test_no_line_ends_within_a_date_or_between_a_number_and_its_sign_a_place_and_its_kind_an_initial_and_the_name(
    words: str, kept: str
):
    assert kept == load_language("uk").without_breaks(words)


@pytest.mark.parametrize(
    ("lang", "words", "typeset"),
    [
        ("uk", "обов'язковість дій - караються", "обов’язковість дій – караються"),
        ("uk", "таких дій -\nкараються", "таких дій –\nкараються"),
        ("uk", "«п'ять» і 'так', 3-5, Івано-Франківськ", "«п’ять» і 'так', 3-5, Івано-Франківськ"),
        ("en", "the person's act - so", "the person's act - so"),
        ("fr", "l'annexe d'un acte - ainsi, 'cité'", "l’annexe d’un acte – ainsi, 'cité'"),
    ],
)
def test_words_that_are_copied_take_the_signs_of_the_language(lang: str, words: str, typeset: str):
    assert typeset == load_language(lang).typeset(words)


@pytest.mark.parametrize("code", ["xx", "", "..", "uk/../en", "__pycache__"])
def test_a_language_without_a_folder_is_not_known(code: str):
    with pytest.raises(KeyError):
        load_language(code)


def test_every_language_has_every_word_that_another_has():
    languages = [load_language(code) for code in known_languages()]

    assert ("en", "fr", "uk") == known_languages()
    for language in languages:
        assert languages[0].patterns.keys() == language.patterns.keys()
        for dating in language.datings.values():
            assert languages[0].patterns.keys() == dating.patterns.keys()
            assert languages[0].datings["nom"].seasons.keys() == dating.seasons.keys()
            assert (12, 12) == (len(dating.months), len(dating.months_in_date))
        assert languages[0].states.keys() == language.states.keys()


@settings(deadline=None)
@given(st.dates(), st.sampled_from(["", "?", "~", "%"]), st.sampled_from(known_languages()))
def test_year_and_day_of_a_date_are_in_its_words(day: object, qualifier: str, lang: str):
    words = load_language(lang).date(parse_edtf(f"{day}{qualifier}"))
    year, _, number = str(day).split("-")

    assert year in words
    assert str(int(number)) in words
