"""Where pages of PDFs are kept: in the folder of the case, and nowhere where they would say more than may lie there."""

from collections.abc import Sequence
from pathlib import Path

from referral.app.build import build_each
from referral.app.printing import kept_pages, presses_for
from referral.app.project import Project, Sources, load_case
from referral.case.model import PdfEngine
from tests.unit.builder import DATA, write_case

SOURCES = Sources((DATA / "law",), Sources.of().templates)
REQUEST = {"id": "evidence-annex", "lang": "en", "profile": "public"}


def case(folder: Path) -> Path:
    (folder / "case").mkdir()
    return write_case(folder / "case", documents=[REQUEST]).parent


def project(path: Path) -> Project:
    return load_case(path, SOURCES)


def built(made: Project, out: Path, *, keeps: bool) -> bytes:
    (file,) = build_each(made, made.loaded.case.documents, out, ["pdf"], keeps_pages=keeps)
    return file.path.read_bytes()


def test_pages_are_kept_in_the_folder_of_the_case(tmp_path: Path):
    made = project(case(tmp_path))

    kept = kept_pages(made)

    assert kept is not None
    assert (tmp_path / "case").resolve() in kept.resolve().parents


def test_a_case_of_one_file_keeps_none(tmp_path: Path):
    assert kept_pages(project(case(tmp_path) / "case.yaml")) is None


def test_a_case_with_an_encrypted_vault_keeps_none(tmp_path: Path):
    made = project(case(tmp_path))
    (made.loaded.folder / "vault.yaml.age").write_bytes(b"age-encryption.org/v1\n")

    assert kept_pages(made) is None


def test_a_build_is_the_same_whatever_was_kept_and_nothing_else_is_written_into_the_case(tmp_path: Path):
    made = project(case(tmp_path))
    before = {path.name for path in made.loaded.folder.iterdir()}

    without = built(made, tmp_path / "a", keeps=False)
    assert before == {path.name for path in made.loaded.folder.iterdir()}

    assert [without] * 2 == [built(made, tmp_path / name, keeps=True) for name in "bc"]
    assert {*before, ".cache"} == {path.name for path in made.loaded.folder.iterdir()}
    assert before == {path.name for path in made.loaded.folder.iterdir() if not path.name.startswith(".")}


def test_kept_pages_are_no_part_of_the_case(tmp_path: Path):
    folder = case(tmp_path)
    before = project(folder).loaded.case
    built(project(folder), tmp_path / "out", keeps=True)

    assert before == project(folder).loaded.case


def engines_with_a_press(made: Project, engines: Sequence[PdfEngine], *formats: str, starts: bool = True) -> list[bool]:
    """Whether WeasyPrint has a press for documents of these engines, and whether Typst has."""
    (request,) = made.loaded.case.documents
    requests = [request.model_copy(update={"pdf_engine": engine}) for engine in engines]
    with presses_for(made, requests, formats, True, starts) as found:
        return [press is not None for press in (found.weasyprint, found.typst)]


def test_no_process_is_started_where_nothing_needs_it(tmp_path: Path):
    made = project(case(tmp_path))

    assert [False, False] == engines_with_a_press(made, [*PdfEngine], "docx")
    assert [False, False] == engines_with_a_press(made, [*PdfEngine], "pdf", starts=False)


def test_only_the_engines_that_are_asked_for_have_a_press(tmp_path: Path):
    made = project(case(tmp_path))

    assert [True, False] == engines_with_a_press(made, [PdfEngine.WEASYPRINT], "docx", "pdf")
    assert [False, True] == engines_with_a_press(made, [PdfEngine.TYPST], "pdf")
    assert [True, True] == engines_with_a_press(made, [*PdfEngine], "pdf")
