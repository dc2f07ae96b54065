"""A name in a grammatical case: written parts first, the others by rule; and what a notice is warned of."""

import pytest

from referral.language.declension import Gender
from referral.protection.inflected import name_in
from referral.protection.vault import Name, NameParts

NAME = Name(last="Бойко", first="Юрій", patronymic="Ілліч")


def test_a_name_is_declined_part_by_part():
    told = name_in(NAME, "dat", Gender.MASCULINE, "uk")
    assert (NameParts(last="Бойку", first="Юрію", patronymic="Іллічу"), "", False) == (
        told.parts,
        told.reason,
        told.is_written,
    )


def test_what_the_vault_has_goes_first_and_the_rest_is_declined():
    name = Name.model_validate(NAME.model_dump() | {"forms": {"dat": {"last": "Бойкові"}}})
    told = name_in(name, "dat", Gender.MASCULINE, "uk")
    assert NameParts(last="Бойкові", first="Юрію", patronymic="Іллічу") == told.parts
    assert not told.is_written


def test_a_form_that_the_vault_has_whole_is_never_doubted():
    forms = {"gen": {"last": "Ковалева", "first": "Густаво"}}
    name = Name.model_validate({"last": "Ковалів", "first": "Густаво", "forms": forms})
    told = name_in(name, "gen", None, "uk")
    assert (NameParts(last="Ковалева", first="Густаво"), "", True) == (told.parts, told.reason, told.is_written)


def test_a_part_that_nobody_knows_stays_unknown():
    assert NameParts(last="Бойка") == name_in(Name(last="Бойко"), "gen", Gender.MASCULINE, "uk").parts


@pytest.mark.parametrize(("gender", "lang"), [(None, "uk"), (Gender.MASCULINE, "en"), (Gender.MASCULINE, "xx")])
def test_without_gender_or_rules_a_name_stays_as_it_is_and_is_to_be_confirmed(gender: Gender | None, lang: str):
    told = name_in(NAME, "gen", gender, lang)
    assert NameParts(last="Бойко", first="Юрій", patronymic="Ілліч") == told.parts
    assert told.reason
