"""The call of a note keeps off the figure before it."""

import pytest

from referral.document.inlines import Citation, Emphasis, Footnote, Inline, Inlines, Text
from referral.writers.calls import spaced

NOTE = Footnote((Text("арк. 1"),), 1)
SPACE = Text("\u202f")


@pytest.mark.parametrize("before", [Text("PER-002"), Emphasis((Text("2014"),)), Citation("annex 3", target="x")])
def test_a_narrow_space_stands_between_a_figure_and_a_call(before: Inline):
    assert (before, SPACE, NOTE, Text(".")) == tuple(spaced((before, NOTE, Text("."))))


@pytest.mark.parametrize("content", [(), (NOTE,), (Text("слово"), NOTE), (Text("2014."), NOTE), (NOTE, Text("2"))])
def test_elsewhere_nothing_is_added(content: Inlines):
    assert content == tuple(spaced(content))
