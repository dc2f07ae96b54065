"""Choosing entries: stretches of what stands together."""

import pytest

from referral.composition.functions.selections import SelectionFunctions
from tests.unit.composition.scenes import scene

RUNS = [["F-1", "F-2", "F-3", "F-4"], ["F-5", "F-6"]]


@pytest.mark.parametrize(
    ("ids", "stretches"),
    [
        ([], []),
        (["F-3"], [("F-3", "F-3")]),
        (["F-1", "F-2", "F-4"], [("F-1", "F-2"), ("F-4", "F-4")]),
        (["F-6", "F-5", "F-4"], [("F-4", "F-4"), ("F-5", "F-6")]),
        (["F-9"], []),
    ],
)
def test_what_stands_one_after_another_in_a_run_is_one_stretch(ids: list[str], stretches: list[tuple[str, str]]):
    assert stretches == SelectionFunctions(scene()).stretches(ids, RUNS)
