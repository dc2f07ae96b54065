"""The communication of a large generated case: it repeats nothing, whatever is referred to is there, pages are right.

The case of full size has 300 incidents and 2,000 exhibits; its Word file is written and read back, and so is its PDF by
Typst. The other engine would take longer than a test may, so that its pages are compared on a case of fewer incidents,
which is laid out in chunks all the same.

What counts as repeated: the words of two numbered paragraphs, or of two sentences with a note that names an exhibit,
that are the same but for spaces, capitals and the number before the paragraph.
"""

import io
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from time import process_time
from typing import Any

import pypdfium2
import pytest
from pypdf import PdfReader

from benchmarks.communications import Extent, write_communication_case
from benchmarks.frame import exponent
from referral.app.build import compose_document
from referral.app.formats import write_document
from referral.app.pdf_engines import Presses
from referral.app.project import Project, load_case, load_law
from referral.case.model import PdfEngine
from referral.composition.compose import Composed
from referral.document.nodes import Document
from referral.document.parts import parts
from referral.writers.chunks import is_long
from referral.writers.pdf import as_engine as weasyprint
from referral.writers.pdf.workers import Workers
from referral.writers.typst import as_engine as typst
from tests.end_to_end.apparatus import Apparatus
from tests.end_to_end.reading import leaderless, squeezed
from tests.end_to_end.reading_pdf import read_pdf
from tests.unit.writers.typst.reading import printed

FULL = Extent(incidents=300, evidence=2000, facts=1500)
PAGED = 6  # incidents
GROWING = (75, 150, 300)
STEEPEST = 1.3  # exponent of growth; a square has 2
LISTED = 2  # levels of headings in the table of contents

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Made:
    """A communication, and what it cost to compose, in seconds of processor time."""

    project: Project
    composed: Composed
    seconds: float


def made(folder: Path, extent: Extent) -> Made:
    project = load_case(write_communication_case(folder, extent, load_law()))
    start = process_time()
    composed = compose_document(project, project.loaded.case.documents[0])
    return Made(project, composed, process_time() - start)


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return made(tmp_path_factory.mktemp("full") / "case", FULL)


@dataclass(frozen=True)
class Paged:
    """The main file of a communication: its Word file read back, its PDF, contents and notes of that."""

    words: Apparatus
    pdf: bytes
    contents: str
    notes: tuple[str, ...]


@pytest.fixture(scope="module")
def by_typst(full: Made) -> Paged:
    """The whole communication, with its PDF by the faster engine."""
    with Workers(2, typst.ENGINE) as press:
        presses = Presses(typst=press)
        files = write_document(main_file(full), ["docx", "pdf"], engine=PdfEngine.TYPST, presses=presses)
    found = printed(files["pdf"])
    return Paged(Apparatus(files["docx"]), files["pdf"], leaderless(found.body), found.notes)


@pytest.fixture(scope="module")
def by_weasyprint(tmp_path_factory: pytest.TempPathFactory) -> Paged:
    """A smaller one, with its PDF by the other engine."""
    smaller = made(tmp_path_factory.mktemp("paged") / "case", Extent.of(PAGED))
    with Workers(2, weasyprint.ENGINE) as press:
        files = write_document(main_file(smaller), ["docx", "pdf"], presses=Presses(weasyprint=press))
    found = read_pdf(files["pdf"])
    notes = tuple(f"{number}{words}" for number, words in found.notes.items())
    return Paged(Apparatus(files["docx"]), files["pdf"], found.contents, notes)


@pytest.fixture(scope="module", params=["by_typst", "by_weasyprint"])
def paged(request: pytest.FixtureRequest) -> Paged:
    found: Paged = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="module")
def words(by_typst: Paged) -> Apparatus:
    """The main file of the whole communication, as it is read back."""
    return by_typst.words


def main_file(found: Made) -> Document:
    document = parts(found.composed.document)[0].document
    assert is_long(document)
    return document


def twice(texts: Iterable[str]) -> list[str]:
    counted = Counter(squeezed(text).casefold() for text in texts)
    return [text for text, times in counted.items() if times > 1]


def test_the_case_is_as_large_as_it_is_said_to_be(full: Made):
    case = full.project.loaded.case

    assert (300, 2000, 1500) == (len(case.incidents), len(case.evidence), len(case.facts))


def test_no_paragraph_and_no_sentence_of_fact_occurs_twice(words: Apparatus):
    numbered = [line.text for line in words.lines if line.style == "LegalPara"]

    assert 500 < len(numbered)
    assert [] == twice(numbered)
    assert [] == twice(said.text for said in words.said)


def test_every_note_reference_and_citation_of_the_word_file_leads_to_its_place(words: Apparatus):
    assert 1_000 < len(words.notes)
    assert [] == words.unresolved()
    assert [] == [said for said in words.said for place in said.places if not place.pin]


def test_every_item_of_the_index_is_cited_or_said_to_be_uncited(words: Apparatus):
    assert [] == words.wrongly_listed()
    assert {"cited", "uncited"} == {row[-1].strip() for row in words.index.values()}


def test_composing_grows_no_faster_than_the_case(full: Made, tmp_path: Path):
    smaller = {n: made(tmp_path / str(n), Extent.of(n)).seconds for n in GROWING[:-1]}

    assert STEEPEST > exponent({**smaller, GROWING[-1]: full.seconds})


def test_contents_and_bookmarks_tell_the_pages_on_which_the_headings_stand(paged: Paged):
    pdf = pypdfium2.PdfDocument(paged.pdf)
    texts = [squeezed(page.get_textpage().get_text_range()) for page in pdf]
    marks = [(entry.get_title(), entry.get_dest().get_index(), entry.level) for entry in pdf.get_toc()]

    assert 40 < len(marks)
    assert [] == [(title, page + 1) for title, page, _ in marks if squeezed(title) not in texts[page]]
    listed = [(title, page + 1) for title, page, level in marks if level < LISTED]
    assert [] == [(t, page) for t, page in listed if f"{leaderless(t)}{page}" not in paged.contents]


def test_the_word_file_lists_the_pages_of_the_pdf(paged: Paged):
    entries = paged.words.contents

    assert 40 < len(entries)
    assert [] == [e for e in entries if f"{leaderless(e.words)}{e.page}" not in paged.contents]


def test_every_link_of_the_pdf_leads_to_a_page_and_its_notes_are_those_of_the_word_file(paged: Paged):
    reader = PdfReader(io.BytesIO(paged.pdf))
    pages = {page.indirect_reference.idnum for page in reader.pages if page.indirect_reference}
    known, led = {*reader.named_destinations, *pages}, list(destinations(reader))

    assert 100 < len(led)
    assert [] == [target for target in led if target not in known]
    assert [f"{n}{squeezed(text)}" for n, text in paged.words.notes.items()] == list(paged.notes)


def destinations(reader: PdfReader) -> Iterable[str | int]:
    """Where each link within the file leads: the name of a place, or the number of a page as an object."""
    for page in reader.pages:
        for annotation in page.get("/Annots", ()):
            link: Any = annotation.get_object()
            action = link.get("/A", {})
            if link["/Subtype"] == "/Link" and "/URI" not in action:
                target: Any = link["/Dest"] if "/Dest" in link else action["/D"]
                yield target[0].idnum if isinstance(target, list) else str(target)
