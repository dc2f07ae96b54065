"""Words too long for their line are parted where it ends; all others stay as they are."""

import pytest

from referral.writers.typst.widths import parted, parted_fixed, width

HERE = "\u200b"


def test_a_text_is_as_wide_as_its_letters():
    assert width("") == 0
    assert width("ii") < width("WW") <= 2
    assert width("W") + width("i") == width("Wi")


@pytest.mark.parametrize("text", ["", "one two", "a word and another word that is long, but not too long"])
def test_words_that_fit_are_not_touched(text):
    assert text == parted(text, 20.0)
    assert text == parted_fixed(text, 20)


def test_each_piece_of_a_long_word_fits_and_none_is_lost():
    text = "short " + "W" * 50 + " " + "і" * 200
    pieces = parted(text, 10.0).split(" ")
    assert text == parted(text, 10.0).replace(HERE, "")
    assert all(width(piece) <= 10.0 for word in pieces for piece in word.split(HERE))
    assert HERE not in pieces[0]


def test_a_code_is_parted_by_the_number_of_letters():
    assert f"abcd{HERE}efgh{HERE}ij kl" == parted_fixed("abcdefghij kl", 4)
