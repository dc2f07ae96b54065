"""Identity data is found however it is spelt in signs and capitals, and only as whole words."""

from typing import Any

import pytest

from referral.protection.datum import words_of
from referral.protection.sought import Sought
from referral.protection.vault import Identity

FORMS = {"gen": {"last": "Д’ячуна"}, "dat": {"last": "Д’ячунові"}}
PERSON = {
    "person": "PER-001",
    "names": [{"last": "Д’ячун-Умовний", "first": "Іван", "forms": FORMS}, {"last": "Diachun"}, {"last": "Лі"}],
    "documents": [{"kind": "passport", "number": "АА 123456"}],
    "contacts": ["+380 50 000-00-00", "diachun@example.org"],
    "family": [{"relation": "sister", "name": "Марія Прикладна"}],
}


def persons(sought: Sought, text: str) -> list[str]:
    return sorted(found.person for found in sought.found_in(text))


def persons_in(text: str, *more: dict[str, Any]) -> list[str]:
    return persons(Sought([Identity.model_validate(entry) for entry in (PERSON, *more)]), text)


@pytest.mark.parametrize(
    "text",
    [
        "прийшов Д’ячун-Умовний",
        "Д'ячун‑Умовний".replace("‑", "-"),
        "Дʼячун-Умовний",
        "Д`ЯЧУН-УМОВНИЙ",
        "д’ячун умовний",
        "дав Д’ячунові",
        "Д\u200d’ячуна",
        "(Diachun)",
        "паспорт аа123456".replace("аа", "аа "),
        "тел. +380-50-000-00-00",
        "DIACHUN@EXAMPLE.ORG",
        "сестра, Марія  Прикладна",
        "у Лі",
        "Ли не знаю, а ЛІ – так",
        "files/лі-1.txt",
        "files/Diachun_interrogation.txt",
        "files/diachun1.txt",
        "Diachun’s house",
        "паспорт АА123456",
    ],
)
def test_identity_data_is_found(text: str):
    assert ["PER-001"] == persons_in(text)


@pytest.mark.parametrize(
    "text", ["Д’ячунівка", "Умовний", "Іван", "Марія", "лі", "чи лі ні", "123456", "АА 1234567", "Diachuns", "", "’"]
)
def test_ordinary_words_are_not_found(text: str):
    assert [] == persons_in(text)


@pytest.mark.parametrize(
    "text", ["бачив Морозенка", "МОРОЗЕНКОВІ", "з Олегом Юрійовичем", "Morozenko was seen", "files/morozenko.txt"]
)
def test_a_form_that_a_rule_makes_of_a_name_is_found(text: str):
    man = {"person": "PER-002", "names": [{"last": "Морозенко", "first": "Олег", "patronymic": "Юрійович"}]}
    assert ["PER-002"] == persons(Sought([Identity.model_validate(man)]), text)


@pytest.mark.parametrize("text", ["від морозу", "у коморі", "moroz"])
def test_a_form_without_a_capital_is_an_ordinary_word(text: str):
    names = [{"last": "Мороз"}, {"last": "Комора"}]
    assert [] == persons(Sought([Identity.model_validate({"person": "PER-002", "names": names})]), text)


WOMAN = {
    "person": "PER-007",
    "names": [
        {"last": "Зразковська", "first": "Олена", "patronymic": "Петрівна", "forms": {"dat": {"first": "Олені"}}},
        {"first": "Оля-Сокіл", "kind": "alias"},
        {"first": "Ольга", "kind": "foreign_document"},
    ],
    "birth_date": "1999-07-03",
    "birth_place": {"uk": "село Захищене (вигадане)", "en": "village of Zakhyshchene"},
    "birth_place_gen": "села Захищеного",
    "residence": {"uk": "місто Умовне, вулиця Тіньова, 17, квартира 2", "en": "17 Shadow Street, town of Umovne"},
    "contacts": ["0501112233", "65-43-21", "765-43-21"],
}


@pytest.mark.parametrize(
    "text",
    [
        "Олена Петрівна розповіла",
        "відома як Оля-Сокіл",
        "проживає: вулиця Тіньова, 17",
        "вулиця Тіньова 17",
        "She lives at 17 Shadow Street.",
        "17 Shadow Street, town of Umovne",
        "+38 050 111 22 33",
        "(050) 111-22-33",
        "+380501112233",
        "тел. 7654321",
        "65-43-21",
        "1999-07-03",
        "03.07.1999",
        "3.7.1999",
        "03/07/99",
        "07/03/1999",
        "19990703",
        "народилася 3 липня 1999 року",
        "03 липня 1999 р.",
        "born on 3 July 1999",
        "July 3, 1999",
        "PER-007 із села Захищеного",
        "PER-007, village of Zakhyshchene",
    ],
)
def test_what_tells_of_a_person_beside_the_surname_is_found(text: str):
    assert ["PER-007"] == persons(Sought([Identity.model_validate(WOMAN)]), text)


@pytest.mark.parametrize(
    "text",
    [
        "Олена",
        "Петрівна",
        "Олені",
        "Ольга",
        "1999",
        "липень 1999 року",
        "4 липня 1999 року",
        "03.07.2019",
        "село Захищене",
        "PER-006 із села Захищеного",
        "місто Умовне",
        "вулиця Тіньова",
        "вулиця Тіньова, 18",
        "квартира 2",
        "0501112234",
        "17654321",
    ],
)
def test_what_is_told_of_many_is_not_found(text: str):
    assert [] == persons(Sought([Identity.model_validate(WOMAN)]), text)


@pytest.mark.parametrize("born", ["1999", "1999-07", "1999-07-XX", "1999-07-03/1999-07-09"])
def test_of_a_birth_without_its_day_nothing_is_searched_for(born: str):
    assert not Sought([Identity.model_validate({"person": "PER-007", "birth_date": born})])


def test_a_birthplace_that_the_case_names_as_a_place_tells_nobody():
    sought = Sought([Identity.model_validate(WOMAN)], told={words_of("Village of Zakhyshchene")})

    assert [] == persons(sought, "PER-007, village of Zakhyshchene")
    assert ["PER-007"] == persons(sought, "PER-007, село Захищене")


@pytest.mark.parametrize("text", ["PER-001", "EV-0001"])
def test_the_letters_of_an_id_are_no_name(text: str):
    short = {"person": "PER-009", "names": [{"last": "Per"}, {"last": "Ev"}]}

    assert [] == persons(Sought([Identity.model_validate(short)]), text)
    assert ["PER-009"] == persons(Sought([Identity.model_validate(short)]), f"Mr Per, {text}")


def test_each_person_found_is_told_once():
    other = {"person": "PER-002", "names": [{"last": "Diachun"}]}

    assert ["PER-001", "PER-002"] == persons_in("Diachun and Diachun", other)


def test_without_identities_there_is_nothing_to_search():
    assert not Sought([])
    assert not Sought([Identity(person="PER-001")])
    assert Sought([Identity.model_validate(PERSON)])
