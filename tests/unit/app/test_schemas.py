"""The JSON Schemas beside the cases are those of the program."""

import json
from pathlib import Path

import pytest

from referral.app.schemas import schema_text, schemas, write_schemas
from referral.errors import WriteError

FOLDER = Path(__file__).parent.parent.parent.parent / "schemas"


@pytest.mark.parametrize("name", sorted(schemas()))
def test_the_stored_schema_is_the_programs_own(name: str):
    stored = json.loads((FOLDER / f"{name}.schema.json").read_text("utf-8"))
    assert schemas()[name] == stored, "if this change is meant: referral schema -o schemas --force"


def test_terms_are_offered_as_examples_and_others_are_let_in():
    kind = schemas()["case"]["$defs"]["Incident"]["properties"]["type"]

    assert "transfer" in kind["examples"]
    assert not kind.keys() & {"enum", "x-terms"}


def test_every_schema_is_stored():
    assert sorted(schemas()) == sorted(p.name.removesuffix(".schema.json") for p in FOLDER.glob("*.json"))


def test_a_file_that_is_not_the_same_is_kept(tmp_path: Path):
    mine = tmp_path / "case.schema.json"
    mine.write_text("mine")
    with pytest.raises(WriteError, match=r"case\.schema\.json: another file is there"):
        list(write_schemas(tmp_path, ["case"]))
    assert "mine" == mine.read_text("utf-8")
    assert [mine] == list(write_schemas(tmp_path, ["case"], force=True))
    assert [mine] == list(write_schemas(tmp_path, ["case"]))
    assert schema_text("case") == mine.read_text("utf-8")


def test_one_schema_is_written_alone(tmp_path: Path):
    list(write_schemas(tmp_path / "new", ["vault"]))
    assert ["vault.schema.json"] == [path.name for path in (tmp_path / "new").iterdir()]
