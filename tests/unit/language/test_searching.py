"""What a search takes for one word: letters folded, and the forms of words, in both languages of our texts."""

import pytest

from referral.language.searching import folded, forms_of, words_of
from referral.language.spellings import spellings


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("ВІЙСЬКОМАТ", "військомат"),
        ("об’єкт", "обект"),
        ("об'єкт", "обект"),
        ("обʼєкт", "обект"),
        ("ґвалтування", "гвалтування"),
        ("приму\u0301совий", "примусовий"),
        ("и\u0306", "й"),
        ("і\u0308жак", "їжак"),
        ("café", "café"),
        ("the prisoners' camp", "the prisoners' camp"),
    ],
)
def test_letters_are_folded_to_what_a_search_compares(written: str, expected: str):
    assert expected == folded(written)


def test_a_letter_with_a_mark_of_its_own_is_no_other_letter():
    assert ["мій", "мии", "її", "іі"] == words_of("мій мии її іі")


def test_letters_are_one_only_where_the_spellings_say_so():
    assert [] == [pair for pair in spellings().searched_as.items() if pair[1] not in spellings().of(pair[0])]


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("повістка", "повістки повістці повісткою повісток повісткам"),
        ("повістками", "повістка повісток"),
        ("особа", "особи осіб особам особою"),
        ("осіб", "особа особами"),
        ("рік", "року роком років роки"),
        ("свідок", "свідка свідком свідків свідками"),
        ("свідка", "свідок"),
        ("табір", "табору таборі табори таборів"),
        ("військовий", "військового військова військових військовою"),
        ("мобілізація", "мобілізації мобілізацією мобілізацій"),
        ("мобілізували", "мобілізувати мобілізував мобілізувала"),
        ("мобілізований", "мобілізованих мобілізованою мобілізовано"),
        ("командир", "командира командирові командиром командири командирами"),
        ("Сімферополь", "Сімферополя Сімферополем Сімферополі"),
        ("обʼєкт", "об’єкта об'єктами"),
        ("Сєвєродонецьк", "Сєвєродонецька Сєвєродонецьком"),
        ("prisoner", "prisoners"),
        ("body", "bodies"),
        ("charges", "charge charged charging"),
    ],
)
def test_a_word_is_found_in_its_other_forms(asked: str, written: str):
    forms = forms_of(folded(asked))
    assert [] == [word for word in words_of(written) if word not in forms]


@pytest.mark.parametrize(
    ("asked", "other"),
    [
        ("особа", "особливо"),
        ("рік", "річковий"),
        ("мій", "мии"),
        ("кіт", "кит"),
        ("2022", "202"),
        ("закон", "законний"),
    ],
)
def test_another_word_is_not(asked: str, other: str):
    assert other not in forms_of(folded(asked))


def test_a_number_has_no_forms():
    assert {"2024"} == forms_of("2024")


def test_the_forms_of_a_word_are_few_enough_to_be_asked_for_at_once():
    assert 1500 > len(forms_of("повістками"))
