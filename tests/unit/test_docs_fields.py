"""The schema of a case is its manual: every field says in words what to write, and every entry what it is."""

from typing import Any

import pytest

from referral.app.schemas import schemas

LONGEST = 110


def definitions() -> dict[str, dict[str, Any]]:
    """Every entry and part of an entry of a case, and the case itself."""
    whole = schemas()["case"]
    return {"Case": whole, **whole["$defs"]}


def fields() -> dict[str, str]:
    """What each field says of itself, nothing where it says nothing."""
    made = ((f"{name}.{key}", field) for name, one in definitions().items() for key, field in properties(one).items())
    return {name: field.get("description", "") for name, field in made}


def properties(definition: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = definition.get("properties", {})
    return found


def test_there_are_fields_to_look_at():
    assert 200 < len(fields())


def test_every_field_says_what_to_write():
    assert [] == [name for name, text in fields().items() if not text]


def test_what_a_field_says_is_short():
    assert {} == {name: text for name, text in fields().items() if len(text) > LONGEST}


@pytest.mark.parametrize("name", ["Fact.citations", "EvidenceItem.source", "Charge.period", "Incident.type"])
def test_a_field_of_another_type_says_its_own_words(name: str):
    """Those of its type are about any field of that type."""
    whole, field = name.split(".")
    own = properties(definitions()[whole])[field]["description"]

    assert own not in [one.get("description") for key, one in definitions().items() if key != whole]


def test_the_words_of_choices_are_explained_where_they_are_not_plain():
    """A choice is listed here if its words are plain to a lawyer."""
    plain = {"Algorithm", "Confidentiality", "Custody", "EvidenceKind", "Sex", "SourceKind"}
    silent = {name for name, one in definitions().items() if "enum" in one and "description" not in one}

    assert set() == silent - plain
