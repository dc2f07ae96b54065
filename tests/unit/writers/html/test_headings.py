"""Printed numbers and words of headings."""

import pytest

from referral.document.inlines import Emphasis, LineBreak
from referral.document.layout import HeadingNumbers
from referral.document.nodes import Heading
from referral.writers.html.headings import printed_number, title
from tests.unit.writers.pdf.sample import heading, words


@pytest.mark.parametrize(
    ("printed", "label", "numbers"),
    [
        ("II.", "II", HeadingNumbers.LEGAL),
        ("A.", "II.A", HeadingNumbers.LEGAL),
        ("1.", "II.A.1", HeadingNumbers.LEGAL),
        ("1.2.", "1.2", HeadingNumbers.DECIMAL),
        ("", "", HeadingNumbers.LEGAL),
        ("", "", HeadingNumbers.NONE),
    ],
)
def test_the_printed_number(printed, label, numbers):
    assert printed == printed_number(heading(1, "t", "h", label), numbers)


def test_the_words_stand_on_one_line():
    assert "A b c" == title(Heading(1, words("A ", Emphasis(words("b")), LineBreak(), "c"), "h"))
