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
from referral.document.layout import Layout, Properties
from referral.document.nodes import (
    Block,
    Cell,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    ParagraphKind,
    Row,
    Rows,
    Table,
    Text,
)
from referral.document.number import number
from referral.writers.docx import write_docx
from tests.conftest import VALIDATOR

ROOT = Path(__file__).parent.parent.parent
CASES = ("crimea-conscription", "donbas-2022", "kherson-zaporizhzhia-2024")

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Every DOCX that the demonstration cases list."""
    out = tmp_path_factory.mktemp("output")
    projects = [load_case(ROOT / "cases" / name) for name in CASES]
    return [b.path for p in projects for b in build(p, p.loaded.case.documents, out, ["docx"])]


@pytest.mark.libreoffice
def test_libreoffice_converts_every_document_without_complaint(documents: list[Path], tmp_path: Path):
    for place, path in enumerate(documents):
        text = converted(path, tmp_path / str(place))
        assert "Reference source not found" not in text, path.name
        assert {} == codes_written(path) - codes(text), path.name


@pytest.mark.libreoffice
def test_libreoffice_loses_no_row_wherever_on_a_page_a_table_begins(tmp_path: Path):
    """It lost all rows but the first of tables whose rows were held whole, where the first filled the page."""
    path = tmp_path / "tables.docx"
    path.write_bytes(write_docx(tables_everywhere()))
    found = codes(converted(path, tmp_path))

    assert 4_000 < len(codes_written(path))
    assert {} == codes_written(path) - found


def converted(path: Path, folder: Path) -> str:
    """The text of the PDF that LibreOffice makes of a document."""
    profile = (folder / "profile").as_uri()
    command = ["timeout", "-k", "10", "500", str(shutil.which("soffice")), f"-env:UserInstallation={profile}"]
    command += ["--headless", "--convert-to", "pdf", "--outdir", str(folder), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    made = folder / f"{path.stem}.pdf"
    assert made.is_file(), f"{path.name}: {done.stdout}{done.stderr}"
    return subprocess.run(["pdftotext", "-raw", str(made), "-"], capture_output=True, text=True, check=True).stdout


def tables_everywhere() -> Document:
    """Pages on which the same tables begin a line lower each time."""
    blocks: list[Block] = [Heading(1, (Text("Sheets"),), "sheets")]
    for lower in range(46):
        blocks += [PageBreak(), *(Paragraph((Text("filler 00"),), ParagraphKind.PLAIN) for _ in range(lower))]
        blocks.append(Heading(2, (Text("Item 00 with a title"),), f"sheet-{lower}"))
        tables = [record(lower, 0, 40), grid(lower, 1), grid(lower, 2), record(lower, 3, 120), grid(lower, 4)]
        for one in tables:
            blocks += [Paragraph((Text("Caption 0"),), ParagraphKind.CAPTION), one]
    return number(Document(Properties("en", "Tables", "2024-05-31"), Layout(), tuple(blocks)))


def record(page: int, place: int, high: int) -> Table:
    """Names of fields and their values, some of them long."""
    names = [f"REC-{page:02}{place}{line:02}" for line in range(18)]
    values = [f"{name} value {'word ' * high * (line % 5 == 3)}" for line, name in enumerate(names)]
    return Table((1, 2), (), Rows(lambda: (Row((cell("Field 00", is_header=True), cell(v))) for v in values)))


def grid(page: int, place: int) -> Table:
    """Six rows of four columns under a header."""
    header = Row(tuple(cell("Head 0", is_header=True) for _ in range(4)))
    lines = [
        [f"GRID-{page:03}{place}{line}{n} some words that go on for a while" for n in range(4)] for line in range(6)
    ]
    return Table((1, 1, 1, 2), (header,), Rows(lambda: (Row(tuple(map(cell, line))) for line in lines)))


def cell(text: str, *, is_header: bool = False) -> Cell:
    return Cell(((Text(text),),), is_header)


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
