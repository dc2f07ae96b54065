"""Transliteration by the official table; its examples as our sources give them."""

import pytest

from referral.language.transliteration import transliteration_of

# Eleven examples and two of «зг» are what our sources hold of those of the table, which are more.
OFFICIAL = {
    "Єнакієве": "Yenakiieve",
    "Феодосія": "Feodosiia",
    "Сімферополь": "Simferopol",
    "Згурський": "Zghurskyi",
    "Щастя": "Shchastia",
    "Знам'янка": "Znamianka",
    "Короп'є": "Koropie",
    "Юрій": "Yurii",
    "Ґалаґан": "Galagan",
    "Гадяч": "Hadiach",
    "Алушта": "Alushta",
    "Згорани": "Zghorany",
    "Розгон": "Rozghon",
}

LETTERS = {
    "а": "a",
    "б": "b",
    "в": "v",
    "г": "h",
    "ґ": "g",
    "д": "d",
    "е": "e",
    "ж": "zh",
    "з": "z",
    "и": "y",
    "і": "i",
    "к": "k",
    "л": "l",
    "м": "m",
    "н": "n",
    "о": "o",
    "п": "p",
    "р": "r",
    "с": "s",
    "т": "t",
    "у": "u",
    "ф": "f",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
}


def latin(text: str) -> str:
    found = transliteration_of("uk")
    assert found
    return found(text)


@pytest.mark.parametrize(("name", "spelt"), list(OFFICIAL.items()))
def test_the_official_examples_are_spelt_so(name: str, spelt: str):
    assert spelt == latin(name)


@pytest.mark.parametrize(
    ("letter", "spelt"),
    list(LETTERS.items()),
)
def test_a_letter_has_one_spelling(letter: str, spelt: str):
    assert (spelt, f"a{spelt}") == (latin(letter), latin(f"а{letter}"))


@pytest.mark.parametrize(
    ("letter", "first", "later"),
    [("є", "ye", "ie"), ("ї", "yi", "i"), ("й", "y", "i"), ("ю", "yu", "iu"), ("я", "ya", "ia")],
)
def test_some_letters_are_spelt_otherwise_at_the_beginning_of_a_word(letter: str, first: str, later: str):
    assert (first, f"a{later}", f"a-{first}") == (latin(letter), latin(f"а{letter}"), latin(f"а-{letter}"))


@pytest.mark.parametrize("sign", "'’ʼ`ь")
def test_an_apostrophe_and_the_soft_sign_are_dropped(sign: str):
    assert "Znamianka" == latin(f"Знам{sign}янка")


@pytest.mark.parametrize(
    ("text", "spelt"),
    [("ЗГУРСЬКИЙ", "ZGHURSKYI"), ("Щ", "Shch"), ("Заи\u0306ченко", "Zaichenko"), ("Є, 5 і “Ю”", "Ye, 5 i “Yu”")],
)
def test_capitals_follow_the_word_and_what_is_no_word_stays(text: str, spelt: str):
    assert spelt == latin(text)


def test_a_language_without_a_table_is_not_transliterated():
    assert transliteration_of("en") is None
