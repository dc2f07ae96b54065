"""Each document is begun before the one before it is finished, and comes in its turn."""

from itertools import islice

import pytest

from referral.app.ahead import one_ahead
from referral.errors import WriteError


def begun_in(order: list[str]):
    def begin(letter: str) -> str:
        order.append(letter)
        if letter == "x":
            raise WriteError("no pages")
        return letter.upper()

    return begin


@pytest.mark.parametrize("asked", ["", "a", "abcd"])
def test_all_come_in_their_order(asked: str):
    assert list(asked.upper()) == list(one_ahead(begun_in([]), asked))


def test_one_is_begun_while_the_one_before_it_waits_and_no_more():
    order: list[str] = []
    assert ["A"] == list(islice(one_ahead(begun_in(order), "abc"), 1))
    assert ["a", "b"] == order


def test_a_failure_comes_in_its_turn_and_after_it_no_other_is_begun():
    order, found = list[str](), list[str]()
    with pytest.raises(WriteError, match="no pages"):
        found.extend(one_ahead(begun_in(order), "abxcde"))
    assert ["A", "B"] == found
    assert ["a", "b", "x", "c"] == order
