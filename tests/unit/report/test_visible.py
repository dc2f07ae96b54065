"""Characters that no reader sees are made visible, everything else stays as it is."""

import pytest

from referral.report.visible import all_visible, visible


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a\x00b", "a[U+0000]b"), ("\u202e12", "[U+202E]12"), ("\x1b[2J", "[U+001B][2J"), ("\ud800", "[U+D800]")],
)
def test_a_control_is_told_by_its_number(text: str, expected: str):
    assert expected == visible(text)


@pytest.mark.parametrize("text", ["", "Їжак – «ґанок»", "a\tb\nc", "№ 1\u00a0°"])
def test_what_can_be_read_stays(text: str):
    assert text == visible(text)


def test_data_is_made_visible_at_every_depth():
    assert {"a[U+0007]": ["[U+0007]", 1, None, True]} == all_visible({"a\x07": ("\x07", 1, None, True)})
