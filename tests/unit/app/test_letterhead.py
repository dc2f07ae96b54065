"""The letterhead of a case or of the command line: where it may lie, when output is stale, why it is refused."""

from pathlib import Path
from typing import Any

import pytest

from referral.app.build import build, check_output
from referral.app.project import Project, Sources, check_case, load_case
from referral.case.model import DocumentRequest
from referral.errors import InvalidInputError
from tests.unit.builder import DATA, write_case
from tests.unit.writers.docx.builder import Written
from tests.unit.writers.docx.house import letterhead

SOURCES = Sources((DATA / "law",), Sources.of().templates)
HOUSE = "Invented House of Law"


def project(folder: Path, **document: Any) -> Project:
    return load_case(written(folder, **document), SOURCES)


def written(folder: Path, **document: Any) -> Path:
    (folder / "files").mkdir(exist_ok=True)
    (folder / "files/house.docx").write_bytes(letterhead())
    request = {"id": "evidence-annex", "lang": "en", "profile": "public", **document}
    return write_case(folder, documents=[request])


def words_of(path: Path) -> str:
    made = Written(path.read_bytes())
    return " ".join(made.text(part) for part in made.parts if part.startswith("word/header"))


def built(made: Project, out: Path, own: Path | None = None) -> str:
    (file,) = build(made, made.loaded.case.documents, out, ["docx"], letterhead=own)
    return words_of(file.path)


def test_a_document_of_the_case_stands_on_the_letterhead_that_it_names(tmp_path: Path):
    assert HOUSE in built(project(tmp_path, letterhead="files/house.docx"), tmp_path / "out")


def test_one_given_with_the_command_goes_first(tmp_path: Path):
    own = tmp_path / "own.docx"
    own.write_bytes(letterhead())
    assert HOUSE in built(project(tmp_path), tmp_path / "out", own)


def test_without_one_there_is_none(tmp_path: Path):
    assert HOUSE not in built(project(tmp_path), tmp_path / "out")


def test_another_letterhead_makes_the_output_stale(tmp_path: Path):
    made = project(tmp_path, letterhead="files/house.docx")
    requests, out = made.loaded.case.documents, tmp_path / "out"
    build(made, requests, out, ["docx"])
    assert [True] == [file.is_current for file in check_output(made, requests, out, ["docx"])]

    (tmp_path / "files/house.docx").write_bytes(letterhead(first_page=False))
    assert [False] == [file.is_current for file in check_output(made, requests, out, ["docx"])]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("files/none.docx", "there is no such file"),
        ("../house.docx", "outside the folder of the case"),
        ("case.yaml", "it is no DOCX file"),
    ],
)
def test_a_bad_one_is_an_error_of_the_case_at_its_line(tmp_path: Path, name: str, why: str):
    found = [f for f in check_case(written(tmp_path, letterhead=name), SOURCES) if f.rule == "letterhead-refused"]
    (refusal,) = found
    assert refusal.is_error
    assert why in refusal.message


def test_a_link_that_leads_out_of_the_case_is_followed_no_further(tmp_path: Path):
    outside = tmp_path / "outside.docx"
    outside.write_bytes(letterhead())
    case = tmp_path / "case"
    case.mkdir()
    path = written(case, letterhead="files/link.docx")
    (case / "files/link.docx").symlink_to(outside)
    (refusal,) = [f for f in check_case(path, SOURCES) if f.rule == "letterhead-refused"]
    assert "outside the folder of the case" in refusal.message


def test_a_bad_one_of_the_command_names_the_file(tmp_path: Path):
    bad = tmp_path / "bad.docx"
    bad.write_bytes(b"x")
    made = project(tmp_path)
    with pytest.raises(InvalidInputError, match=r"bad\.docx:1:1: error: it cannot be a letterhead"):
        build(
            made,
            [DocumentRequest(id="evidence-annex", lang="en", profile="public")],
            tmp_path / "out",
            ["docx"],
            letterhead=bad,
        )
