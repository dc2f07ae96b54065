"""Answers to the questions of the library are internal work: who sees them, and that no filed document has them."""

from typing import Any

import pytest

from referral.case.model import Case
from referral.composition.compose import taken_by
from referral.composition.kinds import DocumentKind
from referral.coverage import assess
from referral.protection.profiles import PROFILES
from referral.protection.view import View, view_for
from tests.unit.builder import Entry, case, charge, fact, item, law, mapping, source

WORDS = "The clerk was bribed."


def answer(code: str = "AN-001", question: str = "ask.scale", **fields: Any) -> Entry:
    return {"id": code, "question": question, "answer": "no", "text": WORDS, "by": "lawyer-1", **fields}


def whole(*answers: Entry, **sections: Any) -> Case:
    parts: dict[str, Any] = {"sources": [source()], "evidence": [item()], "charges": [charge()], **sections}
    return case(**parts, answers=list(answers))


def seen(case: Case, profile: str) -> View:
    return view_for(case, assess(case, law()), {}, PROFILES[profile], None)


def ids(view: View) -> list[str]:
    return [a.id for a in view.case.answers]


@pytest.mark.parametrize(("profile", "shown"), [("internal", ["AN-001"]), ("prosecution", ["AN-001"]), ("public", [])])
def test_an_answer_is_in_no_wide_view(profile: str, shown: list[str]):
    view = seen(whole(answer()), profile)

    assert (shown, {}) == (ids(view), view.withheld)
    assert (WORDS in view.case.model_dump_json()) is bool(shown)


@pytest.mark.parametrize(
    ("entry", "sections"),
    [
        (answer(question="ask.item", evidence="EV-0001"), {"evidence": [item(confidentiality="secret")]}),
        (answer(question="ask.occupation", charge="CH-01"), {"charges": [charge(confidentiality="secret")]}),
        (answer(facts=["F-001"]), {"facts": [fact(confidentiality="secret")]}),
        (
            answer(facts=["F-001", "F-002"]),
            {"facts": [fact(), fact("F-002", confidentiality="secret")], "mappings": [mapping()]},
        ),
        (answer(facts=["F-001"]), {"facts": [fact()], "evidence": [item(confidentiality="secret")]}),
        (answer(confidentiality="secret"), {}),
    ],
)
def test_an_answer_about_something_withheld_or_resting_on_it_is_withheld(entry: Entry, sections: dict[str, Any]):
    told = whole(entry, **sections)
    view = seen(told, "prosecution")

    assert ([], 1) == (ids(view), view.withheld["answers"])
    assert WORDS not in view.case.model_dump_json()
    assert ["AN-001"] == ids(seen(told, "internal"))


def test_an_answer_that_rests_on_what_was_withdrawn_is_in_no_view():
    told = whole(answer(facts=["F-001"]), facts=[fact(status="withdrawn")])

    assert [] == ids(seen(told, "internal"))


WORKING_PAPER = DocumentKind(id="x", title={}, profiles=("internal",))
FILED = [DocumentKind(id="x", title={}, profiles=p) for p in (("prosecution",), ("internal", "public"), ("public",))]


@pytest.mark.parametrize("kind", FILED, ids=lambda kind: " ".join(kind.profiles))
@pytest.mark.parametrize("profile", PROFILES)
def test_no_document_but_a_working_paper_takes_answers_from_a_view(kind: DocumentKind, profile: str):
    told = whole(answer(status="draft"), answer("AN-009", "ask.occupation", charge="CH-01", confidentiality="secret"))
    taken = taken_by(kind, seen(told, profile))

    assert ([], 0) == (ids(taken), taken.withheld.get("answers", 0))
    assert ["AN-001", "AN-009"] == ids(taken_by(WORKING_PAPER, seen(told, "internal")))


@pytest.mark.parametrize("profile", PROFILES)
def test_a_filed_document_is_the_same_with_and_without_answers(profile: str):
    """Its stamp too, which is a digest of all that it could take."""
    told, silent = whole(answer(), answer("AN-003")), whole()

    assert taken_by(FILED[0], seen(silent, profile)).digest == taken_by(FILED[0], seen(told, profile)).digest


def test_a_gap_in_the_ids_of_answers_is_no_open_point():
    told = whole(answer("AN-001"), answer("AN-003", "ask.occupation", charge="CH-01"))

    assert () == seen(told, "internal").missing_ids
