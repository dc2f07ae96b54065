import jinja2
import pytest

from referral.document.inlines import (
    Citation,
    Code,
    CrossReference,
    Emphasis,
    Footnote,
    Inline,
    LineBreak,
    Link,
    Placeholder,
    Redaction,
    Sentence,
    Strong,
    Superscript,
    Tab,
    Text,
)
from referral.document.parse_inlines import MAX_DEPTH
from tests.unit.document.trees import inlines, parse_refusals

ELEMENTS: list[tuple[str, Inline]] = [
    ("<b>x</b>", Strong((Text("x"),))),
    ("<i>x</i>", Emphasis((Text("x"),))),
    ("<sup>x</sup>", Superscript((Text("x"),))),
    ('<s from="F-001\n Q-002 F-001" id="F-001">x</s>', Sentence((Text("x"),), ("F-001", "Q-002"), "F-001")),
    ('<s from="ex.1/2">x <i>y</i></s>', Sentence((Text("x "), Emphasis((Text("y"),))), ("ex.1/2",))),
    ("<code>ab 12</code>", Code("ab 12")),
    ("<note>x <i>y</i></note>", Footnote((Text("x "), Emphasis((Text("y"),))))),
    ('<ref to="p-1"/>', CrossReference("p-1")),
    ("<cite>Annex 3</cite>", Citation("Annex 3")),
    ('<cite to="EV-0001" pin="p. 4,\n line 2">Annex 3</cite>', Citation("Annex 3", "p. 4, line 2", "EV-0001")),
    ("<missing> date </missing>", Placeholder("date")),
    ("<redacted>■■■■</redacted>", Redaction("■■■■")),
    ('<a href="https://example.org/а?b=1&amp;c=2"/>', Link("https://example.org/а?b=1&c=2")),
    ('<span lang="ru">слово</span>', Text("слово", "ru")),
]


@pytest.mark.parametrize(("xml", "node"), ELEMENTS)
def test_each_element_becomes_its_node(xml, node):
    assert (node,) == inlines(xml)


def test_breaks_stand_between_words():
    assert (Text("a"), LineBreak(), Text("b"), Tab(), Text("c")) == inlines("a<br/>b<tab/>c")


def test_inlines_nest():
    expected = (Strong((Text("a"), Emphasis((Placeholder("b"), Text("c"))))), Text("d"))
    assert expected == inlines("<b>a<i><missing>b</missing>c</i></b>d")


SPACES: list[tuple[str, tuple[Inline, ...]]] = [
    ("\n  a \t\n b\n", (Text("a b"),)),
    ("a <b> b </b> c", (Text("a "), Strong((Text("b "),)), Text("c"))),
    (" <b> a </b> ", (Strong((Text("a"),)),)),
    ("a<b> b</b>", (Text("a"), Strong((Text(" b"),)))),
    ("<b>a<i>b </i> </b>", (Strong((Text("a"), Emphasis((Text("b"),)))),)),
    ("a <br/> b <tab/> c", (Text("a"), LineBreak(), Text("b"), Tab(), Text("c"))),
    ("a <note> n </note> b", (Text("a "), Footnote((Text("n"),)), Text(" b"))),
    ("a <missing>m</missing> b", (Text("a "), Placeholder("m"), Text(" b"))),
    ('a <span lang="ru"> b </span> c', (Text("a "), Text("b ", "ru"), Text("c"))),
    ("a\u00a0\u00a0 b\u00a0", (Text("a\u00a0\u00a0 b\u00a0"),)),
    ("\u00a0<b>a</b>\u202f", (Text("\u00a0"), Strong((Text("a"),)), Text("\u202f"))),
]


@pytest.mark.parametrize(("xml", "expected"), SPACES)
def test_spaces_collapse_and_no_break_spaces_stay(xml, expected):
    assert expected == inlines(xml)


REFUSED = [
    ("<u>x</u>", "<u> cannot stand here"),
    ("<p>x</p>", "<p> cannot stand here"),
    ("<ul><li>x</li></ul>", "<ul> cannot stand here"),
    ('<b class="x">x</b>', '<b> may not have the attribute "class" here'),
    ('<b xml:lang="uk">x</b>', '<b> may not have the attribute "{http://www.w3.org/XML/1998/namespace}lang" here'),
    ('<b xmlns="urn:x">x</b>', "<{urn:x}b> cannot stand here"),
    ("<b></b>", "<b> is empty"),
    ("a<i> </i>b", "<i> is empty"),
    ("<sup>\u00a0</sup>", "<sup> is empty"),
    ("<b><br/></b>", "<b> is empty"),
    ("<code/>", "<code> is empty"),
    ("<code><b>x</b></code>", "<b> cannot stand in <code>, which takes words only"),
    ("<missing> </missing>", "<missing> is empty"),
    ("<redacted/>", "<redacted> is empty"),
    ("<cite/>", "<cite> is empty"),
    ('<cite to="a b">x</cite>', '<cite> to="a b" is no id: letters, digits and _ . : / - only, and no space'),
    ("<note/>", "<note> is empty"),
    ("<note>a<note>b</note></note>", "<note> cannot stand here"),
    ("<note>a<b><note>b</note></b></note>", "<note> cannot stand here"),
    ("<br>x</br>", "<br> must hold nothing; write <br …/>"),
    ("<tab> </tab>", "<tab> must hold nothing; write <tab …/>"),
    ("<ref/>", '<ref> needs the attribute "to"'),
    ('<ref to="a">x</ref>', "<ref> must hold nothing; write <ref …/>"),
    ('<ref to="h-1"/>', '<ref> to="h-1" is kept for headings without an id; choose another'),
    ("<a/>", '<a> needs the attribute "href"'),
    ('<a href="https://x">x</a>', "<a> must hold nothing; write <a …/>"),
    ('<span lang="ru"/>', "<span> is empty"),
    ("<span>x</span>", '<span> needs the attribute "lang"'),
    (
        '<span lang="Russian">x</span>',
        '<span> lang="Russian" is no language tag, two or three letters and perhaps a region',
    ),
    ('<span lang="ru"><b>x</b></span>', "<b> cannot stand in <span>, which takes words only"),
]


@pytest.mark.parametrize(("xml", "refusal"), REFUSED)
def test_what_is_not_in_the_vocabulary_is_refused_with_its_line(xml, refusal):
    assert [f"notice/uk.xml:3: {refusal}"] == parse_refusals(f"\n<p>words\n{xml}</p>")


@pytest.mark.parametrize(
    "address", ["http://x", "javascript:alert(1)", "//x", "https:// x", "https://", "https://x\u2028y"]
)
def test_only_https_addresses_become_links(address):
    (refusal,) = parse_refusals(f'<p><a href="{address}"/></p>')
    assert f'notice/uk.xml:1: <a> href="{address}" is no https address; print any other with <code>' == refusal


def test_nesting_has_a_limit():
    depth = MAX_DEPTH + 1
    (refusal,) = parse_refusals(f"<p>{'<b>' * depth}x{'</b>' * depth}</p>")
    assert f"notice/uk.xml:1: <b> is nested deeper than {MAX_DEPTH} levels" == refusal
    assert inlines(f"{'<b>' * MAX_DEPTH}x{'</b>' * MAX_DEPTH}")


HOSTILE = [
    "<script>alert(1)</script>",
    "{{ 7*7 }}",
    "{% include 'x' %}",
    "]]>",
    "&amp; &#60; &nbsp;",
    "<![CDATA[x]]>",
    "<!-- x -->",
    "<?php ?>",
    '"><b onclick="x">',
    "</p></document>",
    "=cmd|' /C calc'!A0",
    "${jndi:ldap://x}",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_escaped_by_the_template_stay_words(text):
    template = jinja2.Environment(autoescape=True).from_string('{{ text }}<cite pin="{{ text }}">{{ text }}</cite>')
    assert (Text(text), Citation(text, text)) == inlines(template.render(text=text))
