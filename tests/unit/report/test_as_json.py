"""The JSON of coverage beside the states: what would be lost, what is asked, what to collect, whose words it is."""

from typing import Any

from referral.report.as_json import coverage_to_json
from tests.unit import builder
from tests.unit.builder import charge
from tests.unit.report.tellers import small_case, teller, whole


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


def test_questions_and_steps_are_for_those_who_draw_up_the_case():
    assert {"questions", "steps"} <= told().keys()
    assert not {"questions", "steps"} & told("public").keys()


def test_every_key_of_the_contract_is_there_for_a_case_without_charges_too():
    keys = {"schema", "case", "profile", "as_at", "charges", "without", "changes", "orphans", "withheld"}
    keys |= {"losses", "breaks", "chains"}
    assert keys <= told(charges=[], mappings=[]).keys()
    assert keys <= told(charges=[charge()]).keys()
