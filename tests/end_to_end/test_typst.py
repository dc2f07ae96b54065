"""The documents of the cases by the other PDF engine: the sentences of the tree in their order, and conforming files.

What the first engine prints is set against the same trees in `test_same_text.py`.
"""

from dataclasses import replace

import pytest
from click.testing import CliRunner, Result

from referral.app.pdf_engines import engine_hint
from referral.case.model import DocumentRequest, PdfEngine
from referral.cli import group
from referral.document.nodes import Annex, Block, Document, TableOfContents
from referral.document.parts import parts
from referral.writers import typst
from tests.end_to_end.documents import DEMONSTRATIONS, SMALL, Listed, listed, tree
from tests.unit.writers.pdf.reading import letters_off_page
from tests.unit.writers.pdf.sample import document, paragraph
from tests.unit.writers.pdf.standards import faults
from tests.unit.writers.typst.reading import differing_notes, first_departure, printed

each_small = pytest.mark.parametrize("document", listed(SMALL), ids=str)
each_demonstration = pytest.mark.parametrize("document", [d for case in DEMONSTRATIONS for d in listed(case)], ids=str)


def bare(document: Document) -> Document:
    """The document without its contents, whose entries are no words of the tree."""

    def kept(block: Block) -> bool:
        return not isinstance(block, TableOfContents)

    def inner(block: Block) -> Block:
        return replace(block, blocks=tuple(filter(kept, block.blocks))) if isinstance(block, Annex) else block

    return replace(document, blocks=tuple(inner(block) for block in document.blocks if kept(block)))


def differences(document: Document) -> list[object]:
    found = printed(typst.write_pdf(document).data)
    return [first for first in (first_departure(found, document), *differing_notes(found, document)) if first]


@each_small
def test_it_says_what_the_tree_says(document: Listed):
    assert [] == [found for part in parts(tree(document)) for found in differences(bare(part.document))]


@pytest.mark.slow
@each_demonstration
def test_a_demonstration_says_what_the_tree_says(document: Listed):
    assert [] == [found for part in parts(tree(document)) for found in differences(bare(part.document))]


@pytest.mark.slow
@each_demonstration
def test_a_demonstration_is_conforming_and_stands_on_its_pages(document: Listed):
    for part in parts(tree(document)):
        data = typst.write_pdf(part.document).data
        assert [] == faults(data)
        assert [] == letters_off_page(data)


def test_the_engine_is_named_on_the_command_line_and_another_one_makes_the_file_stale(tmp_path):
    first = listed(SMALL)[0]
    narrowed = ["--document", first.id, "--lang", first.lang, "--profile", first.profile, "--format", "pdf"]
    asked = [str(SMALL), "-o", str(tmp_path), *narrowed]
    assert 0 == built(*asked, "--pdf-engine", "typst", "--quiet").exit_code
    (file,) = tmp_path.rglob("*.pdf")
    assert b"Typst" in file.read_bytes()
    assert 0 == built(*asked, "--pdf-engine", "typst", "--check").exit_code
    stale = built(*asked, "--check")
    assert (1, True) == (stale.exit_code, "out of date" in stale.output)


def built(*arguments: str) -> Result:
    return CliRunner().invoke(group, ["build", *arguments])


def test_a_long_document_of_the_slower_engine_comes_with_a_hint():
    short, long = document(paragraph("word")), document(paragraph("word " * 30_000))
    assert "--pdf-engine typst" in engine_hint(long, PdfEngine.WEASYPRINT)
    assert "" == engine_hint(long, PdfEngine.TYPST) == engine_hint(short, PdfEngine.WEASYPRINT)


def test_a_case_may_name_the_engine_of_a_document():
    known = {"id": "evidence-annex", "lang": "uk", "profile": "prosecution"}
    assert PdfEngine.WEASYPRINT is DocumentRequest.model_validate(known).pdf_engine
    assert PdfEngine.TYPST is DocumentRequest.model_validate({**known, "pdf_engine": "typst"}).pdf_engine
