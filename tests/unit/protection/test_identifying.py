"""What of an identity is looked for, in which forms; and what only looks like it. One identity, one text a line."""

from typing import Any

import pytest

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
    form: {"last": f"Жабокряк{end}"} for form, end in zip(("gen", "dat", "acc", "ins", "loc"), "бвгґд", strict=True)
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
    (paper("АК 482915"), "ak 482915"),
    ({"contacts": ["чат сокілсім"]}, "chat sokilsim"),
    (BORN, "23.xi.1987"),
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
    ({"contacts": ["17"]}, "17 осіб"),
    (paper("АК1"), "ак1"),
    (BORN, "на сторінці 23 від 1987"),
    (BORN, "сторінка 23, 1987 рік"),
    (BORN, "розділ xi, 1987"),
    (BORN, "23 xi"),
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
