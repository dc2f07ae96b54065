"""A weighing read from another charge is shown only to whoever may see both charges, and what was weighed."""

from typing import Any

import pytest

from referral.coverage import State, assess
from referral.protection.profiles import PROFILES
from referral.protection.view import View, view_for
from tests.unit.builder import case, charge, fact, item, law, mapping, source

READ = "M-001+CH-02"


def seen(secret: str = "", **weighed: Any) -> View:
    """What the public sees of a weighing under CH-01 that CH-02 reads, if one entry is secret."""
    entries: dict[str, list[dict[str, Any]]] = {
        "sources": [source()],
        "evidence": [item()],
        "facts": [fact()],
        "charges": [charge(), charge("CH-02")],
        "mappings": [mapping(element="ex.1/3", fact="F-001", read_by=[{"charge": "CH-02"}], **weighed)],
    }
    for entry in (entry for section in entries.values() for entry in section if entry["id"] == secret):
        entry["confidentiality"] = "secret"
    whole = case(**entries)
    return view_for(whole, assess(whole, law()), {}, PROFILES["public"], None)


def shown(view: View) -> list[str]:
    return [mapping.id for mapping in view.case.mappings]


def context_of(view: View, code: str) -> Any:
    covered = view.coverage.of(code)
    return covered and covered.elements[2]


def test_both_stand_in_the_view_under_their_charges():
    view = seen()

    assert ["M-001", READ] == shown(view)
    assert [READ] == [found.mapping.id for found in context_of(view, "CH-02").items]


def test_a_hidden_charge_takes_its_reading_along_and_leaves_no_trace():
    view = seen("CH-02")

    assert ["M-001"] == shown(view)
    assert "CH-02" not in view.case.model_dump_json()
    assert {"charges": 1, "mappings": 1} == view.withheld


def test_where_the_charge_of_the_weighing_is_hidden_the_reading_is_withheld_and_still_counts():
    view = seen("CH-01")
    context = context_of(view, "CH-02")

    assert [] == shown(view)
    assert (State.UNCORROBORATED, ()) == (context.state, context.items)
    assert {("CH-02", "ex.1/3")} == view.coverage.withheld


@pytest.mark.parametrize("secret", ["F-001", "EV-0001", "M-001"])
def test_what_is_hidden_is_hidden_under_both_charges(secret: str):
    assert [] == shown(seen(secret))


def test_a_withdrawn_weighing_is_in_no_view():
    view = seen(status="withdrawn")

    assert [] == shown(view)
    assert "mappings" not in view.withheld


def test_the_answer_to_a_contradiction_stays_inside_under_both_charges():
    view = seen(bearing="contradicts", answer="It was not so.")

    assert [None, None] == [mapping.answer for mapping in view.case.mappings]
