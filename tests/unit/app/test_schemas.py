"""The JSON Schemas beside the cases are those of the program."""

import json
from pathlib import Path

import pytest

from referral.app.schemas import schemas

FOLDER = Path(__file__).parent.parent.parent.parent / "schemas"


@pytest.mark.parametrize("name", sorted(schemas()))
def test_the_stored_schema_is_the_programs_own(name: str):
    stored = json.loads((FOLDER / f"{name}.schema.json").read_text("utf-8"))
    assert schemas()[name] == stored, "if this change is meant: referral schema -o schemas"


def test_every_schema_is_stored():
    assert sorted(schemas()) == sorted(p.name.removesuffix(".schema.json") for p in FOLDER.glob("*.json"))
