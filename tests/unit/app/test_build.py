"""Which files a build writes, and what it refuses because one file would replace another."""

from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest

from referral.app.build import build_each, check_output, require_different_cases
from referral.app.pdf_engines import Presses
from referral.app.project import Project, Sources, load_case
from referral.case.model import DocumentRequest
from referral.errors import UsageError
from referral.writers.pdf.as_engine import ENGINE
from referral.writers.pdf.press import Here
from tests.unit.builder import DATA, charge, item, mapping, person, source, write_case
from tests.unit.composition.test_template_errors import SMALL

SOURCES = Sources((DATA / "law",), (DATA / "templates",))


def project(folder: Path, *accused: str, **sections: Any) -> Project:
    """A case that charges these persons."""
    folder.mkdir(exist_ok=True)
    charges = [charge(f"CH-0{n}", person=code) for n, code in enumerate(accused, start=1)]
    mappings = [mapping(f"M-00{n}", charge=f"CH-0{n}") for n, _ in enumerate(accused, start=1)]
    persons = [person(f"PER-00{n}") for n in (1, 2, 3)]
    entries = {"sources": [source()], "evidence": [item()], "charges": charges, "mappings": mappings}
    return load_case(write_case(folder, persons=persons, **entries, **sections), SOURCES)


def notice(code: str | None = None) -> DocumentRequest:
    return DocumentRequest(id="notice", lang="en", profile="prosecution", person=code)


def names(made: Project, *requests: DocumentRequest) -> list[str]:
    return [built.path.as_posix() for built in check_output(made, requests, Path("out"), ["docx", "text"])]


def test_a_file_is_named_after_case_recipient_document_and_language(tmp_path: Path):
    expected = ["out/x/prosecution/notice.en.docx", "out/x/prosecution/notice.en.txt"]

    assert expected == names(project(tmp_path, "PER-001"), notice())


def test_files_about_several_suspects_have_different_names(tmp_path: Path):
    made = names(project(tmp_path, "PER-001", "PER-002"), notice("PER-001"), notice("PER-002"))

    assert [f"out/x/prosecution/notice-per-00{n}.en.{end}" for n in (1, 2) for end in ("docx", "txt")] == made


def test_nobody_is_called_a_suspect_whom_the_case_does_not_charge(tmp_path: Path):
    with pytest.raises(UsageError, match='the case does not charge "PER-003"; charged: PER-001'):
        names(project(tmp_path, "PER-001"), notice("PER-003"))


def test_a_withdrawn_charge_charges_nobody(tmp_path: Path):
    withdrawn = charge("CH-01", person="PER-001", status="withdrawn")

    with pytest.raises(UsageError, match="the case charges no person"):
        names(load_case(write_case(tmp_path, persons=[person()], charges=[withdrawn]), SOURCES), notice("PER-001"))


def test_two_requests_of_one_file_are_refused_before_anything_is_looked_at(tmp_path: Path):
    with pytest.raises(UsageError, match=r"two of the documents asked for would become one file, notice\.en"):
        names(project(tmp_path, "PER-001"), notice(), notice("PER-001"))


def test_two_cases_of_one_id_are_not_built_at_once(tmp_path: Path):
    here, there = project(tmp_path / "here", "PER-001"), project(tmp_path / "there", "PER-001")

    with pytest.raises(UsageError, match=r'here/case\.yaml and .*there/case\.yaml are both the case "x"'):
        require_different_cases([here, there])


def test_documents_made_ahead_are_all_recorded_in_their_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("referral.app.build.presses_for", lambda *_: nullcontext(Presses(weasyprint=Here(ENGINE))))
    made = load_case(SMALL)
    requests = [DocumentRequest(id="evidence-annex", lang=lang, profile="public") for lang in ("en", "uk")]
    written = [built.path for built in build_each(made, requests, tmp_path / "out", ["text"])]

    assert ["evidence-annex.en.txt", "evidence-annex.uk.txt"] == [path.name for path in written]
    assert [(path, True) for path in written] == [
        (built.path, built.is_current) for built in check_output(made, requests, tmp_path / "out", ["text"])
    ]
