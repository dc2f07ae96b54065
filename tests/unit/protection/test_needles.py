"""Identity data is found however it is spelt in signs and capitals, and only as whole words."""

from typing import Any

import pytest

from referral.protection.needles import Needles
from referral.protection.vault import Identity

FORMS = {"gen": {"last": "Д’ячуна"}, "dat": {"last": "Д’ячунові"}}
PERSON = {
    "person": "PER-001",
    "names": [{"last": "Д’ячун-Умовний", "first": "Іван", "forms": FORMS}, {"last": "Diachun"}, {"last": "Лі"}],
    "documents": [{"kind": "passport", "number": "АА 123456"}],
    "contacts": ["+380 50 000-00-00", "diachun@example.org"],
    "family": [{"relation": "sister", "name": "Марія Прикладна"}],
}


def persons_in(text: str, *more: dict[str, Any]) -> list[str]:
    return Needles(Identity.model_validate(entry) for entry in (PERSON, *more)).persons_in(text)


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
    ],
)
def test_identity_data_is_found(text: str):
    assert ["PER-001"] == persons_in(text)


@pytest.mark.parametrize(
    "text", ["Д’ячунівка", "Умовний", "Іван", "Марія", "Лі", "у Лі", "123456", "АА 1234567", "Diachuns", "", "’"]
)
def test_ordinary_words_are_not_found(text: str):
    assert [] == persons_in(text)


def test_each_person_found_is_told_once():
    other = {"person": "PER-002", "names": [{"last": "Diachun"}]}

    assert ["PER-001", "PER-002"] == persons_in("Diachun and Diachun", other)


def test_without_identities_there_is_nothing_to_search():
    assert not Needles([])
    assert not Needles([Identity(person="PER-001")])
    assert Needles([Identity.model_validate(PERSON)])
