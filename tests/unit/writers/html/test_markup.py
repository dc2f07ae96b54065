"""Elements, attributes, escapes."""

import pytest

from referral.errors import WriteError
from referral.writers.html.markup import element, link_to, opening, void, words


def test_words_are_escaped():
    assert '&lt;b&gt; &amp;amp; "x"' == words('<b> &amp; "x"')


def test_attributes_are_escaped_and_none_is_left_out():
    assert '<p id="a&quot;&gt;&lt;b">x</p>' == element("p", "x", {"id": 'a"><b', "lang": None})
    assert "<p>" == opening("p")
    assert '<col class="w1"/>' == void("col", {"class": "w1"})


def test_the_address_of_a_place_is_quoted():
    assert "#%D0%B0%2F1%3A%22" == link_to('а/1:"')


@pytest.mark.parametrize("sign", ["\x00", "\x0b", "\x9f", "\ud800", "\uffff", "\u202e"])
def test_what_no_page_can_hold_is_refused_with_the_words_before_it(sign):
    for write in (words, lambda text: element("p", "", {"id": text})):
        with pytest.raises(WriteError, match=f"U\\+{ord(sign):04X} after “name: ”"):
            write(f"name: {sign}")


def test_line_ends_tabs_and_all_scripts_are_allowed():
    assert "a\tb\nв 山 🙂" == words("a\tb\nв 山 🙂")
