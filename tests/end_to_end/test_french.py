"""The annex of evidence in French: what its reader sees first, and that nothing in it passes for French."""

import re

import pytest

from referral.app.build import compose_document
from referral.app.formats import write_document
from referral.app.project import Project, load_case
from referral.case.model import DocumentRequest
from referral.law import element_wording
from tests.end_to_end.documents import ROOT

SMALL = ROOT / "tests/golden/data/small-case"
FOREIGN = re.compile(r"<span[^>]*\blang=[^>]*>.*?</span>|<code.*?</code>|<style.*?</style>|<[^>]+>", re.DOTALL)
CYRILLIC = re.compile("[\u0400-\u052f]+")
NARROW = re.compile(r"[^\W\d_][;:!?](?=\s)|[^\u00a0]»|«[^\u00a0]")
PIECE = re.compile(r"<(?:p|td|th|h[1-6])\b[^>]*>.*?</(?:p|td|th|h[1-6])>", re.DOTALL)


@pytest.fixture(scope="module")
def project() -> Project:
    return load_case(SMALL)


@pytest.fixture(scope="module")
def page(project: Project) -> str:
    """The document as HTML, in which the language of each piece can be seen."""
    request = DocumentRequest(id="evidence-annex", lang="fr", profile="public")
    return write_document(compose_document(project, request).document, ["html"])["html"].decode()


@pytest.fixture(scope="module")
def body(page: str) -> str:
    """Its words, without those that are marked as being in another language."""
    return FOREIGN.sub(" ", page.partition("<body")[2])


def test_what_is_in_another_language_is_marked_as_such(page: str, body: str):
    assert 'lang="fr-FR"' in page
    assert 'lang="en-GB"' in page
    assert {"Д"} == set(CYRILLIC.findall(body))  # of the number of a unit


def test_a_reader_gets_english_where_the_case_has_it_though_the_case_is_in_another_language(page: str):
    assert "Call-up papers served in the town of Umovne" in page
    assert "Вручення повісток у місті Умовному" not in page


def test_provisions_are_cited_as_french_lawyers_cite_them(body: str):
    assert "Code pénal de l’Ukraine, art.\u00a0438, par.\u00a01" in body


def test_signs_keep_their_distance_in_headings_paragraphs_and_cells(page: str):
    told = [FOREIGN.sub(" ", piece) for piece in PIECE.findall(page.partition('id="open-points"')[0])]

    assert len(told) > 100
    assert [] == [piece for piece in told if NARROW.search(piece)]


def test_an_element_without_french_wording_is_printed_in_its_own_and_marked(project: Project, page: str):
    charged = {c.provision for c in project.loaded.case.charges}
    elements = [e for e in project.law.elements.values() if project.law.provision_of(e.id).id in charged]
    texts = [element_wording(element, "en").text or "" for element in elements]

    assert [text for text in texts if text and text[1:40] in page]
    assert "pas de texte français" in page
