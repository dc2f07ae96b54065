"""A crime that the program has never heard of: its case, its law and its words are files, and no code is touched."""

import re
import shutil
from pathlib import Path

import pytest

from referral import resources
from referral.app.build import compose_document
from referral.app.formats import write_document
from referral.app.project import Sources, check_case, load_case
from tests.end_to_end.documents import ROOT

PILLAGE = ROOT / "tests/data/pillage"
CASE = PILLAGE / "case"
OURS = resources.shipped(resources.TEMPLATES)
THEIRS = PILLAGE / "templates"
LAW = (PILLAGE / "law",)
TERMS = ("pillage", "things_taken", "inspection_record", "houses_emptied", "naturalised", "gazetteer")

Found = list[tuple[str, str]]


def unknown_terms(case: Path, *templates: Path) -> Found:
    """The words of each line at fault from the column on, up to the end of the term, and the finding's message."""
    findings = [d for d in check_case(case, Sources(LAW, templates)) if d.rule == "unknown-term"]
    lines = (case / "case.yaml").read_text("utf-8").splitlines()
    places = ((d, lines[d.position.line - 1][d.position.column - 1 :]) for d in findings)
    return [(re.split(r"[],}]", rest)[0], d.message) for d, rest in places]


def changed(folder: Path, old: str, new: str) -> Path:
    """A copy of the case with other words in it."""
    copy = folder / "case"
    shutil.copytree(CASE, copy)
    text = (copy / "case.yaml").read_text("utf-8")
    assert old in text
    (copy / "case.yaml").write_text(text.replace(old, new), "utf-8")
    return copy


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    project = load_case(CASE, Sources(LAW, (OURS, THEIRS)))
    documents = {r.id: compose_document(project, r).document for r in project.loaded.case.documents}
    return {name: write_document(document, ["text"])["text"].decode() for name, document in documents.items()}


def test_no_module_knows_the_terms_of_this_crime():
    code = "".join(path.read_text("utf-8") for path in (ROOT / "src").rglob("*.py"))

    assert [] == [term for term in TERMS if term in code]


def test_with_the_users_words_the_case_has_no_error():
    assert [] == [d for d in check_case(CASE, Sources(LAW, (OURS, THEIRS))) if d.is_error]


@pytest.mark.parametrize(
    "words", ["pillage", "record of an inspection", "Houses emptied", "by naturalisation", "GAZETTEER G123"]
)
def test_the_documents_print_the_users_words(words: str, texts: dict[str, str]):
    assert words in re.sub(r"\s+", " ", texts["evidence-annex"])


def test_the_elements_of_this_crime_are_covered(texts: dict[str, str]):
    assert "The accused took things that were not his." in texts["element-coverage"]


def test_a_word_of_the_user_goes_before_the_programs_own(texts: dict[str, str]):
    assert "person robbed" in texts["evidence-annex"]


def test_without_the_users_words_every_term_is_an_error_where_it_stands():
    assert sorted(TERMS) == sorted(term for term, _ in unknown_terms(CASE, OURS))


def test_a_language_without_the_words_is_named(tmp_path: Path):
    case = changed(tmp_path, "documents:", "documents:\n  - {id: evidence-annex, lang: uk, profile: public}")
    found = unknown_terms(case, OURS, THEIRS)

    assert sorted(TERMS) == sorted(term for term, _ in found)
    assert all("words.uk.yaml" in message and "words.en.yaml" not in message for _, message in found)


def test_a_slip_of_the_pen_is_told_the_nearest_term(tmp_path: Path):
    case = changed(tmp_path, "type: pillage", "type: pilage")
    (finding,) = [d for d in check_case(case, Sources(LAW, (OURS, THEIRS))) if d.is_error]

    assert ("unknown-term", "nearest: pillage") == (finding.rule, finding.hint)


def test_a_place_code_must_look_like_those_of_the_users_register(tmp_path: Path):
    case = changed(tmp_path, "value: G123", "value: UA123")
    (finding,) = [d for d in check_case(case, Sources(LAW, (OURS, THEIRS))) if d.is_error]

    assert "wrong-place-code" == finding.rule
    assert "it is G and three digits" in finding.message
