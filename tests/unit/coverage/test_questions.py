"""Which questions a case must answer, of what, in which order; how they are counted (`tests/data/law/asked.yaml`)."""

from typing import Any

import pytest

from referral.case.model import Case
from referral.coverage.questions import (
    Asked,
    Count,
    concerned,
    counted,
    counted_by_item,
    questions_of,
    read_by,
)
from tests.unit.builder import Entry, case, charge, fact, item, law, mapping, person, source

NATIONAL = charge()
ICC = charge("CH-02", provision="xs.1")
ASKED_OF_A_CHARGE = [("ask.occupation", "charge", "CH-01"), ("ask.scale", "case", "x")]


def whole(**sections: Any) -> Case:
    parts: dict[str, Any] = {"sources": [source()], "evidence": [item()], "charges": [NATIONAL], **sections}
    return case(**parts)


def asked(**sections: Any) -> tuple[Asked, ...]:
    return questions_of(whole(**sections), law())


def told(found: tuple[Asked, ...]) -> list[tuple[str, str, str]]:
    return [(a.question.id, a.kind, a.target) for a in found]


def answer(code: str = "AN-001", question: str = "ask.scale", **fields: Any) -> Entry:
    return {"id": code, "question": question, "answer": "yes", "text": "Because.", "by": "lawyer-1", **fields}


def test_without_a_charge_nothing_is_asked():
    assert () == asked(charges=[])


def test_of_a_charge_only_the_questions_of_its_forum_are_asked():
    assert told(asked()) == ASKED_OF_A_CHARGE
    assert [("ask.tried", "charge", "CH-02")] == told(asked(charges=[ICC]))


def test_a_question_under_a_statute_is_asked_of_charges_under_it_or_under_a_part_of_it():
    other = charge(provision="ex.4")

    assert [("ask.scale", "case", "x")] == told(asked(charges=[other]))


def test_an_item_is_asked_about_once_it_bears_on_a_charge_of_the_forum():
    direct, through_fact = {"mappings": [mapping()]}, {"facts": [fact()], "mappings": [mapping(fact="F-001")]}

    assert told(asked(**direct)) == [("ask.item", "evidence", "EV-0001"), *ASKED_OF_A_CHARGE]
    assert told(asked(**direct)) == told(asked(**through_fact))
    on_other_forum = {"charges": [NATIONAL, ICC], "mappings": [mapping(charge="CH-02", element="xs.1/1")]}
    assert "evidence" not in [a.kind for a in asked(**on_other_forum)]


def test_questions_come_by_screen_then_in_the_order_of_the_library_then_of_the_case():
    items = [item("EV-0002", original_or_copy="copy"), item("EV-0001", original_or_copy="copy")]
    people = [person(citizenships=[{"state": "XA"}])]
    charges = [charge("CH-09"), ICC, charge("CH-01", person="PER-001")]
    mappings = [mapping(), mapping("M-002", evidence="EV-0002")]
    mappings = [{**m, "charge": "CH-09"} for m in mappings]
    found = asked(evidence=items, persons=people, charges=charges, mappings=mappings)

    assert told(found) == [
        ("ask.item", "evidence", "EV-0002"),
        ("ask.item", "evidence", "EV-0001"),
        ("ask.copy", "evidence", "EV-0002"),
        ("ask.copy", "evidence", "EV-0001"),
        ("ask.abroad", "charge", "CH-01"),
        ("ask.occupation", "charge", "CH-09"),
        ("ask.occupation", "charge", "CH-01"),
        ("ask.tried", "charge", "CH-02"),
        ("ask.scale", "case", "x"),
    ]


def test_a_question_about_nationality_compares_the_accused_with_its_own_data():
    others = [person(citizenships=[{"state": "XB"}])]

    assert "ask.abroad" not in [a.question.id for a in asked(charges=[charge(person="PER-001")], persons=others)]


def test_what_is_withdrawn_is_not_asked_about():
    assert told(asked(evidence=[item(status="withdrawn")], mappings=[mapping()])) == ASKED_OF_A_CHARGE
    assert told(asked(mappings=[mapping(status="withdrawn")])) == ASKED_OF_A_CHARGE
    assert () == asked(charges=[charge(status="withdrawn")])


def test_an_answer_belongs_to_its_question_and_its_target():
    answers = [
        answer(),
        answer("AN-002", "ask.occupation", charge="CH-01"),
        answer("AN-003", "ask.item", evidence="EV-0001"),
    ]
    found = asked(mappings=[mapping()], answers=answers)

    assert {"ask.scale": "AN-001", "ask.occupation": "AN-002", "ask.item": "AN-003"} == {
        a.question.id: a.answer.id for a in found if a.answer
    }


@pytest.mark.parametrize(
    "lost",
    [
        {"answers": [answer(status="withdrawn")]},
        {"answers": [answer(facts=["F-001"])], "facts": [fact(status="withdrawn")]},
        {"answers": [answer(facts=["F-001"])], "facts": [fact()], "evidence": [item(status="withdrawn")]},
    ],
)
def test_an_answer_that_was_withdrawn_or_lost_its_ground_is_none(lost: dict[str, Any]):
    assert all(a.answer is None and a.is_open for a in asked(**lost))


@pytest.mark.parametrize(
    ("reply", "is_open", "is_unfavourable"), [("yes", False, False), ("no", False, True), ("unclear", True, False)]
)
def test_an_unclear_answer_leaves_the_question_open_and_only_the_other_answer_raises_a_concern(
    reply: str, is_open: bool, is_unfavourable: bool
):
    found = [a for a in asked(answers=[answer(answer=reply)]) if a.question.id == "ask.scale"]

    assert [(is_open, is_unfavourable)] == [(a.is_open, a.is_unfavourable) for a in found]


def test_what_is_favourable_is_told_by_the_question():
    found = asked(charges=[ICC], answers=[answer(question="ask.tried", charge="CH-02", answer="yes")])

    assert [True] == [a.is_unfavourable for a in found]


def test_questions_are_counted_by_item():
    items = [item("EV-0001", original_or_copy="copy"), item("EV-0002")]
    mappings = [mapping(), mapping("M-002", evidence="EV-0002")]
    answers = [
        answer(question="ask.item", evidence="EV-0001", answer="no"),
        answer("AN-002", "ask.copy", evidence="EV-0001", answer="unclear"),
    ]
    found = asked(evidence=items, mappings=mappings, answers=answers)

    assert {"EV-0001": Count(2, 1, 1), "EV-0002": Count(1, 0, 0)} == counted_by_item(found)
    assert (5, 4) == (counted(found).asked, counted(found).open)


def test_a_shared_question_is_asked_once_and_read_by_every_charge_of_its_forum():
    charges = [NATIONAL, ICC, charge("CH-03")]
    one = whole(charges=charges)
    found = questions_of(one, law())
    by_charge = {c.id: [a.question.id for a in read_by(found, c, law())] for c in one.charges}

    assert 1 == len([a for a in found if a.question.id == "ask.scale"])
    assert by_charge == {
        "CH-01": ["ask.occupation", "ask.scale"],
        "CH-02": ["ask.tried"],
        "CH-03": ["ask.occupation", "ask.scale"],
    }
    assert ["CH-01", "CH-03"] == [c.id for c in concerned(law().questions["ask.scale"], one, law())]


def test_order_and_repetition_of_mappings_change_nothing():
    twice = [mapping("M-002"), mapping()]

    assert told(asked(mappings=twice)) == told(asked(mappings=[mapping()]))
