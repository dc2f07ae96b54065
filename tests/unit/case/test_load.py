"""One file or a folder of files is one case, and every node keeps its place."""

import os
from pathlib import Path

import pytest

from referral.case.files import is_vault, vault_path
from referral.case.load import LoadedCase, read_case
from referral.diagnostics import Diagnostic, Position
from tests.unit.builder import case_data, source, write_case

HEAD = 'schema_version: "1"\ncase: {id: x, title: A case, language: en, as_at: 2024}\n'


def write(folder: Path, **files: str) -> Path:
    """Files by name, `__` for a folder: `more__places="…"` is `more/places.yaml`."""
    for name, text in files.items():
        path = folder / (name.replace("__", "/") + ".yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def loaded(path: Path) -> LoadedCase:
    case, findings = read_case(path)
    assert [] == findings
    assert case is not None
    return case


def findings_in(path: Path) -> list[Diagnostic]:
    case, findings = read_case(path)
    assert case is None
    return findings


def test_a_folder_of_files_is_the_same_case_as_one_file(tmp_path: Path):
    one = write(tmp_path / "one", case=HEAD + "places: [{id: PL-01, name: A}]\nsources: []\n") / "case.yaml"
    places = 'schema_version: "1"\nplaces: [{id: PL-01, name: A}]\n'
    many = write(tmp_path / "many", case=HEAD, more__places=places, empty="# nothing yet\n")

    assert loaded(one).case == loaded(many).case


def test_entries_of_one_section_in_several_files_come_in_the_order_of_the_files(tmp_path: Path):
    folder = write(tmp_path, case=HEAD, a="places: [{id: PL-02, name: A}]\n", b="places:\n  - {id: PL-01, name: B}\n")
    case = loaded(folder)

    assert ["PL-02", "PL-01"] == [place.id for place in case.case.places]
    assert Position(str(tmp_path / "b.yaml"), 2, 10) == case.where("places", 1, "id")
    assert {str(tmp_path / f"{name}.yaml") for name in ("case", "a", "b")} == case.origin.paths


def test_the_place_of_a_header_field_and_of_an_unknown_section_are_known(tmp_path: Path):
    case = loaded(write(tmp_path, case=HEAD))

    assert Position(str(tmp_path / "case.yaml"), 2, 22) == case.origin.position(("case", "title"))
    assert Position(str(tmp_path)) == case.origin.position(("places", 0))
    assert Position(str(tmp_path)) == case.origin.position(())


def test_withdrawn_entries_are_kept_and_left_out_of_what_rules_look_at(tmp_path: Path):
    case = loaded(write_case(tmp_path, sources=[source(), source("SRC-02", status="withdrawn")]))

    assert ["SRC-01", "SRC-02"] == [entry.id for entry in case.case.sources]
    assert [0] == [index for index, _ in case.entries("sources")]


def test_evidence_the_vault_and_hidden_files_are_no_case_files(tmp_path: Path):
    no_case = "this: [is no case file]\n"
    write(tmp_path, case=HEAD, files__table=no_case, vault=no_case, _git__x=no_case)
    (tmp_path / "_git").rename(tmp_path / ".git")
    (tmp_path / ".#case.yaml").symlink_to("user@host.1234")
    (tmp_path / "folder.yaml").mkdir()

    assert {str(tmp_path / "case.yaml")} == loaded(tmp_path).origin.paths


@pytest.mark.parametrize("name", ["a.yml", "a.YAML"])
def test_yaml_files_of_every_spelling_are_read(tmp_path: Path, name: str):
    write(tmp_path, case=HEAD)
    (tmp_path / name).write_text("places: [{id: PL-01, name: A}]\n")

    assert ["PL-01"] == [place.id for place in loaded(tmp_path).case.places]


def test_a_link_inside_the_case_is_followed(tmp_path: Path):
    write(tmp_path, case=HEAD, files__x="places: [{id: PL-01, name: A}]\n")
    (tmp_path / "places.yaml").symlink_to("files/x.yaml")

    assert ["PL-01"] == [place.id for place in loaded(tmp_path).case.places]


@pytest.mark.parametrize("name", ["linked", "linked.yaml", "inner/linked"])
def test_a_linked_folder_is_told_and_not_read(tmp_path: Path, name: str):
    write(tmp_path, case=HEAD, files__y="no: case\n", inner__x="places: []\n")
    (tmp_path / name).symlink_to(tmp_path / "files")

    assert ["linked-folder"] == [d.rule for d in findings_in(tmp_path)]


def test_evidence_and_hidden_folders_may_be_links(tmp_path: Path):
    write(tmp_path, case__case=HEAD, elsewhere__y="no: case\n")
    for name in ("files", ".git"):
        (tmp_path / "case" / name).symlink_to("../elsewhere")

    assert "x" == loaded(tmp_path / "case").case.case.id


def test_a_pipe_is_told_and_not_opened(tmp_path: Path):
    write(tmp_path, case=HEAD)
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "link.yaml").symlink_to("pipe.yaml")

    assert ["file-unreadable", "file-unreadable"] == [d.rule for d in findings_in(tmp_path)]


def test_links_in_a_circle_are_a_finding_and_no_crash(tmp_path: Path):
    write(tmp_path, case=HEAD)
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")

    assert ["file-unreadable"] == [d.rule for d in findings_in(tmp_path)]


def test_what_is_wrong_in_all_files_is_told_at_once(tmp_path: Path):
    write(tmp_path, a="- no mapping\n", b="b: *x\n", c="facs: []\n", d="facts: {}\n", e="schema_version: 7\n")

    found = {(Path(d.position.path).name, d.rule) for d in findings_in(tmp_path)}
    assert {
        ("a.yaml", "wrong-shape"),
        ("b.yaml", "yaml-alias"),
        ("b.yaml", "unknown-key"),
        ("c.yaml", "unknown-key"),
        ("d.yaml", "wrong-shape"),
        ("e.yaml", "wrong-value"),
    } == found


def test_nothing_is_said_to_be_missing_while_a_file_is_unread(tmp_path: Path):
    assert ["yaml-syntax"] == [d.rule for d in findings_in(write(tmp_path, case="case: {id: x\n"))]


def test_a_folder_without_a_header_says_what_is_missing(tmp_path: Path):
    (finding,) = findings_in(write(tmp_path, places="places: []\n"))

    assert (Position(str(tmp_path)), "missing-key") == (finding.position, finding.rule)


def test_an_empty_file_is_no_case(tmp_path: Path):
    (finding,) = findings_in(write(tmp_path, case="") / "case.yaml")

    assert "missing-key" == finding.rule


def test_a_section_in_two_files_names_both_places(tmp_path: Path):
    (finding,) = findings_in(write(tmp_path, a=HEAD, b=HEAD))

    assert Position(str(tmp_path / "b.yaml"), 2, 1) == finding.position
    assert [Position(str(tmp_path / "a.yaml"), 2, 1)] == [related.position for related in finding.related]


def test_every_file_has_its_schema_version_checked(tmp_path: Path):
    (finding,) = findings_in(write(tmp_path, a=HEAD, b='schema_version: "2"\n'))

    assert Position(str(tmp_path / "b.yaml"), 1, 17) == finding.position


def test_the_vault_of_a_folder_and_of_a_file_have_their_places(tmp_path: Path):
    assert tmp_path / "vault.yaml" == vault_path(tmp_path)
    assert tmp_path / "x.vault.yaml" == vault_path(tmp_path / "x.yaml")
    assert ["vault.yaml", "x.VAULT.yaml", "vault.yaml.age"] == [
        name
        for name in ("vault.yaml", "case.yaml", "x.VAULT.yaml", "vault.yaml.age", "vault.txt")
        if is_vault(Path(name))
    ]


def test_a_case_filtered_after_its_index_was_used_does_not_find_what_it_lost(tmp_path: Path):
    case = loaded(write_case(tmp_path, sources=[source()])).case
    assert {"SRC-01"} == case.by_id.keys()

    assert set() == case.model_copy(update={"sources": []}).by_id.keys()


def test_the_builder_gives_a_case_that_is_whole():
    assert {"schema_version", "case"} == case_data().keys()
