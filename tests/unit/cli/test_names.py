"""`referral names`: the forms of a case to paste, and any text tried."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from referral.cli.names import command
from referral.errors import ReferralError, UsageError
from referral.yaml_reader import read_yaml
from tests.unit.builder import DATA

CASES = ("nominative", "genitive", "dative", "accusative", "instrumental", "locative", "vocative")
CASE = """\
schema_version: "1"
case: {id: x, title: Справа, language: uk, as_at: 2024-01-31}
persons:
  - {id: PER-001, sex: m, roles: [{role: suspect}]}
  - {id: PER-002, sex: f, roles: [{role: prosecutor}]}
  - {id: PER-003, roles: [{role: witness}]}
units:
  - {id: UNIT-01, name: "військова частина"}
  - {id: UNIT-02, name: {en: A unit}}
postings:
  - {id: POST-01, person: PER-001, title: "ватажок «загону»", unit: UNIT-01}
  - {id: POST-02, person: PER-002, title: прокурор відділу, title_forms: {ins: прокуроркою відділу}, rank: капітан}
"""
VAULT = """\
schema_version: "1"
identities:
  - person: PER-001
    names:
      - last: Ковалів
        first: Юрій
        forms: {dat: {last: Ковалеву, first: Юрієві}}
        latin: {last: Kovaliv, first: Iurii}
      - {last: KOVALEV, script: Latn, kind: foreign_document}
  - {person: PER-002, names: [{last: Уявна, first: Олена, patronymic: Іллівна, forms: {gen: {last: Уявної}}}]}
  - {person: PER-003, names: [{last: Бойко, first: Саша}]}
"""


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command, arguments, catch_exceptions=False)


def names(folder: Path, *arguments: str) -> str:
    (folder / "case.yaml").write_text(CASE, "utf-8")
    (folder / "vault.yaml").write_text(VAULT, "utf-8")
    return run(str(folder), "--law", str(DATA / "law"), *arguments).output


def test_a_tried_text_is_seven_forms_and_how_sure_they_are():
    told = json.loads(
        run("--try", "Бойко", "--kind", "family-name", "--gender", "masculine", "--format", "json").output
    )
    forms = ("Бойко", "Бойка", "Бойку", "Бойка", "Бойком", "Бойкові", "Бойку")
    assert {"forms": dict(zip(CASES, forms, strict=True)), "certainty": "certain"} == told


def test_a_text_that_no_rule_knows_is_to_be_confirmed():
    told = json.loads(run("--try", "ватажок", "--kind", "post", "--format", "json").output)
    assert "to-confirm" == told["certainty"]
    assert list(CASES) == list(told["forms"])


def test_a_tried_text_is_told_in_lines_with_the_reason():
    lines = run("--try", "Ковалів", "--kind", "family-name", "--gender", "masculine").output.splitlines()
    assert "nominative   Ковалів" == lines[0]
    assert "certainty    to-confirm: names in -ів keep the vowel or change it" == lines[-1]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "name a case, or a text"),
        (("a-case", "--try", "Бойко"), "name a case, or a text"),
        (("--try", " "), "no text to decline"),
        (("--try", "Boy", "--lang", "en"), "no rules of declension"),
    ],
)
def test_what_cannot_be_declined_is_wrong_usage(arguments: tuple[str, ...], words: str):
    with pytest.raises(UsageError, match=words):
        run(*arguments)


def test_a_case_in_a_language_without_rules_is_told(tmp_path: Path):
    (tmp_path / "case.yaml").write_text(CASE.replace("language: uk", "language: en"), "utf-8")
    with pytest.raises(ReferralError, match='declension for the language "en"; there are for: uk'):
        run(str(tmp_path), "--law", str(DATA / "law"))


def test_the_forms_of_a_case_can_be_pasted_and_say_how_sure_they_are(tmp_path: Path):
    lines = names(tmp_path).splitlines()
    assert '          dat: {last: "Ковалеву", first: "Юрієві"} # written' in lines
    assert '        latin: {last: "Kovaliv", first: "Iurii"} # written' in lines
    assert '      ins: "прокуроркою відділу" # written' in lines
    assert '      gen: "прокурора відділу" # certain' in lines
    assert '      loc: "ватажок «загону»" # to confirm: the head noun is not in our list' in lines
    assert '      acc: "військову частину" # certain' in lines


def test_a_part_of_a_name_that_is_not_written_is_declined(tmp_path: Path):
    (line,) = [line for line in names(tmp_path).splitlines() if "Уявної" in line]
    assert '          gen: {last: "Уявної", first: "Олени", patronymic: "Іллівни"} # certain' == line


def test_the_forms_are_yaml_and_those_of_every_entry(tmp_path: Path):
    data = read_yaml(names(tmp_path).encode(), "names.yaml").data
    assert ["PER-001", "PER-002", "PER-003"] == [entry["person"] for entry in data["identities"]]
    assert ["POST-01", "POST-02"] == [entry["id"] for entry in data["postings"]]
    assert [{"id": "UNIT-01", "name": "військова частина"}] == [
        {key: entry[key] for key in ("id", "name")} for entry in data["units"]
    ]
    assert ["gen", "dat", "acc", "ins", "loc"] == list(data["postings"][1]["rank_forms"])


def test_what_was_printed_can_be_pasted_into_the_files(tmp_path: Path):
    """The program takes back what it printed: every key is one of the case or the vault."""
    printed = read_yaml(names(tmp_path).encode(), "names.yaml").data
    forms = {entry["id"]: entry for entry in printed["postings"]}
    pasted = CASE.replace(
        "rank: капітан}", f"rank: капітан, rank_forms: {json.dumps(forms['POST-02']['rank_forms'])}}}"
    )
    (tmp_path / "case.yaml").write_text(pasted, "utf-8")
    identities = json.dumps(printed["identities"], ensure_ascii=False)
    (tmp_path / "vault.yaml").write_text(f'schema_version: "1"\nidentities: {identities}\n', "utf-8")
    again = run(str(tmp_path), "--law", str(DATA / "law")).output
    assert '      gen: "капітана" # written' in again.splitlines()


def test_the_forms_of_a_case_are_data_too(tmp_path: Path):
    told = json.loads(names(tmp_path, "--format", "json"))
    (first, *_) = told["names"]
    assert "1" == told["version"]
    assert ("PER-001", "written") == (first["entry"], first["forms"]["dat"]["state"])
    assert "to-confirm" == first["forms"]["gen"]["state"]
