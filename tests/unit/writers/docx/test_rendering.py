"""What a word processor makes of the file: it counts anew and must print the numbers of the tree."""

import re
import subprocess
from pathlib import Path

import pytest

from referral.document.nodes import Document, Heading, Paragraph, ParagraphKind
from referral.document.walk import flat, footnotes, words
from referral.writers.docx import write_docx
from tests.unit.writers.docx.builder import parts
from tests.unit.writers.docx.sample import communication, notice
from tests.unit.writers.docx.test_gate import DOCUMENT, NOTES, zipped

pytestmark = [pytest.mark.libreoffice, pytest.mark.slow]

WRONG = "9999"


def with_wrong_results(archive: bytes) -> bytes:
    """The file with a wrong result in each field for a number, so that only a fresh count can be right."""
    content = parts(archive)
    result = r'( REF .*?"separate"/></w:r>(?:<w:r>(?:<w:rPr>.*?</w:rPr>)?<w:t [^>]*>))[^<]+'
    hits = 0
    for part in (DOCUMENT, NOTES):
        text, found = re.subn(result, rf"\g<1>{WRONG}", content[part].decode())
        content[part], hits = text.encode(), hits + found
    assert hits == 4
    return zipped(content)


def to_pdf(folder: Path, *files: Path) -> None:
    """LibreOffice with a profile of its own; it reports success even when it writes nothing: the caller must look."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    run = ["timeout", "-k", "10", "240", "soffice", profile, "--headless", "--convert-to", "pdf", "--outdir"]
    subprocess.run([*run, str(folder), *map(str, files)], check=True, capture_output=True, start_new_session=True)


def pages_of(pdf: Path) -> list[str]:
    assert pdf.exists(), "LibreOffice wrote no PDF"
    run = ["pdftotext", "-layout", "-enc", "UTF-8", str(pdf), "-"]
    text = subprocess.run(run, check=True, capture_output=True, text=True, encoding="utf-8").stdout
    return text.split("\f")[:-1]


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The text of the pages of both samples."""
    folder = tmp_path_factory.mktemp("rendered")
    wrong = with_wrong_results(write_docx(communication(), {"intro": 2}))
    files = {"communication": wrong, "notice": write_docx(notice())}
    for name, archive in files.items():
        (folder / f"{name}.docx").write_bytes(archive)
    to_pdf(folder, *(folder / f"{name}.docx" for name in files))
    return {name: pages_of(folder / f"{name}.pdf") for name in files}


def squeezed(pages: list[str]) -> str:
    return " ".join(" ".join(pages).split())


def test_no_reference_is_lost(rendered: dict[str, list[str]]):
    for pages in rendered.values():
        assert "Reference source not found" not in squeezed(pages)
        assert "Error:" not in squeezed(pages)


def test_references_are_counted_to_the_numbers_of_the_tree(rendered: dict[str, list[str]]):
    text = squeezed(rendered["communication"])
    assert "See paragraph 2, sections II.A and III, row 2 and the annex “List of annexes”" in text
    assert WRONG not in text.replace(" ", "")


def shown(document: Document) -> list[str]:
    """The beginnings of lines with a number of their own, as the tree has them."""
    found = []
    for block in flat(document.blocks):
        if isinstance(block, Heading) and block.label:
            found.append(f"{block.label.rpartition('.')[2]}. {words(block.content)[:30]}")
        elif isinstance(block, Paragraph) and block.kind is ParagraphKind.NUMBERED:
            found.append(f"{block.number}. {words(block.content)[:30]}")
    return found


def test_headings_and_paragraphs_bear_the_numbers_of_the_tree(rendered: dict[str, list[str]]):
    text = squeezed(rendered["communication"])
    places = [text.find(line.strip()) for line in shown(communication())]
    assert -1 not in places


def test_decimal_headings_show_their_whole_number(rendered: dict[str, list[str]]):
    assert "1.1. Докази" in squeezed(rendered["notice"])


def test_lists_begin_again(rendered: dict[str, list[str]]):
    assert "1) counted one; 2) counted two; 1) counted one again." in squeezed(rendered["communication"])


def test_footnotes_stand_at_the_foot_of_the_page_that_calls_them(rendered: dict[str, list[str]]):
    document, pages = communication(), rendered["communication"]
    for number, note in footnotes(document):
        (page,) = [page for page in pages if re.search(rf"^\s*{number}\s+{re.escape(note[:7])}", page, re.MULTILINE)]
        assert page.count(note[:7]) == 1


def test_the_contents_have_leaders_and_the_page_they_were_given(rendered: dict[str, list[str]]):
    assert re.search(r"I\.\s+Introduction\s*\.{20,}\s*2\n", rendered["communication"][0])


def test_the_header_of_a_table_returns_on_every_page_of_it(rendered: dict[str, list[str]]):
    annex = [page for page in rendered["communication"] if "invented witness" in page]
    assert len(annex) >= 3
    assert all(re.search(r"No\.\s+Description\s+Date\s+SHA-256", page) for page in annex)


def test_page_numbers_and_marks_stand_where_they_should(rendered: dict[str, list[str]]):
    for n, page in enumerate(rendered["communication"], start=1):
        assert f"Page {n} of {len(rendered['communication'])}" in page
        assert "DRAFT · CONFIDENTIAL" in page
    first, second, *_ = rendered["notice"]
    assert first.lstrip().startswith("ПРОЄКТ")
    assert second.lstrip().startswith("2\n")


def test_a_long_annex_keeps_every_row_in_order(tmp_path: Path):
    (tmp_path / "long.docx").write_bytes(write_docx(communication(exhibits=650)))
    to_pdf(tmp_path, tmp_path / "long.docx")
    found = re.findall(r"^\s+(\d+)\s+Statement", "\n".join(pages_of(tmp_path / "long.pdf")), re.MULTILINE)
    assert [str(n) for n in range(1, 651)] == found
