"""A language that the program has never heard of: a folder of its words and templates in it, and no code is touched."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from pypdf import PdfReader

from tests.end_to_end.documents import ROOT

OURS = ROOT / "tests/data/another-language"
CASE = ROOT / "tests/golden/data/small-case"
CODE = "eo"
FORMATS = ("docx", "html", "pdf", "text")
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sources as they are, with one more folder in `language/`."""
    root = tmp_path_factory.mktemp("program")
    shutil.copytree(ROOT / "src/referral", root / "src/referral", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(OURS / "language" / CODE, root / "src/referral/language" / CODE)
    for name in ("legal_refs", "templates"):
        shutil.copytree(ROOT / name, root / name)
    return root


def run(program: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "referral", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(program / "src")}
    return subprocess.run(command, env=environment, cwd=program, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def built(program: Path) -> dict[str, Path]:
    """The document in every format."""
    asked = ("--document", "materialoj", "--lang", CODE, "--profile", "internal", "--format", ",".join(FORMATS))
    done = run(program, "build", str(CASE), *asked, "--templates", str(OURS / "templates"), "-o", str(program / "out"))
    assert 0 == done.returncode, done.stderr
    files = (program / "out/small-case/internal").glob(f"materialoj.{CODE}.*")
    return {path.suffix.removeprefix(".").replace("txt", "text"): path for path in files}


def test_a_document_in_it_is_built_in_every_format(built: dict[str, Path]):
    assert set(FORMATS) <= built.keys()


def test_dates_numbers_states_and_placeholders_are_in_its_words(built: dict[str, Path]):
    text = built["text"].read_text("utf-8")

    assert "ĝis la 15 de januaro 2026; lando: Ukrainio." in text
    assert "\u00a0materialoj, n-ro\u00a01 unue." in text
    assert "[neniu teksto en Esperanto]" in text
    assert "MALNETO" in text


def test_files_say_that_they_are_in_it_and_what_in_them_is_not(built: dict[str, Path]):
    page = etree.fromstring(built["html"].read_bytes(), etree.HTMLParser())
    styles = etree.fromstring(ZipFile(built["docx"]).read("word/styles.xml"))

    assert CODE == page.get("lang")
    assert page.xpath("//*[@lang='uk-UA']")
    assert {CODE} == {lang.get(f"{WORD}val") for lang in styles.iter(f"{WORD}lang")}
    assert CODE == str(PdfReader(built["pdf"]).root_object["/Lang"])


def test_the_program_without_the_folder_refuses_the_document_and_names_the_language(tmp_path: Path):
    asked = ("--document", "materialoj", "--lang", CODE, "--profile", "internal", "--format", "text")
    done = run(ROOT, "build", str(CASE), *asked, "--templates", str(OURS / "templates"), "-o", str(tmp_path))

    assert 2 == done.returncode
    assert f'the program has no words of the language "{CODE}"' in done.stderr
    assert [] == [*tmp_path.rglob("*.txt")]
