"""Citations that follow one another are drawn together, and only those."""

import pytest

from referral.language import load_language

UKRAINIAN = [
    ([f"п. {n} ч. 3 ст. 42 Кодексу" for n in range(1, 19)], ["пп. 1–18 ч. 3 ст. 42 Кодексу"]),
    (["ч. 1 ст. 7 Кодексу", "ч. 2 ст. 7 Кодексу"], ["чч. 1–2 ст. 7 Кодексу"]),
    (["ст. 31 Конвенції", "ст. 32 Конвенції", "ст. 51 Конвенції"], ["ст. 31–32 Конвенції", "ст. 51 Конвенції"]),
    (["рядок 6", "рядок 7", "рядок 9"], ["рядки 6–7", "рядок 9"]),
]
ENGLISH = [
    (["article 42(3)(1) of the Code", "article 42(3)(2) of the Code"], ["article 42(3)(1)–(2) of the Code"]),
    (["article 31 of the Convention", "article 32 of the Convention"], ["articles 31–32 of the Convention"]),
    (["p. 2", "p. 3", "p. 4"], ["pp. 2–4"]),
]
FRENCH = [
    (["CIVe, art. 4, par. 1", "CIVe, art. 4, par. 2"], ["CIVe, art. 4, par. 1–2"]),
    (["p. 2", "p. 3", "p. 4"], ["p. 2–4"]),
    (["ligne 6", "ligne 7", "ligne 9"], ["lignes 6–7", "ligne 9"]),
    (["art. 4, par. 2", "art. 5, par. 2"], ["art. 4, par. 2", "art. 5, par. 2"]),
    (
        ["art. 8, par. 2, al. a) v)", "art. 8, par. 2, al. a) vi)"],
        ["art. 8, par. 2, al. a) v)", "art. 8, par. 2, al. a) vi)"],
    ),
]
APART = [
    ["ст. 2 Кодексу", "ст. 1 Кодексу"],
    ["ст. 1 Кодексу", "ст. 3 Кодексу"],
    ["ст. 1 Кодексу", "ст. 1 Кодексу"],
    ["ч. 1 ст. 1 Кодексу", "ч. 2 ст. 2 Кодексу"],
    ["ч. 2 ст. 4 Кодексу", "ч. 2 ст. 5 Кодексу"],
    ["п. 1 ч. 2 ст. 4 Кодексу", "п. 1 ч. 2 ст. 5 Кодексу"],
    ["ст. 12³ Кодексу", "ст. 13³ Кодексу"],
    ["ст. 1 Кодексу", "ст. 2 Закону"],
    ["відрізок 00:01", "відрізок 00:02"],
    ["стаття 8(2)(a)(v)", "стаття 8(2)(a)(vi)"],
    ["article 4(2) of the Code", "article 5(2) of the Code"],
]


@pytest.mark.parametrize(("cited", "drawn"), UKRAINIAN)
def test_what_follows_one_another_is_one_range(cited: list[str], drawn: list[str]):
    assert drawn == load_language("uk").ranges(cited)


@pytest.mark.parametrize(("cited", "drawn"), ENGLISH)
def test_the_word_before_a_range_is_in_the_plural_where_the_language_has_one(cited: list[str], drawn: list[str]):
    assert drawn == load_language("en").ranges(cited)


@pytest.mark.parametrize(("cited", "drawn"), FRENCH)
def test_an_article_before_its_paragraph_makes_no_range(cited: list[str], drawn: list[str]):
    assert drawn == load_language("fr").ranges(cited)


@pytest.mark.parametrize("cited", APART, ids=" ".join)
def test_what_does_not_follow_stays_apart(cited: list[str]):
    assert cited == load_language("uk").ranges(cited)


def test_a_range_that_has_begun_goes_on_in_the_same_place_only():
    cited = ["ч. 1 ст. 1", "ч. 2 ст. 1", "ч. 2 ст. 2"]
    assert ["чч. 1–2 ст. 1", "ч. 2 ст. 2"] == load_language("uk").ranges(cited)


def test_no_citations_make_no_range():
    assert [] == load_language("uk").ranges([])
