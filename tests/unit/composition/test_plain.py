"""Models as plain data: no line of a document may end within a number."""

import pytest

from referral.case.model import LocalText
from referral.composition.plain import plain


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("almost 34 000 men", "almost 34\u00a0000 men"),
        ("1 234 567", "1\u00a0234\u00a0567"),
        ("in 2014 2015 and 12 34", "in 2014 2015 and 12 34"),
        ("line 5 000123", "line 5 000123"),
    ],
)
def test_groups_of_digits_are_joined_and_other_numbers_are_not(written: str, expected: str):
    assert {"uk": expected} == plain(LocalText({"uk": written}))
