"""The library as a list, and two of its editions side by side. The Example Code is in `tests/data/law`."""

from datetime import date
from typing import Any

import pytest

from referral.app.law_list import Filter, law_to_json, law_to_text
from referral.app.law_report import diff_editions, show_entry
from referral.errors import UsageError
from tests.unit.builder import law, shipped_law


def listed(**fields: Any) -> list[str]:
    return [entry["id"] for entry in law_to_json(law(), Filter(**fields))["entries"]]


def test_everything_is_listed_once():
    everything = listed()

    statutes = {*law().instruments, *law().provisions, *law().elements, *law().means_of_proof}
    broken_down = {p.breakdown_id for p in law().provisions.values() if p.breakdown}
    assert statutes | broken_down | {*law().remarks, *(r.id for r in law().relations)} == set(everything)
    assert len(set(everything)) == len(everything)


def test_every_shipped_entry_is_listed_with_its_source_and_day_and_can_be_shown():
    shipped = shipped_law()
    entries = law_to_json(shipped, Filter())["entries"]
    names = [entry["id"] for entry in entries]

    assert {"means_of_proof", "authority", "breakdown", "relation_group"} <= {entry["type"] for entry in entries}
    assert [] == [entry["id"] for entry in entries if not entry["source"] or not entry["as_at"]]
    assert [] == [e["id"] for entry in entries for e in entry.get("editions", ()) if not e["source"] or not e["as_at"]]
    assert [] == [
        name for name in names if not any("as at" in line for line in show_entry(shipped, name, None, None) or ())
    ]


@pytest.mark.parametrize("name", ["cross.pf.1", "cross.1", "ex.mp.1", "ex.1/breakdown"])
def test_what_has_no_editions_is_refused_with_a_day(name: str):
    with pytest.raises(UsageError, match="has no editions"):
        show_entry(law(), name, date(2020, 1, 1), None)


def test_an_element_is_shown_with_what_its_provision_was_on_a_day():
    shown = [list(show_entry(law(), "ex.4/1", day, None) or ()) for day in (date(2014, 12, 31), date(2015, 1, 1))]

    assert ["  ex.4: in force on that day", "  ex.4: not in force on that day"] == [lines[1] for lines in shown]


def test_an_instrument_is_shown_with_whom_it_bound_on_a_day():
    shown = [list(show_entry(law(), "xt", day, None) or ()) for day in (date(2009, 12, 31), date(2010, 1, 1))]

    assert ["  nobody is recorded as bound on that day", True] == [
        shown[0][1],
        shown[1][1].startswith("  binds State A"),
    ]


def test_a_treaty_is_not_shown_as_governing_before_it_certainly_bound_a_state():
    before, after = (list(show_entry(law(), "xt.1", day, None) or ()) for day in (date(2009, 12, 31), date(2010, 1, 1)))

    known = "the first day on which it certainly bound a State is 2010-01-01"
    assert f"  not known whether it was in force on that day; {known}" in before
    assert [False, True] == [any("No one may be taken away." in line for line in lines) for lines in (before, after)]


@pytest.mark.parametrize(
    ("wanted", "there", "missing"),
    [
        ({"forum": "icc"}, "xs.1/1", "ex.1"),
        ({"status": "working"}, "ex.1/1", "ex.1"),
        ({"day": date(2014, 12, 31)}, "ex.4", "cross.1"),
        ({"day": date(2015, 1, 1)}, "ex.1", "ex.4"),
    ],
)
def test_a_filter_keeps_what_it_names(wanted: dict[str, Any], there: str, missing: str):
    assert there in listed(**wanted)
    assert missing not in listed(**wanted)


def test_elements_stand_under_their_provision():
    lines = list(law_to_text(law(), Filter(forum="icc")))

    assert ["xs", "xs.1", "xs.1/1"] == [line.split()[0] for line in lines[:3]]
    assert lines[2].startswith("  ")


def test_two_editions_differ_in_their_wording():
    changed = list(diff_editions(law(), "ex.1", date(2020, 12, 31), date(2021, 1, 1), None))

    assert "  - wording (verified; read in S1): Whoever takes another away is punished." in changed
    assert "  + wording (verified; read in S1): Whoever takes another person away is punished." in changed


def test_within_one_edition_nothing_differs():
    assert "  the same edition on both days" in diff_editions(law(), "ex.1", date(2021, 1, 1), date(2022, 1, 1), None)


def test_before_it_was_in_force_there_is_no_edition():
    changed = list(diff_editions(law(), "ex.4", date(2004, 12, 31), date(2005, 1, 1), None))

    assert "  - not in force on that day" in changed


def test_an_edition_that_was_not_read_is_found_by_its_status():
    shipped = shipped_law()
    listed = [e["id"] for e in law_to_json(shipped, Filter(status="uncertain", day=date(2024, 10, 24)))["entries"]]

    assert "ua.cc.438.1" in listed
    assert "ua.cc.438.1" not in [
        e["id"] for e in law_to_json(shipped, Filter(status="uncertain", day=date(2024, 10, 23)))["entries"]
    ]


def test_a_day_before_both_editions_is_told():
    assert "  not in force on either day" in diff_editions(law(), "ex.4", date(1999, 1, 1), date(2000, 1, 1), None)
