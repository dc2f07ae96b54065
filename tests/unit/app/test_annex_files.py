"""Annexes as files: which a build writes, checks, and takes away when they are no files of their own any more."""

from pathlib import Path
from typing import Any

import pytest

from referral.app.build import Built, build, check_output
from referral.case.model import DocumentRequest
from referral.errors import WriteError
from tests.unit.app.dossiers import project, request
from tests.unit.builder import item


def built(folder: Path, asked: DocumentRequest | None = None, force: bool = False, **sections: Any) -> list[Built]:
    case = project(folder / "case", **sections)
    return build(case, [asked or request()], folder / "out", ["text", "html"], force)


def names(files: list[Built]) -> list[str]:
    return [file.path.name for file in files]


def test_an_annex_of_another_level_is_a_file_beside_the_main_one(tmp_path: Path):
    files = built(tmp_path)

    assert ["dossier.en.txt", "dossier.en.html", "dossier.annex-m.en.txt", "dossier.annex-m.en.html"] == names(files)
    assert "She was there." not in files[0].path.read_text("utf-8")
    assert "She was there." in files[2].path.read_text("utf-8")
    assert [0, 0, 1, 1] == [file.open_points for file in files]


def test_a_version_with_one_level_is_one_file(tmp_path: Path):
    assert ["dossier.en.txt", "dossier.en.html"] == names(built(tmp_path, request("public")))
    assert ["dossier.en.txt", "dossier.en.html"] == names(built(tmp_path, request("internal")))


def checked(folder: Path, **sections: Any) -> dict[str, bool]:
    case = project(folder / "case", **sections)
    found = check_output(case, [request()], folder / "out", ["text", "html"])
    return {file.path.name: file.is_current for file in found}


def test_a_check_looks_at_every_file(tmp_path: Path):
    files = built(tmp_path)
    assert {file.path.name: True for file in files} == checked(tmp_path)

    files[2].path.write_text("edited", "utf-8")
    files[3].path.unlink()
    stale = {"dossier.en.txt": True, "dossier.en.html": True}
    assert stale | {"dossier.annex-m.en.txt": False, "dossier.annex-m.en.html": False} == checked(tmp_path)


def test_all_files_are_stale_when_the_case_has_changed(tmp_path: Path):
    built(tmp_path)
    changed = checked(tmp_path, evidence=[item(title="Another"), item("EV-0002", confidentiality="under_seal")])
    assert {False} == {*changed.values()}
    assert 4 == len(changed)


def test_an_annex_that_is_no_file_of_its_own_any_more_is_removed_and_that_is_said(tmp_path: Path):
    raised = request(annexes=[{"id": "A", "level": "under_seal"}])
    assert "dossier.annex-a.en.txt" in names(built(tmp_path, raised))

    files = built(tmp_path)
    removed = [file.path for file in files if file.is_removed]
    assert ["dossier.annex-a.en.txt", "dossier.annex-a.en.html"] == [path.name for path in removed]
    assert not any(path.exists() for path in removed)
    assert (tmp_path / "out/x/icc-confidential/dossier.annex-m.en.txt").exists()
    assert not [file for file in built(tmp_path) if file.is_removed]


def test_an_annex_that_somebody_edited_is_not_removed_unless_forced(tmp_path: Path):
    raised = request(annexes=[{"id": "A", "level": "under_seal"}])
    built(tmp_path, raised)
    edited = tmp_path / "out/x/icc-confidential/dossier.annex-a.en.txt"
    edited.write_text("edited", "utf-8")

    with pytest.raises(WriteError, match="was changed after it was written; move it away, or use --force to remove"):
        built(tmp_path)
    assert edited.exists()
    assert edited in [file.path for file in built(tmp_path, force=True) if file.is_removed]
    assert not edited.exists()


def test_only_the_formats_that_are_written_lose_a_file(tmp_path: Path):
    raised = request(annexes=[{"id": "A", "level": "under_seal"}])
    built(tmp_path, raised)
    case = project(tmp_path / "case")

    files = build(case, [request()], tmp_path / "out", ["text"])
    assert ["dossier.annex-a.en.txt"] == [file.path.name for file in files if file.is_removed]
    assert (tmp_path / "out/x/icc-confidential/dossier.annex-a.en.html").exists()
