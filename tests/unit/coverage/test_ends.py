"""Where ways end, in graphs of every kind; long ones take no recursion."""

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from referral.case.reachable import reachable
from referral.coverage.ends import Ends, in_circles

Graph = Mapping[str, Sequence[str]]
NAMES = "abcdef"
GRAPHS = st.fixed_dictionaries({name: st.lists(st.sampled_from(NAMES), max_size=3, unique=True) for name in NAMES})


def by_walking(start: str, above: Graph) -> set[str]:
    """The ends as one would find them by hand."""
    reached = reachable([start], above.__getitem__)
    return {code for code in reached if not set(above[code]) - {code}} or reached


@settings(max_examples=300, deadline=None)
@given(GRAPHS, st.permutations(NAMES))
def test_the_ends_are_the_same_in_whatever_order_they_are_asked_for(above: Graph, order: list[str]):
    ends = Ends(above.__getitem__)

    assert [by_walking(code, above) for code in order] == [set(ends.of(code)) for code in order]


@settings(max_examples=300, deadline=None)
@given(GRAPHS)
def test_whatever_comes_back_to_itself_is_among_circles(above: Graph):
    returning = {code for code in NAMES if code in reachable(above[code], above.__getitem__)}

    assert returning <= set(in_circles(above))
    assert bool(returning) == bool(in_circles(above))


@pytest.mark.parametrize("asked", [0, 5_000, 9_999])
def test_a_chain_of_ten_thousand_steps_has_one_end(asked: int):
    ends = Ends(lambda code: [str(int(code) + 1)] if int(code) < 9_999 else [])

    assert {"9999"} == ends.of(str(asked))
    assert {"9999"} == ends.of("0")


def test_a_circle_of_ten_thousand_steps_is_an_end_as_a_whole():
    ends = Ends(lambda code: [str((int(code) + 1) % 10_000)])

    assert 10_000 == len(ends.of("17"))
    assert ends.of("17") is ends.of("4711")
