"""A person's name in a post is noticed; a place, a body or an abbreviation is none."""

import pytest

from referral.language.declension import Declinable, Gender, declension_of, name_in_post

NAMES = [
    ("прокурор Сорока", "Сорока"),
    ("прокурор СОРОКА", "СОРОКА"),
    ("прокурор Шевченко", "Шевченко"),
    ("слідчий Бондар", "Бондар"),
    ("старший слідчий слідчого відділу Мельник", "Мельник"),
    ("прокурор Зоря", "Зоря"),
    ("слідчий І. І. Коваль", "І. І."),
    ("слідчий І. Коваль", "І."),
    ("прокурор відділу Петро Коваль", "Петро"),
    ("в. о. прокурора Сорока", "Сорока"),
]
NO_NAMES = [
    "прокурор Донецької області",
    "прокурор міста Сорока",
    "мер Харкова",
    "мер Луганська",
    "комендант Херсона",
    "прокурор Запоріжжя",
    "прокурор Офісу Генерального прокурора",
    "начальник Управління Служби безпеки України в Харківській області",
    "начальник Департаменту Міністерства оборони",
    "заступник Міністра",
    "військовий комісар Республіки Крим",
    "командувач Збройних Сил України",
    "слідчий в ОВС слідчого відділу ГУ СБУ",
    "секретар Ради національної безпеки і оборони України",
    "керівник громадської організації «Сорока»",
    "слідчий відділу (Шевченко)",
    "т. в. о. начальника Управління",
    "Президент України",
]


@pytest.mark.parametrize(("post", "name"), NAMES)
def test_a_name_in_a_post_is_noticed_and_makes_its_forms_unsure(post: str, name: str):
    decline = declension_of("uk")
    assert decline
    assert name == name_in_post("uk", post, Gender.MASCULINE)
    assert not decline(post, Declinable.POST, Gender.MASCULINE).is_certain


@pytest.mark.parametrize("post", NO_NAMES)
def test_a_place_or_a_body_in_a_post_is_no_name(post: str):
    assert "" == name_in_post("uk", post, Gender.MASCULINE)


def test_what_is_a_place_after_a_mans_post_may_be_the_name_of_a_woman():
    assert "" == name_in_post("uk", "прокурор Харкова", Gender.MASCULINE)
    assert "Левицька" == name_in_post("uk", "прокурор Левицька", Gender.FEMININE)
    assert "Петрова" == name_in_post("uk", "прокурор Петрова", None)


def test_a_language_without_such_rules_notices_nothing():
    assert "" == name_in_post("en", "Prosecutor Smith", None)
