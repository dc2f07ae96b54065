"""The vault is read without a word of it reaching a message."""

from collections.abc import Callable
from pathlib import Path

import pytest

from referral.diagnostics import to_text
from referral.errors import VaultNotOpenedError
from referral.protection.profiles import PROFILES
from referral.protection.vault_file import read_vault

SECRET = "Таємничий"
LATIN = "Taiemnychyi"  # anchors, aliases and tags are Latin


def vault(folder: Path, text: str) -> Path:
    (folder / "vault.yaml").write_text(text, encoding="utf-8")
    return folder


def test_a_case_without_a_vault_has_an_empty_one(tmp_path: Path):
    loaded, findings = read_vault(tmp_path)

    assert ([], []) == (list(loaded.identities), findings)


@pytest.mark.parametrize("text", ["", "# nothing yet\n", 'schema_version: "1"\nidentities: []\n'])
def test_an_empty_vault_is_no_mistake(tmp_path: Path, text: str):
    loaded, findings = read_vault(vault(tmp_path, text))

    assert ([], []) == (list(loaded.identities), findings)


def test_identities_are_known_by_person(tmp_path: Path):
    loaded, findings = read_vault(
        vault(tmp_path, f"identities:\n  - {{person: PER-001, names: [{{last: {SECRET}}}]}}\n")
    )

    assert [] == findings
    assert SECRET == loaded.identities["PER-001"].names[0].last
    assert f"{tmp_path}/vault.yaml:2:14" == str(loaded.where(0))


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (f"identities: [{{person: {SECRET}}}]", "wrong-value"),
        (f"identities: [{{person: PER-001, birth_date: {SECRET}}}]", "wrong-value"),
        (f"identities: [{{person: PER-001, names: [{{kind: {SECRET}}}]}}]", "wrong-value"),
        (f"identities: [{{person: PER-001, {SECRET}: x}}]", "unknown-key"),
        (f"identities: [{{person: PER-001, birth_place: {{{SECRET}: x}}}}]", "wrong-value"),
        (f"identities: {SECRET}", "wrong-shape"),
        (f"schema_version: {SECRET}", "wrong-value"),
        (f"{SECRET}", "wrong-shape"),
        (f"{SECRET}: 1\n{SECRET}: 2", "duplicate-key"),
        (f"a: *{LATIN}", "yaml-alias"),
        (f"a: &{LATIN} 1", "yaml-anchor"),
        (f"a: !{LATIN} 1", "yaml-tag"),
        (f"a: {SECRET}: 1", "yaml-syntax"),
        (f'a: "{SECRET}', "yaml-syntax"),
        (f"a: {SECRET}\u200b", "forbidden-character"),
    ],
)
def test_no_finding_about_a_vault_quotes_it(tmp_path: Path, text: str, rule: str):
    loaded, findings = read_vault(vault(tmp_path, text))

    assert (rule, []) == (findings[0].rule, list(loaded.identities))
    assert not [f for f in findings if SECRET in to_text(f) or LATIN in to_text(f)]


def test_the_names_of_keys_are_told_all_the_same(tmp_path: Path):
    _, (finding,) = read_vault(vault(tmp_path, "identities: [{person: PER-001, birth_date: 1.1.1980}]"))

    assert finding.message.startswith('"birth_date": “…” is not a date')


def test_a_vault_that_cannot_be_opened_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(path: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("referral.protection.vault_file.read_yaml_file", refuse)
    _, (finding,) = read_vault(vault(tmp_path, ""))

    assert "file-unreadable" == finding.rule


def test_the_vault_of_a_single_file_stands_beside_it(tmp_path: Path):
    (tmp_path / "x.vault.yaml").write_text("identities: [{person: PER-001}]")
    (tmp_path / "x.yaml").write_text("")

    assert ["PER-001"] == list(read_vault(tmp_path / "x.yaml")[0].identities)


def a_folder(path: Path) -> None:
    path.mkdir()


def a_dangling_link(path: Path) -> None:
    path.symlink_to("nowhere.yaml")


@pytest.mark.parametrize("make", [a_folder, a_dangling_link])
def test_a_vault_that_is_no_file_does_not_pass_for_none(tmp_path: Path, make: Callable[[Path], None]):
    make(tmp_path / "vault.yaml")
    loaded, (finding,) = read_vault(tmp_path)

    assert ("file-unreadable", True, []) == (finding.rule, finding.is_error, list(loaded.identities))


@pytest.mark.parametrize(
    "text",
    [
        f"identities: [{{person: PER-001, birth_place: {{'names\": {SECRET} \"x': y}}}}]",
        f'identities: [{{person: PER-001, birth_date: \'1" {SECRET} "names" \'}}]',
        f"identities: [{{person: 'names\" {SECRET}'}}]",
        f"identities: [{{'names\" {SECRET}': PER-001}}]",
        f"'names\" {SECRET}': 1\n'names\" {SECRET}': 2",
    ],
)
def test_a_quotation_mark_in_a_vault_lets_nothing_out_of_a_finding(tmp_path: Path, text: str):
    _, findings = read_vault(vault(tmp_path, text))

    assert findings
    assert not [f for f in findings if SECRET in to_text(f)]


@pytest.mark.parametrize(("case", "name"), [("", "vault.yaml.age"), ("x.yaml", "x.vault.yaml.age")])
def test_an_encrypted_vault_without_a_key_is_said_and_gives_no_identity(tmp_path: Path, case: str, name: str):
    (tmp_path / "x.yaml").write_text("")
    (tmp_path / name).write_bytes(b"sealed")
    loaded, (finding,) = read_vault(tmp_path / case)

    assert ("vault-not-opened", False, name) == (finding.rule, finding.is_error, Path(finding.position.path).name)
    assert finding.hint is not None
    assert "identity-outside-vault" in finding.hint
    for asked in (lambda: loaded.vault, lambda: loaded.identities, lambda: loaded.identities_for(PROFILES["public"])):
        with pytest.raises(VaultNotOpenedError, match="--age-identity"):
            asked()


def test_an_encrypted_vault_beside_one_in_clear_is_wrong(tmp_path: Path):
    vault(tmp_path, "identities: [{person: PER-001}]").joinpath("vault.yaml.age").write_bytes(b"sealed")
    loaded, (finding,) = read_vault(tmp_path)

    assert ("two-vaults", True, []) == (finding.rule, finding.is_error, list(loaded.identities))


def test_a_folder_in_the_place_of_the_encrypted_vault_does_not_pass_for_none(tmp_path: Path):
    (tmp_path / "vault.yaml.age").mkdir()

    assert ["file-unreadable"] == [finding.rule for finding in read_vault(tmp_path)[1]]
