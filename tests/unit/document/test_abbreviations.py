"""The list of abbreviations holds those that the document uses, as whole words, wherever it uses them."""

from dataclasses import replace

import pytest

from referral.document.nodes import Document
from referral.document.number import number
from referral.writers.text import write_text
from tests.unit.document.trees import PROPERTIES, parse_refusals, parsed

KNOWN = (
    ("ICC", "International Criminal Court"),
    ("OTP", "Office of the Prosecutor of the ICC"),
    ("UN", "United Nations"),
    ("UN HRC", "Human Rights Council"),
)
LIST = "<abbreviations><short>Short</short><long>Long</long><none>None is used.</none></abbreviations>"


def numbered(body: str) -> Document:
    return number(replace(parsed(LIST + body), properties=replace(PROPERTIES, abbreviations=KNOWN)))


def found(body: str) -> list[str]:
    lines = write_text(numbered(body)).split("\n\n")[0].split("\n")
    return [line.partition(" | ")[0] for line in lines[2:]]


@pytest.mark.parametrize(
    "body",
    [
        "<p>The UN said so.</p>",
        "<p>It said so<note>UN report.</note></p>",
        "<h1>The UN</h1>",
        '<table widths="1"><tbody><tr><td>UN</td></tr></tbody></table>',
        "<ul><li>(UN)</li></ul>",
        "<p>It<note><cite>Annex 1<full>UN, Report</full></cite></note></p>",
    ],
)
def test_one_that_stands_somewhere_is_listed(body: str):
    assert ["UN"] == found(body)


@pytest.mark.parametrize("body", ["<p>UNTIL then</p>", "<p>un</p>", "<p>UN2</p>"])
def test_a_part_of_a_word_is_none(body: str):
    assert "None is used.\n" in write_text(numbered(body))


def test_where_one_begins_with_another_the_whole_is_meant():
    assert ["UN HRC"] == found("<p>The UN HRC met.</p>")


def test_what_the_meaning_of_another_uses_is_listed_too_in_the_order_given():
    assert ["ICC", "OTP"] == found("<p>The OTP.</p>")


def test_the_list_itself_uses_none():
    assert "None is used.\n" in write_text(numbered("<p>x</p>"))


def test_it_is_a_table_with_heads_and_meanings():
    assert write_text(numbered("<p>UN</p>")).startswith("Short | Long\n--- | ---\nUN | United Nations\n")


def test_it_needs_its_three_parts():
    assert ["notice/uk.xml:1: <abbreviations> needs a <long>", "notice/uk.xml:1: <abbreviations> needs a <none>"] == (
        parse_refusals("<abbreviations><short>x</short></abbreviations>")
    )
