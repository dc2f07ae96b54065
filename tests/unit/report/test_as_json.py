"""The JSON of coverage beside the states: what would be lost, what is asked, what to collect, whose words it is."""

from dataclasses import replace
from typing import Any

import pytest

from referral.report.as_json import coverage_to_json
from tests.unit import builder
from tests.unit.builder import charge, fact, item, mapping, person, source
from tests.unit.report.tellers import answer, small_case, teller, whole


def told(profile: str = "internal", **sections: Any) -> dict[str, Any]:
    tell = teller(small_case(**sections), profile)
    return coverage_to_json(tell.view, whole(tell), builder.law())


def change(element: str, before: str, opens_gap: bool) -> dict[str, Any]:
    return {"charge": "CH-01", "element": element, "before": before, "after": "gap", "opens_gap": opens_gap}


def test_each_single_loss_says_what_it_changes():
    assert {
        "item": "EV-0001",
        "changes": [
            change("ex.1/1", before="supported_uncorroborated", opens_gap=True),
            change("ex.1/2", before="contested", opens_gap=False),
        ],
        "elsewhere": 0,
    } == told()["losses"][0]


def test_the_smallest_sets_that_break_a_charge_are_named():
    assert [{"charge": "CH-01", "sets": [["EV-0001"]]}] == told()["breaks"]


def test_the_chain_of_an_item_leads_to_an_origin():
    steps = [
        {"how": "translation_of", "kind": "evidence", "to": "EV-0001"},
        {"how": "source", "kind": "source", "to": "SRC-01"},
        {"how": "origin_group", "kind": "origin", "to": "src-01"},
    ]
    assert [{"steps": steps, "is_circle": False}] == told()["chains"]["EV-0002"]


ANALYSIS = {"losses", "breaks", "questions", "steps", "captures", "hearings", "chains", "circles"}


@pytest.mark.parametrize("profile", ["prosecution", "public"])
def test_analysis_is_for_those_who_draw_up_the_case(profile: str):
    internal, other = told(), told(profile)

    assert internal.keys() >= ANALYSIS
    assert not ANALYSIS & other.keys()
    assert (True, False) == tuple("hearing" in one["charges"][0] for one in (internal, other))


def test_a_loss_is_told_that_opens_a_gap_where_there_was_none():
    tell = teller(small_case())
    shown = replace(whole(tell), only_holes=True)

    assert told()["losses"] == coverage_to_json(tell.view, shown, builder.law())["losses"]


def test_a_loss_that_matters_to_another_charge_only_says_so():
    tell = teller(small_case(charges=[charge(), charge("CH-02")]))
    of_second = replace(whole(tell), charges=tell.view.coverage.charges[1:])
    found = coverage_to_json(tell.view, of_second, builder.law())["losses"]

    assert [("EV-0001", [], 2), ("EV-0002", [], 1)] == [(x["item"], x["changes"], x["elsewhere"]) for x in found]


def test_what_is_excluded_and_what_fell_with_it_is_not_lost_once_more():
    tell = teller(small_case())
    shown = replace(whole(tell), without=("EV-0001",), lost=frozenset({"EV-0001"}))

    assert [] == coverage_to_json(tell.view, shown, builder.law())["losses"]


def test_a_charge_without_sets_says_whether_it_has_nothing_or_much_to_lose():
    items = [item(f"EV-{n:04}") for n in range(1, 5)]
    each = [mapping(f"M-{n:03}", evidence=f"EV-{n:04}") for n in range(1, 5)]

    assert [{"charge": "CH-01", "sets": [], "unsupported": True}] == told(mappings=[])["breaks"]
    assert [{"charge": "CH-01", "sets": [], "more_than": 3}] == told(evidence=items, mappings=each)["breaks"]


def test_each_charge_says_who_must_not_be_heard_and_why():
    persons = [person("PER-001", "witness", minor=True), person("PER-002", "witness")]
    limit = {
        "limit": "cross.lim.minors",
        "text": {"en": "Children need trained hands."},
        "instead": {"en": "refer to the prosecutor"},
        "persons": ["PER-001"],
    }

    assert {"open": ["PER-002"], "heard": [], "left": [limit]} == told(persons=persons)["charges"][0]["hearing"]


def test_of_gaps_alone_the_hearings_of_a_charge_without_a_gap_are_told_too():
    elements = [e.id for e in builder.law().elements_of("ex.1")]
    closed = [mapping(f"M-{n:03}", e, charge="CH-02") for n, e in enumerate(elements, start=1)]
    tell = teller(small_case(charges=[charge(), charge("CH-02")], mappings=closed))
    found = coverage_to_json(tell.view, replace(whole(tell), only_holes=True), builder.law())

    assert ["CH-01"] == [one["id"] for one in found["charges"]]
    assert ["CH-01", "CH-02"] == list(found["hearings"])
    assert found["charges"][0]["hearing"] == found["hearings"]["CH-01"]


def test_each_item_tells_what_it_is_for_the_defence():
    papers = [item(disclosure="incriminating"), item("EV-0002", disclosure="exculpatory")]
    against = mapping("M-002", "ex.1/1", evidence="EV-0002", bearing="contradicts")
    element = told(evidence=papers, mappings=[mapping(), against])["charges"][0]["elements"][0]

    assert (["incriminating"], ["exculpatory"]) == tuple(
        element[bearing][0]["disclosure"] for bearing in ("supports", "contradicts")
    )


def test_a_question_names_the_law_that_it_is_about_and_the_facts_of_its_answer():
    questions = {q["question"]: q for q in told(facts=[fact()], answers=[answer(facts=["F-001"])])["questions"]}

    assert (["ex.1", "ex.1/1"], ["F-001"]) == tuple(questions["ask.scale"][name] for name in ("about", "facts"))
    assert [] == questions["ask.occupation"]["facts"]


def test_a_circle_of_sources_is_told_even_if_no_item_comes_from_it():
    circle = [source("SRC-02", repeats=["SRC-03"]), source("SRC-03", repeats=["SRC-02"])]
    steps = [{"how": "repeats", "kind": "source", "to": code} for code in ("SRC-03", "SRC-02")]

    assert [{"start": "SRC-02", "steps": steps, "is_circle": True}] == told(sources=[source(), *circle])["circles"]


def test_every_key_of_the_contract_is_there_for_a_case_without_charges_too():
    keys = {"schema", "case", "profile", "as_at", "charges", "without", "changes", "orphans", "withheld"}
    keys |= ANALYSIS
    assert keys <= told(charges=[], mappings=[]).keys()
    assert keys <= told(charges=[charge()]).keys()
