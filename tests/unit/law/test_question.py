"""A question of the library: what may be written of it, and in which words it says when it arises."""

from typing import Any

import pytest
from pydantic import ValidationError

from referral.law.model import CONDITIONS, AskedOf, Condition, Question
from tests.unit.builder import law

ENTRY: dict[str, Any] = {
    "id": "ask.x",
    "text": {"en": "Is it so?"},
    "status": "working",
    "forum": "national",
    "screen": "admissibility",
    "asked_of": "item",
    "favourable": "yes",
}


def test_a_question_that_says_no_condition_is_always_asked():
    question = Question.model_validate(ENTRY)

    assert ((), (), ()) == (question.when, question.under, question.citizenship)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("when", ["sometimes"]),
        ("screen", "luck"),
        ("asked_of", "witness"),
        ("forum", "ihl"),
        ("favourable", "perhaps"),
        ("citizenship", ["Abroad"]),
    ],
)
def test_a_word_that_nobody_can_evaluate_is_refused(key: str, value: object):
    with pytest.raises(ValidationError):
        Question.model_validate({**ENTRY, key: value})


def test_every_condition_can_be_said_of_something():
    assert set(Condition) == set().union(*CONDITIONS.values())
    assert {Condition.DOUBLE_ROLE} == CONDITIONS[AskedOf.CHARGE] & CONDITIONS[AskedOf.CASE]
    assert frozenset() == CONDITIONS[AskedOf.ITEM] & CONDITIONS[AskedOf.CHARGE]


def test_the_library_gives_its_questions_in_the_order_of_the_file():
    names = [name for name in law().questions if name.startswith("ask.")]

    assert ["ask.item", "ask.copy", "ask.abroad", "ask.occupation", "ask.tried", "ask.scale"] == names
