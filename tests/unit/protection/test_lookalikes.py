"""A word typed in Latin letters that look Cyrillic is found; abbreviations, addresses and English words are not."""

import pytest

from referral.case.load import LoadedCase
from referral.language.lookalikes import lookalikes
from referral.protection.lookalikes import words_are_of_one_alphabet
from tests.unit.builder import loaded, person

TYPED_WRONG = [
    ("позивний COBA на пункті", ["COBA"]),
    ("село «MICTO».", ["MICTO"]),
    ("слово CTAH тут", ["CTAH"]),
    ("чоловік i жінка", ["i"]),
]
LATIN = [
    "члени NATO і OSCE",
    "у PACE та ICTY",
    "адреса https://example.org/COBA",
    "лист на COBA@example.org",
    "файл COBA.pdf",
    "комірка C5:D5",
    "пункт (a)",
    "ч. 2 ст. IX, XIX століття",
    "за ст. 8(2)(a)",
    "слова ex officio",
    "фірма COBA Steel",
    "Coca-Cola",
]


@pytest.mark.parametrize(("text", "words"), TYPED_WRONG)
def test_a_word_wholly_of_twin_letters_is_looked_at(text: str, words: list[str]):
    assert words == lookalikes(text)


@pytest.mark.parametrize("text", LATIN)
def test_what_is_latin_is_left_alone(text: str):
    assert [] == lookalikes(text)


def words_in(*labels: dict[str, str]) -> list[str]:
    """The rule's findings over the labels of persons."""
    people = [person(f"PER-{n:03}", "witness", label=label) for n, label in enumerate(labels, start=1)]
    case: LoadedCase = loaded(persons=people)
    return [found.message for found in words_are_of_one_alphabet(case)]


def test_a_short_word_is_found_where_the_case_has_its_cyrillic_twin():
    assert [] == words_in({"uk": "свідок з ICC"})
    assert 1 == len(words_in({"uk": "свідок з CK"}, {"uk": "свідок із СК"}))
    assert 1 == len(words_in({"uk": "свідок i друг"}, {"uk": "свідок і друг"}))


def test_a_text_of_one_such_word_is_found_where_the_language_is_cyrillic():
    assert 1 == len(words_in({"uk": "COBA", "en": "COBA"}, {"uk": "свідок", "en": "witness"}, {"uk": "друг"}))
    assert [] == words_in({"en": "COBA"}, {"en": "witness"})
