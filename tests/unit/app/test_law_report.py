"""The library as a list, and two of its editions side by side. The Example Code is in `tests/data/law`."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from referral.app.law_report import Filter, diff_editions, law_to_json, law_to_text
from referral.law import load_law
from tests.unit.builder import law


def listed(**fields: Any) -> list[str]:
    return [entry["id"] for entry in law_to_json(law(), Filter(**fields))["entries"]]


def test_everything_is_listed_once():
    everything = listed()

    statutes = {*law().instruments, *law().provisions, *law().elements}
    assert statutes | {*law().remarks, *(r.id for r in law().relations)} == set(everything)
    assert len(set(everything)) == len(everything)


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
    shipped = load_law([Path(__file__).parents[3] / "legal_refs"])
    listed = [e["id"] for e in law_to_json(shipped, Filter(status="uncertain", day=date(2024, 10, 24)))["entries"]]

    assert "ua.cc.438.1" in listed
    assert "ua.cc.438.1" not in [
        e["id"] for e in law_to_json(shipped, Filter(status="uncertain", day=date(2024, 10, 23)))["entries"]
    ]


def test_a_day_before_both_editions_is_told():
    assert "  not in force on either day" in diff_editions(law(), "ex.4", date(1999, 1, 1), date(2000, 1, 1), None)
