"""The library as a list, and two of its editions side by side. The Example Code is in `tests/data/law`."""

from datetime import date
from typing import Any

import pytest

from referral.app.law_report import Filter, diff_editions, law_to_json, law_to_text
from tests.unit.builder import law


def listed(**fields: Any) -> list[str]:
    return [entry["id"] for entry in law_to_json(law(), Filter(**fields))["entries"]]


def test_everything_is_listed_once():
    everything = listed()

    assert {*law().provisions, *law().elements, *law().remarks, *(r.id for r in law().relations)} == set(everything)
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

    assert lines[0].startswith("xs.1 ")
    assert lines[1].startswith("  xs.1/1 ")


def test_two_editions_differ_in_their_wording():
    changed = list(diff_editions(law(), "ex.1", date(2020, 12, 31), date(2021, 1, 1), None))

    assert "  - wording (verified; read in S1): Whoever takes another away is punished." in changed
    assert "  + wording (verified; read in S1): Whoever takes another person away is punished." in changed


def test_within_one_edition_nothing_differs():
    assert "  the same edition on both days" in diff_editions(law(), "ex.1", date(2021, 1, 1), date(2022, 1, 1), None)


def test_before_it_was_in_force_there_is_no_edition():
    changed = list(diff_editions(law(), "ex.4", date(2004, 12, 31), date(2005, 1, 1), None))

    assert "  - not in force on that day" in changed
