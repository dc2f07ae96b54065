"""An item passes from hand to hand without a break."""

from functools import partial

import pytest

from referral.custody import Handover, check_chain
from referral.diagnostics import Position


def breaks(*events: tuple[str | None, str | None, str | None]) -> list[int]:
    """Events as agent, from, to; the numbers of those before which the item was with somebody else."""
    chain = [Handover(partial(Position, "x", number), *event) for number, event in enumerate(events)]
    findings = list(check_chain(chain))
    assert all("custody-gap" == finding.rule for finding in findings)
    return [finding.position.line for finding in findings]


@pytest.mark.parametrize(
    ("where", "events"),
    [
        ([], []),
        ([], [("A", None, None)]),
        ([], [("A", None, None), ("A", None, None)]),
        ([], [("A", None, "B"), ("B", None, None)]),
        ([], [("A", None, "B"), ("C", "B", None)]),
        ([], [("A", None, "B"), (None, "B", None)]),
        ([1], [("A", None, None), ("B", None, None)]),
        ([1], [("A", None, "B"), ("C", None, None)]),
        ([1], [("A", None, "B"), ("C", "A", None)]),
        ([1], [("A", None, "B"), (None, "C", None)]),
        ([2], [("A", None, "B"), ("B", None, None), ("C", None, None)]),
        ([1], [("A", None, None), (None, None, None), ("B", None, None)]),
        ([], [(None, None, "B"), ("B", None, None)]),
    ],
)
def test_a_chain_is_broken_where_another_acts_than_the_holder(
    where: list[int], events: list[tuple[str | None, str | None, str | None]]
):
    assert where == breaks(*events)
