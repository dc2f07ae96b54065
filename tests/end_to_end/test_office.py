"""Every document of the demonstration cases as an office meets it: LibreOffice opens it, and Word's own rules hold."""

import json
import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from referral.app.build import build
from referral.app.project import load_case
from tests.conftest import VALIDATOR

ROOT = Path(__file__).parent.parent.parent
CASES = ("crimea-conscription", "donbas-2022", "kherson-zaporizhzhia-2024")

A_ROW = 3  # codes; `pdftotext` tears one here and there at its hyphen, a lost row of a table has several

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Every DOCX that the demonstration cases list."""
    out = tmp_path_factory.mktemp("output")
    projects = [load_case(ROOT / "cases" / name) for name in CASES]
    return [b.path for p in projects for b in build(p, p.loaded.case.documents, out, ["docx"])]


@pytest.mark.libreoffice
def test_libreoffice_converts_every_document_without_complaint(documents: list[Path], tmp_path: Path):
    for number, path in enumerate(documents):
        folder = tmp_path / str(number)
        profile = (tmp_path / "profile").as_uri()
        command = ["timeout", "-k", "10", "500", str(shutil.which("soffice")), f"-env:UserInstallation={profile}"]
        command += ["--headless", "--convert-to", "pdf", "--outdir", str(folder), str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        made = folder / f"{path.stem}.pdf"
        assert made.is_file(), f"{path.name}: {done.stdout}{done.stderr}"
        text = subprocess.run(["pdftotext", str(made), "-"], capture_output=True, text=True, check=True).stdout
        assert "Reference source not found" not in text, path.name
        lost = codes_written(path) - codes(text)
        assert lost.total() < A_ROW, (path.name, lost)


def codes(text: str) -> Counter[str]:
    """How often each code, as EV-0001, stands in a text; in a path, which may be broken at its hyphens, none does."""
    plain = text.replace("\u2011", "-").replace("\u2060", "").replace("-\n", "-").replace(" -", "-")
    return Counter(re.findall(r"(?<!/)\b[A-Z]{1,5}-\d+", plain))


def codes_written(path: Path) -> Counter[str]:
    """The codes in the paragraphs of a document: LibreOffice has lost whole rows of sound tables."""
    paragraphs = docx.Document(str(path)).element.body.iter(qn("w:p"))
    return codes("\n".join("".join(map(_letter, paragraph.iter())) for paragraph in paragraphs))


def _letter(node: Any) -> str:
    return "-" if node.tag == qn("w:noBreakHyphen") else (node.text or "") if node.tag == qn("w:t") else ""


@pytest.mark.validator
def test_every_document_keeps_words_own_rules(documents: list[Path]):
    for path in documents:
        done = subprocess.run([str(VALIDATOR), str(path)], capture_output=True, text=True, check=False)
        assert [] == json.loads(done.stdout)["errors"], path.name
