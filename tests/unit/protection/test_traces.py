"""Nothing that is left tells of what is withheld."""

from typing import Any

import pytest

from referral.case.model import Case
from referral.coverage import assess
from referral.protection.profiles import PROFILES
from referral.protection.view import View, view_for
from tests.unit.builder import case, citation, fact, item, law, person, source

SECRET = {"confidentiality": "secret"}


def seen(whole: Case, profile: str) -> View:
    return view_for(whole, assess(whole, law()), {}, PROFILES[profile], None)


def of_two(**second: Any) -> Case:
    """Two items of two sources, the second of which a wide circle may not see."""
    sources = [source("SRC-01", "a"), source("SRC-02", "b", repeats=["SRC-03"]), source("SRC-03", "c")]
    return case(sources=sources, evidence=[item(**second), item("EV-0002", "SRC-02", **SECRET)], persons=[person()])


def test_a_source_through_which_only_withheld_items_speak_is_withheld_and_so_is_whom_it_repeats():
    assert ["SRC-01"] == [s.id for s in seen(of_two(), "public").case.sources]
    assert ["SRC-01"] == [s.id for s in seen(of_two(), "prosecution").case.sources]
    assert ["SRC-01", "SRC-02", "SRC-03"] == [s.id for s in seen(of_two(), "internal").case.sources]


def test_a_source_that_still_speaks_in_a_citation_is_shown():
    told = case(
        sources=[source("SRC-01", "a"), source("SRC-02", "b")],
        evidence=[item(), item("EV-0002", "SRC-02", **SECRET)],
        facts=[fact("F-001", citations=[citation(speaker="SRC-02")])],
    )

    assert ["SRC-01", "SRC-02"] == [s.id for s in seen(told, "public").case.sources]


def test_places_units_and_bare_codes_that_only_withheld_entries_refer_to_are_withheld():
    hidden = {"id": "INC-01", "title": "An episode", "type": "service", "places": ["PL-01"], "units": ["UNIT-01"]}
    whole = case(
        incidents=[{**hidden, "victims": ["PER-001"], **SECRET}],
        places=[{"id": "PL-01", "name": "A village"}, {"id": "PL-02", "name": "A town"}],
        units=[{"id": "UNIT-01", "name": "A unit"}],
        persons=[person(**SECRET), person("PER-002")],
    )
    view = seen(whole, "public").case

    assert (["PL-02"], [], ["PER-002"]) == ([p.id for p in view.places], view.units, [p.id for p in view.persons])
    assert 2 == len(seen(whole, "internal").case.persons)


def test_a_remark_that_names_a_withheld_entry_goes_and_is_marked_as_cut():
    view = seen(of_two(note="Lines 6–7 stand apart as EV-0002."), "prosecution")

    assert [None] == [e.note for e in view.case.evidence]
    assert ("EV-0001", "note") in view.cut


def test_a_remark_that_names_what_is_shown_stays():
    kept = seen(of_two(note="See SRC-01; EV-00021 is no entry."), "prosecution").case.evidence

    assert [True] == [e.note is not None for e in kept]


def test_a_wide_circle_sees_no_remarks():
    assert [None] == [e.note for e in seen(of_two(note="See SRC-01."), "public").case.evidence]


@pytest.mark.parametrize("hand", ["agent", "received_from", "handed_to"])
def test_a_wide_circle_does_not_see_how_an_item_came_from_a_person_of_the_case(hand: str):
    action = {"name": "handed over", "date": "2022-11-18"}
    whole = of_two(custody=[{"type": "transfer", hand: "PER-001"}], procedural_action=action, received="2022-11-18")
    view = seen(whole, "public")
    (shown,) = view.case.evidence

    assert ([], None, None) == (shown.custody, shown.procedural_action, shown.received)
    assert {("EV-0001", name) for name in ("custody", "procedural_action", "received")} <= view.cut
    assert [True] == [e.received is not None for e in seen(whole, "prosecution").case.evidence]


def test_a_wide_circle_sees_no_chain_of_custody_but_how_an_item_came_from_others():
    (shown,) = seen(
        of_two(custody=[{"type": "capture", "agent": "collector-1"}], received="2022"), "public"
    ).case.evidence

    assert ([], True) == (shown.custody, shown.received is not None)
