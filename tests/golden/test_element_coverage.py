"""The coverage report of the small case."""

import pytest

from referral.errors import UsageError
from tests.golden.texts import ADVICE, ELEMENT_COVERAGE, golden, plain, written

REPORT = ("element-coverage", "en", "internal")


@pytest.mark.parametrize("wanted", ELEMENT_COVERAGE, ids=".".join)
def test_the_report_reads_as_the_golden_text(wanted):
    assert golden(*wanted).read_text(encoding="utf-8") == written(*wanted), ADVICE


def test_the_report_stays_inside():
    with pytest.raises(UsageError, match="may not have"):
        written("element-coverage", "en", "public")


def chapter(title: str) -> str:
    """The words from a heading of the first level to the next."""
    text = plain(*REPORT)
    start = text.index(f". {title}\n=")
    return text[start : text.find("\n====", start + len(title) + 10)]


def test_a_gap_is_a_hole_until_somebody_has_justified_it():
    holes, justified = chapter("Gaps").split("2.2. Justified")
    assert "CH-01, element 7 " in holes
    assert "CH-01, element 11" not in holes
    assert "GAP-01" in justified


def test_a_contradiction_is_listed_with_its_answer_or_as_unanswered():
    unanswered, answered = chapter("Contested elements").split("3.2. Answered")
    assert "CH-01, element 5 " in unanswered
    assert "[no answer to the contradicting item]" in unanswered
    assert "The witness saw the same man that day." in answered


def test_items_of_one_origin_are_named_where_an_element_rests_on_them():
    assert "CH-01, element 8 (4.1.8)" in chapter("Single origin")
    assert "CH-01, element 4 " not in chapter("Single origin")


def test_items_on_which_nothing_rests_are_listed():
    assert "EV-0006" in chapter("Items on which nothing rests")
    assert "EV-0001" not in chapter("Items on which nothing rests")


def test_questions_on_admissibility_are_told_with_what_was_answered_and_what_is_open():
    admissibility = chapter("Admissibility")
    assert "No (a concern). Who holds the original of the roster is not known." in admissibility
    assert "[questions on admissibility without an answer: " in admissibility
    assert "Annex 2 | EV-0002 | " in admissibility


def test_screens_tell_the_answer_its_facts_and_what_nobody_answered():
    screens = chapter("Screens")
    assert "CH-01: yes. The paper was served by an organ of the occupation." in screens
    assert "Facts: F-002" in screens
    assert "Unclear. The number of papers is known from one page only." in screens
    assert "[no question of this screen has a yes or a no: Gravity]" in screens


@pytest.mark.parametrize("wanted", [("evidence-annex", "uk", "prosecution"), ("evidence-annex", "en", "public")])
def test_no_filed_document_tells_what_was_answered(wanted: tuple[str, str, str]):
    assert [] == [words for words in ("Хто має оригінал", "Who holds the original", "AN-00") if words in plain(*wanted)]


@pytest.mark.parametrize("word", ["proven", "guilty", "likely", "score of", "%"])
def test_the_report_passes_no_judgement(word):
    assert word not in plain(*REPORT)
