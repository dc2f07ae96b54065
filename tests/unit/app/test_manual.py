"""What `explain` knows: every rule, with one text for each room in which it holds."""

import pytest

from referral.app.explain import explain
from referral.app.law_manual import explain_element
from referral.app.manual import rules, states
from referral.coverage import State
from referral.errors import UsageError
from tests.unit.builder import shipped_law


def test_a_rule_has_its_sentence():
    assert "a reference to an evidence item that the case does not have." == rules()["unknown-evidence"]


def test_a_rule_of_cases_and_of_law_files_has_both_texts():
    texts = rules()["duplicate-id"].splitlines()
    assert (2, True) == (len(texts), texts[1].strip().startswith("in law files:"))


def test_no_rule_is_without_words():
    assert [] == [rule for rule, text in rules().items() if len(text.split()) < 4]


def test_every_state_has_the_rule_by_which_it_is_given():
    assert {state.value for state in State} == set(states())
    assert explain("secondary_only")[1].strip() == states()["secondary_only"]


def test_a_citation_is_explained_as_its_provision():
    assert explain("rs.8.2.a.v") == explain("article 8(2)(a)(v)")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("ua.gloss.01", "term"),
        ("same.conflict.1", "relation group"),
        ("same.conflict.1.1", "relation"),
        ("mp.1.01", "means of proof"),
        ("ua.tl.24", "event"),
        ("jur.icc.none", "precedent"),
        ("std.indictment", "standard"),
        ("fact.01", "fact pattern"),
        ("eoc", "authority"),
        ("rs.8.2.a.v/breakdown", "breakdown"),
    ],
)
def test_whatever_stands_beside_the_statutes_is_explained_with_its_source_and_day(name: str, kind: str):
    first, *others = explain(name, "en")

    assert first.startswith(f"{name} ({kind}, ")
    assert "; as at 202" in first
    assert any(line.startswith(("  S", "  own: ", "  recalled: ")) for line in others)


def test_what_nobody_knows_is_told_how_to_search():
    with pytest.raises(UsageError, match="referral law list --find WORD"):
        explain("wibble wobble")


def test_an_element_to_be_shown_for_each_accused_says_so():
    law = shipped_law()
    words = "  must be shown for each accused anew"
    told = {name for name in law.elements if words in explain_element(law, name, "en")}

    assert told
    assert {name for name, element in law.elements.items() if element.per_accused} == told


def test_a_provision_tells_its_forms_and_a_form_what_it_is_tied_to():
    whole, order = explain("ua.cc.438.1"), explain("ua.cc.438.1.g")
    forms = [f"ua.cc.438.1.{letter}" for letter in "abcdefg"]

    assert f"  one of its forms suffices: {', '.join(forms)}" in whole
    assert f"  charged only beside one of: {', '.join(forms[:-1])}" in order
