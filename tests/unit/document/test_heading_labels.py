import pytest

from referral.document.heading_labels import letters, roman


@pytest.mark.parametrize(
    ("number", "text"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (49, "XLIX"), (99, "XCIX"), (140, "CXL")]
)
def test_roman_numbers(number, text):
    assert text == roman(number)


@pytest.mark.parametrize(("number", "text"), [(1, "A"), (26, "Z"), (27, "AA"), (28, "BB"), (52, "ZZ"), (53, "AAA")])
def test_letters_go_on_after_the_last(number, text):
    assert text == letters(number)
