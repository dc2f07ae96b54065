"""Facts in paragraphs: nothing is lost, nothing repeated, whatever the facts are and in whatever order they come."""

from datetime import date
from itertools import chain
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from referral.composition.functions.prose import ProseFunctions
from referral.edtf import parse_edtf
from tests.unit.composition.scenes import scene

Entry = dict[str, Any]
FUNCTIONS = ProseFunctions(scene())
DATES = [None, *map(parse_edtf, ("2022", "2022-03", "2022-03-04", "2023-01-01"))]
LONGEST = 900


@st.composite
def facts(draw: st.DrawFn) -> list[Entry]:
    made = [
        {
            "id": f"F-{n:03}",
            "text": {"": draw(st.sampled_from(["Short.", "x" * 400, "y" * 2000]))},
            "incidents": draw(st.lists(st.sampled_from(["INC-01", "INC-02"]), max_size=2)),
            "topics": draw(st.lists(st.sampled_from(["pattern", "service"]), max_size=2)),
            "places": draw(st.lists(st.sampled_from(["PL-01", "PL-02"]), max_size=2)),
            "invented": draw(st.booleans()),
            "date": draw(st.sampled_from(DATES)),
        }
        for n in range(draw(st.integers(0, 14)))
    ]
    return draw(st.permutations(made))


def subject(fact: Entry) -> tuple[Any, ...]:
    if fact["incidents"]:
        return fact["invented"], fact["incidents"][0]
    return fact["invented"], fact["topics"][:1], fact["places"][:1]


def letters(paragraph: list[Entry]) -> int:
    return sum(len(fact["text"][""]) for fact in paragraph)


@given(facts(), st.integers(1, 6))
def test_every_fact_is_told_once(given_facts: list[Entry], most: int):
    told = [f["id"] for f in chain.from_iterable(FUNCTIONS.paragraphs(given_facts, most))]
    assert sorted(f["id"] for f in given_facts) == sorted(told)


@given(facts())
def test_a_fact_given_twice_is_told_once(given_facts: list[Entry]):
    assert FUNCTIONS.paragraphs(given_facts) == FUNCTIONS.paragraphs([f for f in given_facts for _ in range(2)])


@given(facts(), st.integers(1, 6))
def test_no_paragraph_is_empty_or_too_long(given_facts: list[Entry], most: int):
    paragraphs = FUNCTIONS.paragraphs(given_facts, most)
    assert [] == [p for p in paragraphs if not 1 <= len(p) <= most]
    assert [] == [p for p in paragraphs if len(p) > 1 and letters(p) > LONGEST]


@given(facts())
def test_a_paragraph_has_one_subject_and_goes_by_time(given_facts: list[Entry]):
    for paragraph in FUNCTIONS.paragraphs(given_facts):
        began = [f["date"].earliest if f["date"] else date.max for f in paragraph]
        assert [subject(paragraph[0])] * len(paragraph) == list(map(subject, paragraph))
        assert sorted(began) == began


@given(facts())
def test_subjects_come_as_their_first_facts_came_and_are_never_taken_up_again(given_facts: list[Entry]):
    told = [str(subject(p[0])) for p in FUNCTIONS.paragraphs(given_facts)]
    assert list(dict.fromkeys(str(subject(f)) for f in given_facts)) == list(dict.fromkeys(told))
    assert len(set(told)) == sum(1 for n, s in enumerate(told) if n == 0 or told[n - 1] != s)


@given(facts(), st.integers(1, 6))
def test_the_order_is_stable(given_facts: list[Entry], most: int):
    once = FUNCTIONS.paragraphs(given_facts, most)
    assert once == FUNCTIONS.paragraphs(list(chain.from_iterable(once)), most)


def test_sentences_are_shared_out_evenly():
    six = [{**fact, "id": f"F-{n}"} for n, fact in enumerate([_fact()] * 6)]
    assert [3, 3] == list(map(len, FUNCTIONS.paragraphs(six)))
    assert [4, 3] == list(map(len, FUNCTIONS.paragraphs([*six, _fact(id="F-6")])))


def _fact(**fields: Any) -> Entry:
    empty: Entry = {"incidents": [], "topics": [], "places": [], "invented": False, "date": None}
    return {"id": "F-0", "text": {"": "Short."}, **empty, **fields}
