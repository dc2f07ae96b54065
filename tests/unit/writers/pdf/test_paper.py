"""What paper does to words and notes before they are laid out."""

import re

from referral.document.inlines import Code, Strong
from referral.writers.pdf.paper import Paper
from tests.unit.writers.pdf.sample import note, words


def test_words_are_escaped():
    assert "&lt;b&gt; &amp; \"x\" 'y'" == Paper().words("<b> & \"x\" 'y'")


def test_digests_and_addresses_are_left_whole():
    for text in ("a" * 64, "https://example.org/" + "path/" * 40, "слово " * 1000):
        assert text == Paper().words(text)


def test_a_run_without_a_space_gets_places_to_break():
    written = Paper().words("before " + "x" * 1000 + "&" + " after")
    assert "before " + "x" * 1000 + "&amp; after" == written.replace("<wbr/>", "")
    assert max(map(len, re.split("<wbr/>| ", written))) <= 34


def test_no_break_spaces_are_no_places_to_break():
    assert "<wbr/>" in Paper().words("слово\u2007" * 100)


def test_a_short_note_is_one():
    assert '<span class="note" data-number="3">source</span>' == Paper().footnote(note(3, "source"))


def test_a_long_note_is_cut_after_sentences_and_numbered_once():
    sentence = "Речення про доказ."
    written = Paper().footnote(note(1, " ".join([sentence] * 200), Code("W-07")))
    assert 1 == written.count("data-number")
    assert 1 < written.count('class="note continued"') < 6
    parts = re.findall(r"<span[^>]*>(.*?)</span>", written)
    assert all(part.endswith(". ") for part in parts[:-1])
    assert " ".join([sentence] * 200) + "<code>W-07</code>" == "".join(parts)


def test_a_long_note_without_sentences_or_spaces_is_cut_anywhere():
    for text in ("слово " * 1000, "x" * 10_000):
        written = Paper().footnote(note(1, text))
        assert text == re.sub("<[^>]*>", "", written)


def test_what_is_strong_stays_whole():
    written = Paper().footnote(note(1, Strong(words("слово " * 500)), Strong(words("ще " * 500))))
    assert 2 == written.count("<strong>")
    assert 1 == written.count("continued")
