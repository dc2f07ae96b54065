"""The questions that ship with the library: what a lawyer must answer, well sourced, and each word of it in use."""

import re

import pytest

from referral.law import Status
from referral.law.model import AskedOf, Condition, Question, Screen
from tests.unit.builder import shipped_law

LAW = shipped_law()
QUESTIONS = LAW.questions
OF_ITEMS = [q for q in QUESTIONS.values() if q.asked_of is AskedOf.ITEM]
SCREENS_OF_THE_COURT = set(Screen) - {Screen.ADMISSIBILITY}


def about(prefix: str, questions: list[Question]) -> set[str]:
    return {name for q in questions for name in q.about if name.startswith(prefix)}


def test_a_question_is_called_after_its_list_and_its_forum() -> None:
    heads = {"adm": [True], "scr": [False]}

    assert [] == [q.id for q in QUESTIONS.values() if [q.screen is Screen.ADMISSIBILITY] != heads[q.id[:3]]]
    assert [] == [q.id for q in QUESTIONS.values() if (q.forum.value == "icc") != (q.id.split(".")[1] == "icc")]


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=lambda q: q.id)
def test_a_question_can_be_answered_by_yes_or_no_in_both_languages(question: Question) -> None:
    asked = [re.findall(r"[^.?!]*\?", text) for text in question.text.values()]

    assert [1, 1] == [len(found) for found in asked]
    assert all(text.endswith("?") for text in question.text.values())
    assert re.search(r"(?:^|[.:] )[Чч]и\b", question.text["uk"])


def test_every_condition_is_used() -> None:
    assert set(Condition) == {condition for q in QUESTIONS.values() for condition in q.when}


@pytest.mark.parametrize("article", ["84", "86", "87", "87.3.1", "88", "89", "93", "95", "95.4", "97", "99", "237"])
def test_the_rules_of_the_criminal_procedure_code_on_admissibility_are_asked_about(article: str) -> None:
    assert f"ua.cpc.{article}" in about("ua.cpc.", OF_ITEMS)


def test_the_rules_of_the_statute_on_admissibility_are_asked_about() -> None:
    assert {"rs.69", "rs.69.7"} == about("rs.", OF_ITEMS)
    assert "69(4)" in QUESTIONS["adm.icc.relevance"].text["en"]


@pytest.mark.parametrize("screen", sorted(SCREENS_OF_THE_COURT))
def test_every_screen_of_the_court_has_questions(screen: Screen) -> None:
    assert [] != [q for q in QUESTIONS.values() if q.screen is screen and q.forum.value == "icc"]


def test_gravity_is_asked_about_by_its_four_criteria() -> None:
    asked = [name for name, q in QUESTIONS.items() if q.screen is Screen.GRAVITY and not q.pitfall]

    assert [f"scr.icc.grav.{name}" for name in ("scale", "nature", "manner", "impact")] == asked


def test_article_124_is_asked_about_only_where_the_accused_is_a_national_of_the_declaring_state() -> None:
    question = QUESTIONS["scr.icc.jur.art-124"]

    assert ((Condition.ACCUSED_IS_NATIONAL,), ("UA",), ("rs.8",)) == (
        question.when,
        question.citizenship,
        question.under,
    )


def test_what_rests_on_a_rule_that_was_not_read_says_so() -> None:
    """Questions on provisions that are known only are not verified themselves."""
    unread = {"ua.cpc.84", "ua.cpc.86", "ua.cpc.87", "ua.cpc.88", "ua.cpc.89", "ua.cpc.93", "ua.cpc.97", "ua.cpc.237"}
    resting = [q for q in QUESTIONS.values() if unread & set(q.about)]

    assert [] == [q.id for q in resting if q.status is Status.VERIFIED]


def test_national_questions_are_asked_only_under_the_law_of_their_state() -> None:
    assert [] == [q.id for q in QUESTIONS.values() if q.forum.value == "national" and not q.under]
