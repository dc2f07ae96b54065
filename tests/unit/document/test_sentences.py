"""Sentences: what they may hold, and what a reference to one prints."""

import pytest

from referral.document.inlines import Footnote, Sentence, Text
from referral.document.number import number
from referral.document.walk import body_blocks, footnotes
from referral.errors import TemplateError
from tests.unit.document.trees import inlines, number_refusals, numbered, parse_refusals, parsed, streamed

TWO = '<p kind="numbered">a</p><p kind="numbered"><s from="F-1" id="F-1">b.</s> <s from="F-2" id="F-2">c.</s></p>'


def test_a_sentence_holds_notes_and_spaces_stay_between_sentences():
    first = Sentence((Text("a."), Footnote((Text("n"),))), ("F-1",))
    assert (first, Text(" "), Sentence((Text("b."),), ("F-2",))) == inlines(
        ' <s from="F-1"> a.<note>n</note></s> <s from="F-2">b. </s> '
    )


@pytest.mark.parametrize(
    ("body", "refusal"),
    [
        ('<p><s from="F-1">a <s from="F-2">b</s></s></p>', "<s> cannot stand here"),
        ('<p><s from="F-1">a <b><s from="F-2">b</s></b></s></p>', "<s> cannot stand here"),
        ('<p><s from="F-1">a <note><s from="F-2">b</s></note></s></p>', "<s> cannot stand here"),
        ('<h1><s from="F-1">a</s></h1>', "<s> cannot stand here"),
        ("<p><s>a</s></p>", '<s> needs the attribute "from"'),
        ('<p><s from=" ">a</s></p>', '<s> needs the attribute "from"'),
        ('<p>a <s from="F-1"> </s></p>', "<s> is empty"),
        ('<p><s from="F-1" to="x">a</s></p>', '<s> may not have the attribute "to" here'),
    ],
)
def test_a_sentence_stands_in_no_other_and_in_no_heading_and_says_on_what_it_rests(body: str, refusal: str):
    assert [f"notice/uk.xml:1: {refusal}"] == parse_refusals(body)


def test_sentences_side_by_side_are_not_one_in_the_other():
    one, two = Sentence((Text("a"),), ("F-1",)), Sentence((Text("b"),), ("F-1",))
    assert (one, two, one) == inlines('<s from="F-1">a</s><s from="F-1">b</s><s from="F-1">a</s>')


def test_a_reference_to_a_sentence_prints_the_number_of_its_paragraph():
    tree = numbered(TWO + '<p>see <ref to="F-1"/> and <ref to="F-2"/></p>')
    assert "see 2 and 2" == list(body_blocks(tree))[-1]


def test_a_reference_to_a_sentence_in_a_row_prints_the_first_cell():
    tree = numbered(
        '<table widths="1 1"><tbody><tr><td>No. 7</td><td><s from="F-1" id="F-1">x</s></td></tr></tbody></table>'
        '<p>see <ref to="F-1"/></p>'
    )
    assert "see No. 7" == list(body_blocks(tree))[-1]


def test_a_sentence_outside_a_numbered_paragraph_cannot_be_referred_to():
    refusal = 'before the first number: a cross-reference leads to "F-1", which has no number and no words to print'
    assert [refusal] == number_refusals('<p><s from="F-1" id="F-1">a</s></p><p><ref to="F-1"/></p>')


def test_the_id_of_a_sentence_is_an_id_like_any_other():
    assert ['¶\u00a01: the id "F-1" is given a second time (1)'] == number_refusals(
        '<p kind="numbered" id="F-1"><s from="F-1" id="F-1">a</s></p>'
    )


def test_notes_of_sentences_are_numbered_with_the_others():
    tree = numbered('<p>a<note>n</note><s from="F-1">b<note>m</note></s><note>o</note></p>')
    assert [(1, "n"), (2, "m"), (3, "o")] == list(footnotes(tree))


def test_a_sentence_that_rests_on_what_is_unknown_is_refused_with_its_place():
    rows, sources = streamed('<tr><td><s from="F-8">a</s></td></tr>')
    tree = parsed(TWO + rows, sources)
    with pytest.raises(TemplateError) as caught:
        number(tree, is_source=lambda name: name == "F-1")
    assert [
        f'¶\u00a02: a sentence is said to rest on "{name}", which this document does not know'
        for name in ("F-2", "F-8")
    ] == str(caught.value).splitlines()
