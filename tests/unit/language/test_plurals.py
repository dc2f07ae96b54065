"""Family names in the plural, and which names are words too: what only a search needs."""

import pytest

from referral.language.family_names import is_only_a_name, is_ordinary_word, plurals_of


@pytest.mark.parametrize(
    ("name", "plural"),
    [
        ("Щербаченко", {"Щербаченки", "Щербаченків", "Щербаченкам", "Щербаченками", "Щербаченках"}),
        ("Кравчук", {"Кравчуки", "Кравчуків", "Кравчукам", "Кравчуками", "Кравчуках"}),
        ("Ткач", {"Ткачі", "Ткачів", "Ткачам", "Ткачами", "Ткачах"}),
        ("Коваль", {"Ковалі", "Ковалів", "Ковалям", "Ковалями", "Ковалях"}),
        ("Гайдай", {"Гайдаї", "Гайдаїв", "Гайдаям", "Гайдаями", "Гайдаях"}),
        ("Левицький", {"Левицькі", "Левицьких", "Левицьким", "Левицькими"}),
        ("Петров", {"Петрови", "Петрових", "Петровим", "Петровими"}),
        ("Сорока", {"Сороки", "Сорок", "Сорокам", "Сороками", "Сороках"}),
        ("Д’ячун", {"Д’ячуни", "Д’ячунів", "Д’ячунам", "Д’ячунами", "Д’ячунах"}),
        ("Нечуй-Левицький", {"Нечуї-Левицькі", "Нечуїв-Левицьких", "Нечуям-Левицьким"}),
    ],
)
def test_a_family_is_spoken_of_in_the_plural(name: str, plural: set[str]):
    assert plural <= set(plurals_of("uk", name))


@pytest.mark.parametrize("name", ["Smith", "", "Дюма"])
def test_a_name_that_does_not_decline_has_none(name: str):
    assert {name} >= set(plurals_of("uk", name))


def test_a_language_without_rules_has_none():
    assert [] == list(plurals_of("en", "Smith"))


@pytest.mark.parametrize("word", ["мороз", "сова", "ткач", "stone"])
def test_a_name_may_be_a_word(word: str):
    assert is_ordinary_word(word)
    assert not is_only_a_name(word)


@pytest.mark.parametrize("word", ["щербаченком", "гриневича", "кравчуки"])
def test_a_name_may_be_nothing_else(word: str):
    assert is_only_a_name(word)
    assert not is_ordinary_word(word)
