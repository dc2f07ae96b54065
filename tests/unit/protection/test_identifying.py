"""What of an identity is looked for, in which forms; and what only looks like it. One identity, one text a line."""

from typing import Any

import pytest

from referral.protection.datum import Datum, Words
from referral.protection.identifying import data_of, names_of, telephones
from referral.protection.sought import Sought
from referral.protection.vault import Identity

Told = dict[str, Any]


def sought(**told: Any) -> Sought:
    return Sought([Identity.model_validate({"person": "PER-001", **told})])


def named(last: str | None = None, first: str | None = None, patronymic: str | None = None, **more: Any) -> Told:
    return {"names": [{"last": last, "first": first, "patronymic": patronymic, **more}]}


def related(name: str) -> Told:
    return {"family": [{"relation": "sister", "name": name}]}


def paper(number: str) -> Told:
    return {"documents": [{"kind": "passport", "number": number}]}


BORN = {"birth_date": "1987-11-23"}
IN_DECEMBER = {"birth_date": "1987-12-03"}
FORMS = {
    form: {"last": f"Жабокряк{end}"} for form, end in zip(("gen", "dat", "acc", "ins", "loc"), "бвджк", strict=True)
}

FOUND = [
    (named("Щербаченко"), "szczerbaczenko was here"),
    (named("Мороз Снігур"), "moroz snihur was here"),
    (named("Сірко"), "прийшов сірко"),
    (named("Тест", "Юр", "Тарасович"), "saw yura tarasowicza"),
    *((named("Тест", forms=FORMS), f"бачили {form['last']}") for form in FORMS.values()),
    (named("Тест", latin={"last": "Qwertz"}), "saw Qwertz"),
    (named(first="Сокіл", kind="alias"), "позивний Сокіл"),
    (related("Марія Петрівна Прикладна"), "Прикладна Марія Петрівна"),
    (related("Прикладна Марія Петрівна"), "Марія Петрівна Прикладна"),
    (related("Марія"), "Марія"),
    (related("Марія Петрівна Прикладна"), "дали Марії Петрівні Прикладній"),
    (related("Прикладна Марія Петрівна"), "дали Прикладній Марії Петрівні"),
    (related("Марія Прикладна"), "від Марії Прикладної"),
    (related("Марія Прикладна"), "від Прикладної Марії"),
    (paper("АК 482915"), "ak 482915"),
    ({"contacts": ["чат сокілсім"]}, "chat sokilsim"),
    (BORN, "23.xi.1987"),
    (BORN, "xi.23.1987"),
    (IN_DECEMBER, "3.xii.1987"),
    (BORN, "23 лист 1987"),
    (BORN, "лис 23, 1987"),
    ({"residence": "хутір А, 17"}, "хутір А, 17"),
    ({"residence": "хутір А, 17"}, "khutir a, 17"),
    ({"residence": "вулиця Січових Вигаданців, 5"}, "Січових Вигаданців 5"),
    ({"residence": "вулиця Тіньова, 17"}, "tinova street, 17"),
    ({"residence": "місто Жабокряк"}, "PER-001 місто Жабокряк"),
    ({"birth_place": "село Нове Вигаданове"}, "PER-001 Нове Вигаданове"),
]
NOT_FOUND = [
    (named("Я", "Ян"), "Я прийшов"),
    (named("Мороз"), "надворі мороз"),
    (named("Ко"), "пішов ком угору"),
    (named(patronymic="Тарасович"), "None Тарасович"),
    (named("Тест", "Сокіл", kind="alias"), "Сокіл прилетів"),
    (named(patronymic="Тарасович", kind="alias"), "Тарасович"),
    (related("Марія Прикладна"), "Прикладна справа"),
    (related("—"), "— і —"),
    (named("—"), "— і —"),
    ({"contacts": ["17"]}, "17 осіб"),
    (paper("АК1"), "ак1"),
    (BORN, "на сторінці 23 від 1987"),
    (BORN, "сторінка 23, 1987 рік"),
    (BORN, "розділ xi, 1987"),
    (BORN, "23 xi"),
    (BORN, "xi 23"),
    (BORN, "ст. 11.87"),
    (BORN, "листопад 23"),
    (BORN, "листопад 1987"),
    (BORN, "11.1987"),
    (BORN, "11/23"),
    (BORN, "1987-11"),
    (BORN, "23 листопада"),
    (BORN, "November 23"),
    ({"birth_date": "1987-11"}, "11.1987"),
    ({"birth_date": "../1987-11-23"}, "23.11.1987"),
    ({"residence": "місто Жабокряк"}, "місто Жабокряк"),
    ({"residence": "кв. А, 17"}, "пункт А 17"),
    ({"residence": "вулиця Тіньова, 17"}, "17 осіб"),
    ({"birth_place": "Нове Вигаданове"}, "PER-001 нового"),
    ({"birth_place": "(невідомо)"}, "PER-001 невідомо"),
]


@pytest.mark.parametrize(("told", "text"), FOUND)
def test_it_is_found_in(told: Told, text: str):
    assert ["PER-001"] == [found.person for found in sought(**told).found_in(text)]


@pytest.mark.parametrize(("told", "text"), NOT_FOUND)
def test_nothing_is_found_in(told: Told, text: str):
    assert [] == sought(**told).found_in(text)


@pytest.mark.parametrize("word", ["Щербаченко", "Олег", "Юрійович", "Марія", "Приклад"])
def test_no_part_of_a_name_is_printed_in_a_message_not_even_one_that_alone_tells_of_nobody(word: str):
    whole = sought(**named("Щербаченко", "Олег", "Юрійович"), **related("Марія Приклад"))

    assert not whole.may_be_printed(word)
    assert whole.may_be_printed("Звичайне")


def data(**told: Any) -> dict[Words, Datum]:
    return {datum.words: datum for datum in data_of(Identity.model_validate({"person": "PER-001", **told}))}


SURE = [
    (named("Мороз Снігур"), ("мороз", "снігур"), True),
    (named("Мороз"), ("мороз",), False),
    (named("Щербаченко"), ("щербаченко",), True),
    (named("Щербаченко"), ("щербаченком",), True),
    (named("Щербаченко"), ("shcherbachenko",), True),
    (named("Бабаянець"), ("бабаянцеві",), True),
    (named("Бабаянець"), ("бабаянцями",), False),
    (named("Мороз", "Іван", "Ілліч"), ("івана", "ілліча"), True),
    (named("Мороз", "Іван", "Ілліч"), ("мороза",), False),
    (related("Марія Приклад"), ("марія", "приклад"), True),
    (related("Марія"), ("марія",), False),
    (BORN, ("november", "23", "1987"), True),
]


@pytest.mark.parametrize(("told", "words", "is_sure"), SURE)
def test_words_are_sure_if_nothing_but_the_name_or_the_day_is_written_so(told: Told, words: Words, is_sure: bool):
    assert is_sure == data(**told)[words].is_sure


@pytest.mark.parametrize(("words", "needs_capital"), [(("мороз",), True), (("мороз", "снігур"), False)])
def test_one_ordinary_word_is_a_name_with_a_capital_alone(words: Words, needs_capital: bool):
    assert needs_capital == data(**named(" ".join(words)))[words].needs_capital


def test_what_a_rule_makes_of_a_name_is_told_from_the_name():
    found = data(**named("Щербаченко"))

    assert (False, True) == (found["щербаченко",].is_formed, found["щербаченка",].is_formed)


def test_a_day_of_birth_in_one_number_is_looked_for_in_one_piece():
    days = data(**BORN)

    assert {("19871123",), ("23111987",)} == {words for words, datum in days.items() if datum.is_whole}


@pytest.mark.parametrize(
    ("contact", "lines"),
    [
        ("+38 (050) 111-22-33", {"501112233"}),
        ("765-43-21", {"7654321"}),
        ("050 111\u200b2233", {"501112233"}),
        ("65-43-21", set()),
        ("someone.1234567@example.org", set()),
    ],
)
def test_of_contacts_numbers_of_seven_digits_are_telephones(contact: str, lines: set[str]):
    assert lines == telephones(Identity(person="PER-001", contacts=[contact]))


def test_every_part_of_every_name_is_known():
    whole = Identity.model_validate(
        {"person": "PER-001", **named("Щербаченко", "Олег", "Юрійович"), **related("Ганна")}
    )

    assert ["Щербаченко", "Олег", "Юрійович", "Ганна"] == list(names_of(whole))
