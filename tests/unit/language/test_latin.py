"""Transliteration by the official table, with all its examples."""

import pytest

from referral.language.transliteration import transliteration_of

# The examples in the table annexed to Resolution № 55 of 27 January 2010, letter by letter (74), and the two of its
# note on «зг». Two public transcriptions, not made from each other, agree in each; the publication itself was not read.
OFFICIAL = {
    "Алушта": "Alushta",
    "Андрій": "Andrii",
    "Борщагівка": "Borshchahivka",
    "Борисенко": "Borysenko",
    "Вінниця": "Vinnytsia",
    "Володимир": "Volodymyr",
    "Гадяч": "Hadiach",
    "Богдан": "Bohdan",
    "Згурський": "Zghurskyi",
    "Ґалаґан": "Galagan",
    "Ґорґани": "Gorgany",
    "Донецьк": "Donetsk",
    "Дмитро": "Dmytro",
    "Рівне": "Rivne",
    "Олег": "Oleh",
    "Есмань": "Esman",
    "Єнакієве": "Yenakiieve",
    "Гаєвич": "Haievych",
    "Короп'є": "Koropie",
    "Житомир": "Zhytomyr",
    "Жанна": "Zhanna",
    "Жежелів": "Zhezheliv",
    "Закарпаття": "Zakarpattia",
    "Казимирчук": "Kazymyrchuk",
    "Медвин": "Medvyn",
    "Михайленко": "Mykhailenko",
    "Іванків": "Ivankiv",
    "Іващенко": "Ivashchenko",
    "Їжакевич": "Yizhakevych",
    "Кадиївка": "Kadyivka",
    "Мар'їне": "Marine",
    "Йосипівка": "Yosypivka",
    "Стрий": "Stryi",
    "Олексій": "Oleksii",
    "Київ": "Kyiv",
    "Коваленко": "Kovalenko",
    "Лебедин": "Lebedyn",
    "Леонід": "Leonid",
    "Миколаїв": "Mykolaiv",
    "Маринич": "Marynych",
    "Ніжин": "Nizhyn",
    "Наталія": "Nataliia",
    "Одеса": "Odesa",
    "Онищенко": "Onyshchenko",
    "Полтава": "Poltava",
    "Петро": "Petro",
    "Решетилівка": "Reshetylivka",
    "Рибчинський": "Rybchynskyi",
    "Суми": "Sumy",
    "Соломія": "Solomiia",
    "Тернопіль": "Ternopil",
    "Троць": "Trots",
    "Ужгород": "Uzhhorod",
    "Уляна": "Uliana",
    "Фастів": "Fastiv",
    "Філіпчук": "Filipchuk",
    "Харків": "Kharkiv",
    "Христина": "Khrystyna",
    "Біла Церква": "Bila Tserkva",
    "Стеценко": "Stetsenko",
    "Чернівці": "Chernivtsi",
    "Шевченко": "Shevchenko",
    "Шостка": "Shostka",
    "Кишеньки": "Kyshenky",
    "Щербухи": "Shcherbukhy",
    "Гоща": "Hoshcha",
    "Гаращенко": "Harashchenko",
    "Юрій": "Yurii",
    "Корюківка": "Koriukivka",
    "Яготин": "Yahotyn",
    "Ярошенко": "Yaroshenko",
    "Костянтин": "Kostiantyn",
    "Знам'янка": "Znamianka",
    "Феодосія": "Feodosiia",
    "Згорани": "Zghorany",
    "Розгон": "Rozghon",
}
MORE = {  # of our own sources
    "Сімферополь": "Simferopol",
    "Щастя": "Shchastia",
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


@pytest.mark.parametrize(("name", "spelt"), [*OFFICIAL.items(), *MORE.items()])
def test_the_official_examples_and_more_are_spelt_so(name: str, spelt: str):
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
