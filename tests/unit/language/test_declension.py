"""Declension behind its seam: what is certain, what a person must confirm, how the forms are written."""

import pytest

from referral.language.declension import Certainty, Declinable, Declined, Gender, GrammaticalCase, declension_of

M, F = Gender.MASCULINE, Gender.FEMININE


def declined(text: str, kind: Declinable, gender: Gender | None = M) -> Declined:
    decline = declension_of("uk")
    assert decline
    return decline(text, kind, gender)


def genitive(text: str, kind: Declinable = Declinable.FAMILY_NAME, gender: Gender | None = M) -> str:
    return declined(text, kind, gender).forms[GrammaticalCase.GENITIVE]


def certainty(text: str, kind: Declinable = Declinable.FAMILY_NAME, gender: Gender | None = M) -> Certainty:
    return declined(text, kind, gender).certainty


@pytest.mark.parametrize("code", ["en", "xx"])
def test_a_language_without_rules_does_not_decline(code: str):
    assert declension_of(code) is None


def test_every_case_has_a_form_in_the_order_of_grammars():
    assert list(GrammaticalCase) == list(declined("Коваль", Declinable.FAMILY_NAME).forms)
    assert ["nom", "gen", "dat", "acc", "ins", "loc", "voc"] == [case.short for case in GrammaticalCase]


@pytest.mark.parametrize(
    "kind", [Declinable.FAMILY_NAME, Declinable.GIVEN_NAME, Declinable.PATRONYMIC, Declinable.FULL_NAME]
)
def test_a_name_of_nobody_knows_whom_is_never_certain_and_stays_as_it_is(kind: Declinable):
    assert Certainty.TO_CONFIRM is certainty("Коваленко", kind, None)
    assert "Коваленко" == genitive("Коваленко", kind, None)


@pytest.mark.parametrize("text", ["Iваненко", "Smith", "Іваненко2", "", "-", "Іваненко-", "І."])
@pytest.mark.parametrize("kind", list(Declinable))
def test_letters_of_another_alphabet_and_no_letters_are_never_certain(text: str, kind: Declinable):
    assert Certainty.TO_CONFIRM is certainty(text, kind)
    assert text == declined(text, kind).forms[GrammaticalCase.NOMINATIVE]


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("ШЕВЧЕНКО", "ШЕВЧЕНКА"),
        ("Дем’яненко", "Дем’яненка"),
        ("Дем'яненко", "Дем'яненка"),
        ("Демʼяненко", "Демʼяненка"),
        ("Заи\u0306ченко", "Зайченка"),
    ],
)
def test_capitals_and_apostrophes_stay_those_of_the_writer(word: str, form: str):
    assert form == genitive(word)


@pytest.mark.parametrize("sign", "'’ʼ`´‘′")
def test_an_apostrophe_of_any_shape_is_understood(sign: str):
    assert f"Дар{sign}ї" == genitive(f"Дар{sign}я", Declinable.GIVEN_NAME, F)
    assert Certainty.CERTAIN is certainty(f"Дар{sign}я", Declinable.GIVEN_NAME, F)


@pytest.mark.parametrize("name", ["Ковалів", "Соловей", "Сорок", "Гончар", "Кім", "Лис-Вовк", "Ґ"])
def test_a_vowel_or_a_stem_that_no_rule_knows_is_to_be_confirmed(name: str):
    assert Certainty.TO_CONFIRM is certainty(name)


@pytest.mark.parametrize("name", ["Шевченко", "Ковальчук", "Коваль", "Гайдай", "Саакашвілі", "Гюго", "Чорних"])
def test_a_womans_name_on_a_consonant_or_such_a_vowel_surely_does_not_decline(name: str):
    assert declined(name, Declinable.FAMILY_NAME, F) == Declined(dict.fromkeys(GrammaticalCase, name))


def test_a_masculine_ending_of_a_womans_name_is_to_be_confirmed():
    assert Certainty.TO_CONFIRM is certainty("Левицький", gender=F)


@pytest.mark.parametrize("name", ["Левицька", "Петрова", "Нагорна", "Задорожня", "Пушкіна"])
def test_a_feminine_ending_of_a_mans_name_is_to_be_confirmed(name: str):
    assert Certainty.TO_CONFIRM is certainty(name)
    assert Certainty.CERTAIN is certainty(name, gender=F)


def test_a_given_name_that_is_not_listed_is_to_be_confirmed():
    assert Certainty.TO_CONFIRM is certainty("Густаво", Declinable.GIVEN_NAME)
    assert Certainty.TO_CONFIRM is certainty("Микита", Declinable.GIVEN_NAME, F)


def test_a_patronymic_of_the_other_gender_is_to_be_confirmed():
    assert Certainty.TO_CONFIRM is certainty("Іванівна", Declinable.PATRONYMIC, M)


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Петрук Іван", "Петрука Івана"),
        ("Іван Петрук", "Івана Петрука"),
        ("Іван  Іванович Петрук", "Івана Івановича Петрука"),
    ],
)
def test_the_words_of_a_whole_name_are_told_apart_in_either_order(name: str, form: str):
    assert form == genitive(name, Declinable.FULL_NAME)
    assert Certainty.CERTAIN is certainty(name, Declinable.FULL_NAME)


@pytest.mark.parametrize("name", ["Роман Богдан", "Петрук", "Вовк Лис", "Абу Бакр ібн Тест"])
def test_a_whole_name_whose_words_cannot_be_told_apart_is_to_be_confirmed(name: str):
    assert Certainty.TO_CONFIRM is certainty(name, Declinable.FULL_NAME)


@pytest.mark.parametrize("post", ["ватажок загону", "старший", "1-й заступник", "відділу начальник"])
def test_a_post_without_a_head_that_is_listed_is_to_be_confirmed(post: str):
    assert Certainty.TO_CONFIRM is certainty(post, Declinable.POST)


@pytest.mark.parametrize(
    "post",
    [
        "прокурор, керівник групи",
        "начальник відділу та прокурор",
        "лікар судовий",
        "генерал майор",
        "агент провокатор",
        "військовий оркестр",
        "уповноважена особа",
        "військовий комісаріат (об’єднаний)",
        "прокурор Шевченко",
    ],
)
def test_words_after_the_head_that_may_decline_are_to_be_confirmed(post: str):
    assert Certainty.TO_CONFIRM is certainty(post, Declinable.POST)


def test_a_person_is_meant_in_the_accusative_and_a_body_is_not():
    person, body = declined("слідчий суддя", Declinable.POST), declined("слідчий відділ", Declinable.POST)
    assert "слідчого суддю" == person.forms[GrammaticalCase.ACCUSATIVE]
    assert "слідчий відділ" == body.forms[GrammaticalCase.ACCUSATIVE]


def test_a_post_of_masculine_name_declines_so_for_a_woman_too():
    assert "капітана юстиції" == genitive("капітан юстиції", Declinable.RANK, F)


def test_a_feminine_post_of_a_man_is_to_be_confirmed():
    assert Certainty.TO_CONFIRM is certainty("слідча", Declinable.POST, M)


def test_a_reason_is_given_whenever_a_person_must_confirm():
    assert "names in -ів keep the vowel or change it" == declined("Ковалів", Declinable.FAMILY_NAME).reason
    assert "" == declined("Коваль", Declinable.FAMILY_NAME).reason
