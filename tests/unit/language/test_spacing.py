"""Spaces at punctuation: where the language sets them, and nowhere but in its own words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referral.language import load_language

FRENCH = load_language("fr")
MARKUP = """<p kind="a: b; c"><code>d: e</code><span lang="en">Title: it; so “x”?</span> R&amp;D &#171; &lt;</p>"""


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("Source : un ; deux ! trois ?", "Source_: un_; deux_! trois_?"),
        ("Source: un; deux! trois?", "Source_: un_; deux_! trois_?"),
        ("dit « oui » et «non»", "dit «_oui_» et «_non_»"),
        ("(« quoi ? »)", "(«_quoi_?_»)"),
        ("12:30, http://a.b/c?d=e;f, EV-0001:2", "12:30, http://a.b/c?d=e;f, EV-0001:2"),
        ('<b>Source :</b> <ref to="X"/>: un', '<b>Source_:</b> <ref to="X"/>_: un'),
        ("une phrase. Une autre, sans rien", "une phrase. Une autre, sans rien"),
        ("le 1er mars 2022, art. 8, par. 2, al. a) v)", "le 1er_mars 2022, art._8, par._2, al._a) v)"),
        ("la Loi n° 1207-VII, lignes 2–3, M. Untel", "la Loi n°_1207-VII, lignes_2–3, M._Untel"),
    ],
)
def test_a_sign_keeps_its_distance_by_a_space_at_which_no_line_ends(written: str, printed: str):
    assert printed == FRENCH.without_breaks(written).replace("\u00a0", "_")


def test_markup_codes_and_words_of_another_language_keep_their_signs():
    assert MARKUP == FRENCH.spaced(MARKUP)


@pytest.mark.parametrize("lang", ["en", "uk"])
def test_a_language_that_sets_no_spaces_leaves_the_words_alone(lang: str):
    assert "So: yes; no? «так» !" == load_language(lang).spaced("So: yes; no? «так» !")


@given(st.text(alphabet="ab ;:!?«»\u00a0.<>&", max_size=30))
def test_what_is_spaced_stays_as_it_is(words: str):
    once = FRENCH.spaced(words)

    assert once == FRENCH.spaced(once)
