"""What a template may ask of the questions for a lawyer (`tests/data/law/asked.yaml`)."""

from typing import Any

from referral.composition.functions.questions import QuestionFunctions
from tests.unit.builder import Entry, charge, item, mapping, source
from tests.unit.composition.scenes import scene

CHARGES = [charge(), charge("CH-02", provision="xs.1")]


def functions(**sections: Any) -> QuestionFunctions:
    parts: dict[str, Any] = {"sources": [source()], "evidence": [item()], "charges": CHARGES, **sections}
    return QuestionFunctions(scene(**parts))


def answer(code: str = "AN-001", question: str = "ask.scale", **fields: Any) -> Entry:
    return {"id": code, "question": question, "answer": "yes", "text": "Because.", "by": "lawyer-1", **fields}


def copies(count: int) -> dict[str, Any]:
    """Items that all bear on CH-01; every other one is a copy."""
    codes = [f"EV-{n:04}" for n in range(1, count + 1)]
    items = [item(code, original_or_copy="copy" if n % 2 else "original") for n, code in enumerate(codes)]
    mappings = [mapping(f"M-{n:03}", evidence=code) for n, code in enumerate(codes)]
    return {"evidence": items, "mappings": mappings}


def test_questions_about_items_stand_once_each_with_runs_of_the_items_they_are_open_for():
    answers = [answer(question="ask.item", evidence="EV-0003", answer="no")]
    every, some = functions(**copies(5), answers=answers).admissibility()

    assert (1, "ask.item", 5, 1, 1, 4) == tuple(
        every[key] for key in ("number", "id", "asked", "answered", "unfavourable", "open")
    )
    assert [("EV-0001", "EV-0002"), ("EV-0004", "EV-0005")] == every["open_runs"]
    assert [("EV-0003", "EV-0003")] == every["unfavourable_runs"]
    assert [("EV-0003", "no", True)] == [(a["evidence"], a["answer"], a["is_unfavourable"]) for a in every["answers"]]
    assert [("EV-0002", "EV-0002"), ("EV-0004", "EV-0004")] == some["open_runs"]
    assert (2, [["ex.1"]], []) == (some["number"], every["about"], some["about"])


def test_items_are_listed_as_long_as_something_about_them_is_open_or_raises_a_concern():
    answers = [
        answer("AN-001", "ask.item", evidence="EV-0001"),
        answer("AN-002", "ask.item", evidence="EV-0002", answer="no"),
        answer("AN-003", "ask.copy", evidence="EV-0002"),
        answer("AN-004", "ask.item", evidence="EV-0004", answer="unclear"),
    ]
    listed = {row["id"]: row for row in functions(**copies(4), answers=answers).items_asked()}

    assert ["EV-0002", "EV-0003", "EV-0004"] == list(listed)
    assert ([], [(1, 1)], 0) == tuple(listed["EV-0002"][k] for k in ("open_numbers", "unfavourable_numbers", "open"))
    assert ([(1, 1)], [], 1) == tuple(listed["EV-0003"][k] for k in ("open_numbers", "unfavourable_numbers", "open"))
    assert ([(1, 2)], 2) == (listed["EV-0004"]["open_numbers"], listed["EV-0004"]["open"])


def test_a_screen_tells_its_questions_who_shares_them_and_what_nobody_answered():
    context, complementarity, gravity = functions(answers=[answer()]).screens()

    assert ["context", "complementarity", "gravity"] == [s["screen"] for s in (context, complementarity, gravity)]
    assert (1, 0, 1) == (context["asked"], context["answered"], context["open"])
    assert (["CH-01"], []) == (context["questions"][0]["unanswered"], context["questions"][0]["shared_by"])
    assert (["CH-01"], []) == (gravity["questions"][0]["shared_by"], gravity["questions"][0]["unanswered"])
    assert ["AN-001"] == [a["id"] for a in gravity["questions"][0]["answers"]]
    assert [["ex.1"]] == gravity["questions"][0]["about"]


def test_an_unclear_answer_is_told_although_the_question_stays_open():
    gravity = functions(answers=[answer(answer="unclear")]).screens()[-1]

    assert (0, 1, []) == (gravity["answered"], gravity["open"], gravity["questions"][0]["unanswered"])
    assert ["unclear"] == [a["answer"] for a in gravity["questions"][0]["answers"]]


def test_a_case_without_charges_has_no_screens():
    found = functions(charges=[])

    assert ([], [], []) == (found.admissibility(), found.items_asked(), found.screens())
