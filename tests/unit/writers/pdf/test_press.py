"""The order in which laid out pages are given, whoever lays them out."""

from collections.abc import Callable

import pytest

from referral.errors import WriteError
from referral.writers.pages.laid import Laid
from referral.writers.pdf.press import in_order


def pages(length: int) -> Callable[[], Laid]:
    return lambda: Laid(b"", length, {}, ())


def failing(words: str) -> Callable[[], Laid]:
    def fail() -> Laid:
        raise WriteError(words)

    return fail


def waited(wait: Callable[[], Laid]) -> Laid:
    return wait()


def test_pages_are_given_while_later_ones_are_laid_out():
    given = in_order(waited, [pages(1), failing("not yet")])
    assert 1 == next(given).length


def test_all_that_is_amiss_is_told_at_once_and_the_same_only_once():
    with pytest.raises(WriteError, match=r"^first\nsecond$"):
        list(in_order(waited, [pages(1), failing("first"), pages(2), failing("second"), failing("first")]))
