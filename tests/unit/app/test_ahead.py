"""Documents are made ahead of their turn, and come in it."""

from collections.abc import Callable
from functools import partial
from threading import Barrier, Event

import pytest

from referral.app.ahead import in_turn


@pytest.mark.parametrize("at_once", [1, 2])
def test_all_come_in_their_order(at_once: int):
    assert list("abc") == list(in_turn([partial(str, letter) for letter in "abc"], at_once))


def test_the_next_is_at_work_while_the_first_still_waits():
    together = Barrier(2, timeout=30)

    assert [0, 1] == sorted(in_turn([together.wait, together.wait], 2))


def test_one_at_a_time_is_begun_only_when_asked_for():
    begun: list[str] = []
    makers: list[Callable[[], None]] = [partial(begun.append, letter) for letter in "ab"]
    next(in_turn(makers, 1))

    assert ["a"] == begun


@pytest.mark.parametrize("at_once", [1, 2])
def test_after_a_failure_no_other_is_begun(at_once: int):
    begun = list[int]()

    def fails() -> None:
        raise ValueError("the first")

    def late() -> None:
        begun.append(1)
        Event().wait(0.05)

    with pytest.raises(ValueError, match="the first"):
        list(in_turn([fails, *[late] * 100], at_once))

    assert len(begun) < 100
