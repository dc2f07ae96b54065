"""Documents that cases ask for, beside the files that were built: what `build --check` says, told from the index."""

from pathlib import Path
from typing import Any

from referral.app.build import build, check_output
from referral.app.formats import DEFAULT_FORMATS
from referral.app.project import load_case
from referral.portfolio.asked_for import Built, built_in, documents_of
from tests.unit.builder import fact
from tests.unit.portfolio.folders import SOURCES, put

ASKED = [
    {"id": "evidence-annex", "lang": "en", "profile": "internal"},
    {"id": "evidence-annex", "lang": "en", "profile": "public"},
]
UNCHARGED: dict[str, Any] = {"documents": ASKED, "charges": [], "mappings": []}  # the statutes of tests are not cited


def states(case: Path, out: Path, profile: str = "internal") -> dict[str, Built]:
    stands = built_in(out)
    return {row.file: stands(row) for row in documents_of(load_case(case, SOURCES), profile)}


def test_it_says_what_the_check_of_a_build_says(tmp_path: Path):
    case, out = put(tmp_path, "a", **UNCHARGED), tmp_path / "out"
    assert {Built.MISSING} == set(states(case, out).values())

    project = load_case(case, SOURCES)
    build(project, project.loaded.case.documents, out, ["docx"])
    checked = check_output(project, project.loaded.case.documents, out, DEFAULT_FORMATS)
    expected = {built.path.relative_to(out).as_posix(): built.is_current for built in checked}

    assert expected == {file: state is Built.CURRENT for file, state in states(case, out).items()}
    assert {True, False} == set(expected.values())


def test_a_change_of_the_case_makes_stale_what_it_changes(tmp_path: Path):
    case, out = put(tmp_path, "a", **UNCHARGED), tmp_path / "out"
    project = load_case(case, SOURCES)
    build(project, project.loaded.case.documents, out, ["docx"])
    put(tmp_path, "a", **UNCHARGED, facts=[fact(text="It was otherwise.")])

    assert Built.STALE == states(case, out)["a/internal/evidence-annex.en.docx"]


def test_another_reader_than_those_who_draw_up_the_case_has_his_own_documents_alone(tmp_path: Path):
    case = put(tmp_path, "a", **UNCHARGED)

    assert {"a/public/evidence-annex.en.docx", "a/public/evidence-annex.en.pdf"} == set(
        states(case, tmp_path, "public")
    )
