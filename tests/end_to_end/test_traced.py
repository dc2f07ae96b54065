"""Every document of the demonstrations against its own sidecar, as built, as edited, as LibreOffice writes it anew."""

import json
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from referral.app.build import build
from referral.app.edited import compare_edited, read_sidecar
from referral.app.project import Project, load_case
from referral.case.model import DocumentRequest
from referral.tracing.compare import Difference
from referral.tracing.keys import key
from referral.tracing.sidecar_model import Sidecar, Wording
from referral.tracing.word_file import read_word
from referral.tracing.word_text import lines_of_word
from tests.end_to_end.documents import ROOT
from tests.unit.tracing.word_files import exchanged

CASES = ("crimea-conscription", "donbas-2022", "kherson-zaporizhzhia-2024")
COMMUNICATION = DocumentRequest(id="article-15-communication", lang="en", profile="public")


def project(name: str) -> Project:
    return load_case(ROOT / "cases" / name)


def built(made: Project, out: Path, *requests: DocumentRequest) -> list[tuple[Path, Path]]:
    """Each document as a Word file, with its sidecar."""
    paths = [file.path for file in build(made, requests, out, ["docx", "sources"])]
    return [(path, path.with_suffix(".sources.json")) for path in paths if path.suffix == ".docx"]


def words_of(document: Path) -> bytes:
    with zipfile.ZipFile(document) as archive:
        return archive.read("word/document.xml")


@pytest.fixture(scope="module")
def communication(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    ((document, sidecar),) = built(project("donbas-2022"), tmp_path_factory.mktemp("out"), COMMUNICATION)
    return document, sidecar


@pytest.mark.slow
@pytest.mark.parametrize("name", CASES)
def test_a_document_as_it_was_built_says_what_its_sidecar_says(name: str, tmp_path: Path):
    made = project(name)
    pairs = built(made, tmp_path, *made.loaded.case.documents)

    assert len(made.loaded.case.documents) <= len(pairs)
    assert [] == [document.name for document, sidecar in pairs if compare_edited(document, sidecar) != Difference()]


def test_an_edited_communication_is_told_by_sentences(communication: tuple[Path, Path], tmp_path: Path):
    document, sidecar = communication
    words, sentences = words_of(document), read_sidecar(sidecar).sentences
    whole = (s for s in sentences if s.wording is Wording.MARKED and s.where.paragraph and s.text.endswith("."))
    changed, gone = [s for s in whole if s.text.encode() in words][:2]
    now = changed.text.replace(" ", " allegedly ", 1)
    edits = ((changed.text, f"{now} Nobody disputes this any more."), (gone.text, ""))
    (tmp_path / "edited.docx").write_bytes(exchanged(document.read_bytes(), "word/document.xml", *edits))
    found = compare_edited(tmp_path / "edited.docx", sidecar)

    assert [(changed, now)] == [(was, piece.text) for was, piece in found.changed]
    assert ["Nobody disputes this any more."] == [piece.text for piece in found.new]
    assert [gone] == list(found.gone)


def test_whoever_has_the_document_alone_finds_the_places_that_the_sidecar_names(communication: tuple[Path, Path]):
    document, path = communication
    sidecar: Sidecar = read_sidecar(path)
    notes = {s.where.note: s.text for s in sidecar.sentences if s.where.note}
    printed = "\n".join(line.text for line in lines_of_word(read_word(document)))
    marked = [s for s in sidecar.sentences if s.wording is Wording.MARKED and s.citations and s.notes]

    assert 10 <= len(marked)
    for sentence in marked:
        called = " ".join(s.text for s in sidecar.sentences if s.where.note in sentence.notes)
        assert [] == [c for c in sentence.citations if c.exhibit not in called], sentence.text
        assert [] == [c for c in sentence.citations if c.evidence not in sidecar.items]
    assert [] == [text for text in notes.values() if key(text).text not in key(printed).text]


def test_the_sidecar_of_a_communication_names_no_person_and_no_file(communication: tuple[Path, Path]):
    data = json.loads(communication[1].read_bytes())

    assert "places" not in data
    assert "public" == data["document"]["profile"]


@pytest.mark.slow
@pytest.mark.libreoffice
def test_libreoffice_writes_the_communication_anew_and_no_sentence_is_another(
    communication: tuple[Path, Path], tmp_path: Path
):
    document, sidecar = communication
    command = ["timeout", "-k", "10", "500", str(shutil.which("soffice"))]
    command += [f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", "docx"]
    subprocess.run([*command, "--outdir", str(tmp_path / "anew"), str(document)], capture_output=True, check=False)

    assert Difference() == compare_edited(tmp_path / "anew" / document.name, sidecar)
