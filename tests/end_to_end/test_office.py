"""Every document of the demonstration cases as an office meets it: LibreOffice opens it, its pages end where those of
the PDF do and part nothing that belongs together, and the rules of Word, of archives and of readers aloud hold."""

import json
import re
import shutil
import subprocess
import zipfile
from collections import Counter
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from typing import Any

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn
from lxml import etree

from referral.document.inlines import Text
from referral.document.layout import Layout, Properties
from referral.document.nodes import Block, Document, Heading, PageBreak, Paragraph, ParagraphKind
from referral.document.number import number
from referral.document.tables import Cell, Row, Rows, Table
from referral.writers.docx import write_docx
from tests.conftest import VALIDATOR
from tests.end_to_end.documents import DEMONSTRATIONS, File, listed, parted
from tests.end_to_end.page_ends import alone
from tests.end_to_end.printed import headings
from tests.unit.writers.pdf.standards import faults

_PAGES_PER_PAGE = 20  # one page in so many, the formats may stand apart

_PRINTED = 2  # of the files that LibreOffice saved, so many are printed too, which takes it longest

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Written:
    """One file: the document it holds, our DOCX and PDF, and where LibreOffice puts its own PDF of the DOCX."""

    kind: str
    document: Document
    docx: Path
    pdf: Path
    office: Path


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> list[Written]:
    """Every file of every document that the demonstration cases list."""
    folder = tmp_path_factory.mktemp("documents")
    known = [document for case in DEMONSTRATIONS for document in listed(case)]
    # From the last, because other tests begin with the first: what one worker has written the other takes.
    return [written(document.id, file, folder) for document in reversed(known) for file in parted(document)]


@pytest.fixture(scope="module")
def converted(documents: list[Written], tmp_path_factory: pytest.TempPathFactory) -> list[Written]:
    """The same, once LibreOffice has made a PDF of each."""
    convert([one.docx for one in documents], documents[0].office.parent, tmp_path_factory.mktemp("profile"))
    return documents


def written(kind: str, file: File, folder: Path) -> Written:
    docx_path, pdf_path = (folder / f"{file.name}.{suffix}" for suffix in ("docx", "pdf"))
    docx_path.write_bytes(file.data["docx"])
    pdf_path.write_bytes(file.data["pdf"])
    return Written(kind, file.document, docx_path, pdf_path, folder / "office" / pdf_path.name)


def convert(paths: list[Path], folder: Path, profile: Path, kind: str = "pdf") -> list[Path]:
    """What LibreOffice makes of documents; it says that all is well even when it writes nothing."""
    made = [folder / f"{path.stem}.{kind}" for path in paths]
    within = ["timeout", "-k", "10", str(120 + 60 * len(paths))]  # seconds
    command = [*within, str(shutil.which("soffice")), f"-env:UserInstallation={profile.as_uri()}"]
    command += ["--headless", "--convert-to", kind, "--outdir", str(folder), *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert [] == [path.name for path in made if not path.is_file()], f"{done.stdout}{done.stderr}"
    return made


def text_of(pdf: Path) -> str:
    return subprocess.run(["pdftotext", "-raw", str(pdf), "-"], capture_output=True, text=True, check=True).stdout


@pytest.mark.libreoffice
def test_libreoffice_converts_every_document_without_complaint(converted: list[Written]):
    for one in converted:
        text = text_of(one.office)
        assert "Reference source not found" not in text, one.docx.name
        assert {} == codes_written(one.docx) - codes(text), one.docx.name


@pytest.mark.libreoffice
def test_a_communication_that_libreoffice_saved_keeps_words_notes_numbers_and_references(
    converted: list[Written], tmp_path: Path
):
    ours = [one for one in converted if one.kind == "article-15-communication"]
    saved = convert([one.docx for one in ours], tmp_path / "saved", tmp_path / "profile", "docx")
    for one, docx_saved in zip(ours, saved, strict=True):
        assert words_of(one.docx) == words_of(docx_saved), one.docx.name
        assert fields_of(one.docx) == fields_of(docx_saved), one.docx.name
        assert notes_called(one.docx) == notes_called(docx_saved), one.docx.name
    printed = convert(saved[:_PRINTED], tmp_path / "printed", tmp_path / "profile")
    for one, pdf in zip(ours, printed, strict=False):
        assert pages_as_words(one.office) == pages_as_words(pdf), one.docx.name


def pages_as_words(pdf: Path) -> list[str]:
    """What is printed, numbers of paragraphs, notes and pages included, without regard to lines and pages."""
    return sorted(re.sub(r"Page \d+ of \d+", "", text_of(pdf)).split())


@pytest.mark.libreoffice
def test_libreoffice_loses_no_row_wherever_on_a_page_a_table_begins(tmp_path: Path):
    """It lost all rows but the first of tables whose rows were held whole, where the first filled the page."""
    path = tmp_path / "tables.docx"
    path.write_bytes(write_docx(tables_everywhere()))
    (pdf,) = convert([path], tmp_path, tmp_path / "profile")
    found = codes(text_of(pdf))

    assert 4_000 < len(codes_written(path))
    assert {} == codes_written(path) - found


@pytest.mark.libreoffice
def test_headings_stand_on_the_same_page_in_both_formats_within_one_page_of_twenty(converted: list[Written]):
    apart = {
        one.docx.name: pages_apart(headings(one.pdf.read_bytes()), headings(one.office.read_bytes()))
        for one in converted
    }
    allowed = {one.docx.name: ceil(pages_of(one.pdf) / _PAGES_PER_PAGE) for one in converted}
    assert {} == {name: found for name, found in apart.items() if found > allowed[name]}


def pages_apart(ours: list[tuple[str, int]], office: list[tuple[str, int]]) -> int:
    """How far apart the pages of one heading are at most."""
    pairs = list(zip(ours, office, strict=True))
    return max((abs(page - other) for (_, page), (_, other) in pairs), default=0)


def pages_of(pdf: Path) -> int:
    return len(pypdfium2.PdfDocument(pdf))


def test_the_end_of_a_page_leaves_no_heading_and_no_line_of_a_paragraph_alone(documents: list[Written]):
    assert [] == [f"{one.pdf.name}: {what}" for one in documents for what in alone(one.document, one.pdf.read_bytes())]


@pytest.mark.libreoffice
def test_the_end_of_a_page_leaves_none_alone_in_libreoffice_either(converted: list[Written]):
    left = [f"{one.pdf.name}: {what}" for one in converted for what in alone(one.document, one.office.read_bytes())]
    assert [] == left


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


def words_of(path: Path) -> dict[str, list[str]]:
    """The paragraphs of text and notes, as they are read."""
    lines = {
        part: [" ".join("".join(map(_letter, p.iter())).replace("\u2060", "").split()) for p in root.iter(qn("w:p"))]
        for part, root in stories(path).items()
    }
    return {part: [line for line in found if line] for part, found in lines.items() if any(found)}


def fields_of(path: Path) -> dict[str, Counter[str]]:
    """How many references there are of each kind; what LibreOffice calls the places they lead to is its own affair."""
    kept = ("REF", "NOTEREF", "SEQ")
    found = {
        part: Counter(kind for e in root.iter(qn("w:instrText")) if (kind := (e.text or "").split()[0]) in kept)
        for part, root in stories(path).items()
    }
    return {part: kinds for part, kinds in found.items() if kinds}


def notes_called(path: Path) -> int:
    return sum(1 for _ in stories(path)["document"].iter(qn("w:footnoteReference")))


def stories(path: Path) -> dict[str, Any]:
    with zipfile.ZipFile(path) as archive:
        return {name: etree.fromstring(archive.read(f"word/{name}.xml")) for name in _stories(archive)}


def _stories(archive: zipfile.ZipFile) -> list[str]:
    """LibreOffice leaves the part of notes out where there are none."""
    return [name for name in ("document", "footnotes") if f"word/{name}.xml" in archive.namelist()]


def _letter(node: Any) -> str:
    return "-" if node.tag == qn("w:noBreakHyphen") else (node.text or "") if node.tag == qn("w:t") else ""


def test_every_pdf_is_of_pdf_a_3a_and_pdf_ua_1(documents: list[Written]):
    broken = {one.pdf.name: faults(one.pdf.read_bytes()) for one in documents}
    assert {} == {name: found for name, found in broken.items() if found}


@pytest.mark.validator
def test_every_document_keeps_words_own_rules(documents: list[Written]):
    assert {} == {one.docx.name: found for one in documents if (found := errors_in(one.docx))}


def errors_in(path: Path) -> list[Any]:
    """What the validator of the Open XML SDK finds; it takes one file at a time."""
    done = subprocess.run([str(VALIDATOR), str(path)], capture_output=True, text=True, check=False)
    answer = json.loads(done.stdout)
    assert answer["ok"] == (not answer["errors"]) == (done.returncode == 0), done.stderr
    return [*answer["errors"]]
