import pytest

from referral.document.layout import Layout
from referral.document.nodes import Document
from referral.document.parse import parse_document
from tests.unit.document.trees import NAME, PROPERTIES, parse_refusals, refusals

NOT_ALLOWED = "… comments, CDATA sections, declarations and processing instructions are not allowed"


def _parse(xml: str) -> Document:
    return parse_document(xml, NAME, {}, PROPERTIES, Layout())


HIDING = [
    ("<!-- x -->", "<!--"),
    ("<![CDATA[x]]>", "<![CDATA["),
    ("<?php x?>", "<?"),
    ("<!ENTITY x 'y'>", "<!"),
]


@pytest.mark.parametrize(("xml", "mark"), HIDING)
def test_markup_that_can_hide_words_is_refused_with_its_line(xml, mark):
    assert [f"notice/uk.xml:2: {mark} {NOT_ALLOWED}"] == parse_refusals(f"\n<p>a{xml}b</p>")


def test_declarations_before_the_document_are_refused():
    xml = '<?xml version="1.0"?>\n<!DOCTYPE document [<!ENTITY x SYSTEM "file:///etc/passwd">]><document/>'
    expected = [f"notice/uk.xml:{place} {NOT_ALLOWED}" for place in ("1: <?", "2: <!DOCTYPE", "2: <!")]
    assert expected == refusals(lambda: _parse(xml))


NOT_WELL_FORMED = [
    ("<p>a</p", 2),
    ("<p>a</h1>", 2),
    ("<p>a & b</p>", 2),
    ("<p>a &nbsp; b</p>", 2),
    ("<p>a < b</p>", 2),
    ("<p>\x01</p>", 2),
    ("<p>&#0;</p>", 2),
    ("<p id='a' id='b'>a</p>", 2),
    ("<p>\n\ud800</p>", 3),
    ("<p>\uffff</p>", 2),
    ("<b>" * 3000, 2),
]


@pytest.mark.parametrize(("xml", "line"), NOT_WELL_FORMED)
def test_what_is_not_well_formed_is_refused_with_its_line(xml, line):
    (refusal,) = parse_refusals(f"\n{xml}")
    assert refusal.startswith(f"notice/uk.xml:{line}: ")


@pytest.mark.parametrize("xml", ["", " ", "words", "<document><p>a</p></document>more"])
def test_what_is_no_single_element_is_refused(xml):
    (refusal,) = refusals(lambda: _parse(xml))
    assert refusal.startswith("notice/uk.xml:1: this is not well-formed XML: ")


def test_the_root_must_be_a_document():
    assert ["notice/uk.xml:1: <html> stands where <document> is needed"] == refusals(lambda: _parse("<html/>"))


def test_the_root_has_no_attributes():
    expected = ['notice/uk.xml:1: <document> may not have the attribute "lang" here']
    assert expected == refusals(lambda: _parse('<document lang="uk"><p>a</p></document>'))
