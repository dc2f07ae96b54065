"""A family name that may be an adjective or a noun has the forms of both, so that a search overlooks neither."""

import pytest

from referral.language.family_names import other_forms_of
from referral.protection.sought import Sought
from referral.protection.vault import Identity


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Уявна", {"Уявної", "Уявній"}),
        ("Вигадана", {"Вигаданої", "Вигаданій"}),
        ("Бідна", set()),  # an adjective beyond doubt
        ("Шевченко", set()),
        ("Smith", set()),
    ],
)
def test_the_forms_of_the_other_reading_are_there_where_a_rule_is_in_doubt(name: str, forms: set[str]):
    found = set(other_forms_of("uk", name))

    assert forms <= found
    assert bool(forms) == bool(found)


def test_a_language_without_such_a_rule_has_none():
    assert () == other_forms_of("en", "Smith")


def test_every_form_of_both_readings_is_found_in_a_text():
    identity = Identity.model_validate({"person": "PER-002", "names": [{"last": "Уявна", "first": "Олена"}]})
    sought, forms = Sought([identity]), ["Уявна", "Уявни", "Уявної", "Уявні", "Уявній", "Уявну", "Уявною"]

    assert forms == [form for form in forms if sought.found_in(f"свідок {form} сказала")]
