"""Annexes in each format: a page between, a header of their own, numbers that Word itself would print."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from referral.document.layout import Layout, PageNumbering
from referral.document.nodes import Document
from referral.document.parts import parts
from referral.writers.docx import write_docx
from referral.writers.html import write_html
from referral.writers.pdf import write_pdf
from referral.writers.text import write_text
from tests.conftest import VALIDATOR
from tests.unit.app.dossiers import composed, files
from tests.unit.writers.docx.builder import Written
from tests.unit.writers.pdf.reading import texts

MAIN = "DRAFT · Confidential: for the Office of the Prosecutor only"
ANNEX_A = "DRAFT · Annex A · Confidential: for the Office of the Prosecutor only"
ANNEX_M = "DRAFT · Annex M · Under seal"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """Two annexes of two levels; of a third the sentence alone."""
    return composed(tmp_path_factory.mktemp("dossier"))


def written(document: Document) -> Written:
    return Written(write_docx(document))


def headers(word: Written) -> list[str]:
    """What stands at the head of each section; nothing where it inherits."""
    found = []
    for number, _ in enumerate(word.find("//w:sectPr"), start=1):
        (key, *_) = [*word.values(f"(//w:sectPr)[{number}]/w:headerReference/@r:id"), ""]
        target = word.values(f'//*[@Id="{key}"]/@Target', "word/_rels/document.xml.rels")
        found.append(word.text(f"word/{target[0]}") if target else "")
    return found


def test_in_word_each_part_has_its_header_and_a_turned_section_inherits_it(whole: Document):
    assert [MAIN, ANNEX_A, ANNEX_M, ""] == headers(written(whole))
    assert [MAIN, ANNEX_A] == headers(written(files(whole)[None]))
    assert [ANNEX_M, "", ""] == headers(written(files(whole)["M"]))


def test_in_word_numbers_on_top_stand_above_the_header_of_an_annex(whole: Document):
    layout = Layout(page_numbering=PageNumbering.TOP, heading_numbers=whole.layout.heading_numbers)
    word = written(Document(whole.properties, layout, whole.blocks))
    assert [f"2{MAIN}", f"2{ANNEX_A}", f"2{ANNEX_M}", ""] == headers(word)


def test_word_counts_headings_and_paragraphs_of_an_annex_by_itself(whole: Document):
    own = written(files(whole)["M"])
    texts_of_lists = own.values("//w:lvlText/@w:val", "word/numbering.xml")
    assert {"M.%2.", "M.%2.%3.", "M-%1."} <= {*texts_of_lists}
    styles = {"Heading2", "Heading3", "LegalPara"}
    assert styles <= {*own.values("//w:p[w:pPr/w:numPr]/w:pPr/w:pStyle/@w:val")}


def test_word_computes_a_reference_to_a_paragraph_of_an_annex(whole: Document):
    everything = written(whole)
    assert [field for field in everything.fields() if re.fullmatch(r"REF _Ref\d+ \\r \\h", field)]
    assert [field for field in everything.fields() if re.fullmatch(r"REF _Ref\d+ \\n \\h", field)]


def test_the_separator_page_stands_alone_in_word(whole: Document):
    styles = [style for style, _ in written(files(whole)["M"]).paragraphs()]
    assert ["Gap", "AnnexOf", "AnnexTitle", "Subtitle", "Heading2"] == styles[:5]
    own = written(files(whole)["M"])
    assert own.find('//w:p[w:pPr/w:pStyle/@w:val="Heading2"][w:pPr/w:pageBreakBefore]')


@pytest.mark.parametrize("letter", [None, "M"])
def test_nothing_in_a_file_leads_out_of_it(letter: str | None, whole: Document):
    document = files(whole)[letter]
    html = write_html(document).decode()
    wanted = set(re.findall('href="#([^"]+)"', html))
    there = set(re.findall(' id="([^"]+)"', html))
    assert wanted <= there
    assert wanted


def test_html_and_text_print_the_same_numbers(whole: Document):
    document = files(whole)["M"]
    html, text = write_html(document).decode(), write_text(document)
    for number in ("M-1.", "M-2.", "M.1.", "M.1.1."):
        assert f'<span class="number">{number} </span>' in html
        assert f"\n{number} " in text


def test_every_page_of_a_pdf_has_the_header_of_its_part(whole: Document):
    pages = [page.splitlines() for page in texts(write_pdf(whole).data)]
    found = [next(line for line in lines if line.startswith("DRAFT ·")) for lines in pages]
    assert [*dict.fromkeys(found)] == [MAIN, ANNEX_A, ANNEX_M]
    assert found == sorted(found, key=[MAIN, ANNEX_A, ANNEX_M].index)
    own = texts(write_pdf(files(whole)["M"]).data)
    assert all(ANNEX_M in page for page in own)


def test_an_annex_begins_on_a_page_of_its_own_and_its_text_on_the_next(whole: Document):
    pages = write_pdf(whole).pages
    assert pages["main"] < pages["A"] == pages["index"] - 1
    assert 1 == write_pdf(files(whole)["M"]).pages["M"]


def test_pages_of_a_file_are_counted_in_it(whole: Document):
    own = texts(write_pdf(files(whole)["M"]).data)
    assert f"Page 1 of {len(own)}" in own[0]


@pytest.mark.validator
@pytest.mark.parametrize("version", ["Office2013", "Microsoft365"])
def test_the_validator_of_the_open_xml_sdk_finds_no_error(version: str, whole: Document, tmp_path: Path):
    for number, document in enumerate([whole, *(part.document for part in parts(whole))]):
        file = tmp_path / f"{number}.docx"
        file.write_bytes(write_docx(document, write_pdf(document).pages))
        run = [str(VALIDATOR), str(file), "--officeVersion", version]
        answer = subprocess.run(run, capture_output=True, text=True, timeout=120, check=False)
        assert [] == json.loads(answer.stdout)["errors"]
