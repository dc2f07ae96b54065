import pytest

from referral.document.inlines import Emphasis, Strong, Text
from referral.document.nodes import (
    Block,
    BulletList,
    Heading,
    ListItem,
    NumberedList,
    OpenPoints,
    Orientation,
    PageBreak,
    Paragraph,
    ParagraphKind,
    Section,
    SignatureBlock,
    TableOfContents,
)
from tests.unit.document.trees import PROPERTIES, block, parse_refusals, parsed

X = (Text("x"),)
Y = (Text("y"),)

BLOCKS: list[tuple[str, Block]] = [
    ("<h1>x</h1>", Heading(1, X, "")),
    ('<h2 id="law">x</h2>', Heading(2, X, "law")),
    ('<h3 numbered="no">x</h3>', Heading(3, X, "", numbered=False)),
    ('<h4 numbered="yes"><b>x</b></h4>', Heading(4, (Strong(X),), "")),
    ("<p>x</p>", Paragraph(X)),
    ('<p id="rs.1/2" lang="en-GB">x</p>', Paragraph(X, id="rs.1/2", lang="en-GB")),
    ("<ul><li>x</li><li id='two'>y</li></ul>", BulletList((ListItem(X), ListItem(Y, "two")))),
    ("<ol>\n<li>x</li>\n</ol>", NumberedList((ListItem(X),))),
    ("<toc>x</toc>", TableOfContents(X, 2)),
    ('<toc depth="4">x</toc>', TableOfContents(X, 4)),
    ("<signature><post>x</post><name>y</name></signature>", SignatureBlock(X, Y)),
    (
        "<signature><stamp>x</stamp><post>x</post><name>y</name><date>y</date></signature>",
        SignatureBlock(X, Y, stamp=X, date=Y),
    ),
    ("<page-break/>", PageBreak()),
    ('<section orientation="landscape"><p>x</p></section>', Section(Orientation.LANDSCAPE, (Paragraph(X),))),
    ('<section orientation="portrait"><p>x</p></section>', Section(Orientation.PORTRAIT, (Paragraph(X),))),
    ("<open-points><intro>x</intro><none><i>y</i></none></open-points>", OpenPoints(X, (Emphasis(Y),))),
]


@pytest.mark.parametrize(("xml", "node"), BLOCKS)
def test_each_element_becomes_its_node(xml, node):
    assert node == block(xml)


@pytest.mark.parametrize("kind", ParagraphKind)
def test_each_kind_of_paragraph_can_be_written(kind):
    assert Paragraph(X, kind) == block(f'<p kind="{kind}">x</p>')


def test_blocks_keep_their_order_and_the_document_its_properties():
    document = parsed("\n<p>x</p>\n<h1>y</h1>\n<p>y</p>\n")
    assert (Paragraph(X), Heading(1, Y, ""), Paragraph(Y)) == document.blocks
    assert PROPERTIES == document.properties


KINDS = "body, plain, numbered, title, subtitle, command, letterhead, addressee, caption, small, quote, notice"
IN_SECTION = "h1 h2 h3 h4 p ul ol table picture figure toc signature page-break open-points abbreviations"
REFUSED = [
    ("<div>x</div>", f"<div> cannot stand in <document>, which takes: {IN_SECTION} section annex"),
    ("<b>x</b>", f"<b> cannot stand in <document>, which takes: {IN_SECTION} section annex"),
    ("<h5>x</h5>", f"<h5> cannot stand in <document>, which takes: {IN_SECTION} section annex"),
    ("words", "<document> has words outside its elements: words"),
    ("\u00a0", "<document> has words outside its elements: \u00a0"),
    ("<p/>", "<p> is empty"),
    ("<p> \n </p>", "<p> is empty"),
    ("<p>&#160;</p>", "<p> is empty"),
    ("<p><br/></p>", "<p> is empty"),
    ('<p kind="huge">x</p>', f'<p> kind="huge" is none of: {KINDS}'),
    ('<p style="x">x</p>', '<p> may not have the attribute "style" here'),
    ('<p id="">x</p>', '<p> id="" is no id: letters, digits and _ . : / - only, and no space'),
    ('<p id="h-12">x</p>', '<p> id="h-12" is kept for headings without an id; choose another'),
    ('<p lang="">x</p>', '<p> lang="" is no language tag, two or three letters and perhaps a region'),
    ("<h1> </h1>", "<h1> is empty"),
    ('<h1 numbered="false">x</h1>', '<h1> numbered="false" is none of: yes, no'),
    ("<h1>x<note>y</note></h1>", "<note> cannot stand here"),
    ('<h1>x<ref to="y"/></h1>', "<ref> cannot stand here"),
    ("<ul/>", "<ul> is empty"),
    ("<ul><p>x</p></ul>", "<p> cannot stand in <ul>, which takes: li"),
    ("<ol>x<li>y</li></ol>", "<ol> has words outside its elements: x"),
    ("<ol><li>y</li>x</ol>", "<ol> has words outside its elements: x"),
    ("<ol><li/></ol>", "<li> is empty"),
    ("<ul><li>x<ul><li>y</li></ul></li></ul>", "<ul> cannot stand here"),
    ("<toc/>", "<toc> is empty"),
    ('<toc depth="5">x</toc>', '<toc> depth="5" is no whole number from 1 to 4'),
    ('<toc depth="two">x</toc>', '<toc> depth="two" is no whole number from 1 to 4'),
    ("<signature><post>x</post></signature>", "<signature> needs a <name>"),
    ("<signature><name>x</name></signature>", "<signature> needs a <post>"),
    ("<signature><post>x</post><name/></signature>", "<name> is empty"),
    ("<signature><post>x</post><name>y</name><date/></signature>", "<date> is empty"),
    ("<signature><post>x</post><name>y</name><name>y</name></signature>", "<name> stands twice in one <signature>"),
    (
        "<signature><post>x</post><name>y</name><p>z</p></signature>",
        "<p> cannot stand in <signature>, which takes: post name stamp date",
    ),
    ("<page-break>x</page-break>", "<page-break> must hold nothing; write <page-break …/>"),
    ("<section><p>x</p></section>", '<section> needs the attribute "orientation"'),
    ('<section orientation="wide"><p>x</p></section>', '<section> orientation="wide" is none of: portrait, landscape'),
    ('<section orientation="landscape"/>', "<section> is empty"),
    (
        '<section orientation="landscape"><section orientation="portrait"><p>x</p></section></section>',
        f"<section> cannot stand in <section>, which takes: {IN_SECTION}",
    ),
    ("<open-points><intro>x</intro></open-points>", "<open-points> needs a <none>"),
    ("<open-points><none>x</none></open-points>", "<open-points> needs a <intro>"),
    ("<open-points><intro>a<note>y</note></intro><none>x</none></open-points>", "<note> cannot stand here"),
    (
        "<open-points><intro>x</intro><none>a<missing>y</missing></none></open-points>",
        "<missing> cannot stand here",
    ),
]


@pytest.mark.parametrize(("xml", "refusal"), REFUSED)
def test_what_is_not_in_the_vocabulary_is_refused(xml, refusal):
    assert [f"notice/uk.xml:1: {refusal}"] == parse_refusals(f"<p>before</p>{xml}")


def test_an_empty_document_is_refused():
    assert ["notice/uk.xml:1: <document> is empty"] == parse_refusals("")


def test_all_problems_are_told_at_once_each_with_its_line():
    expected = [
        "notice/uk.xml:2: <p> is empty",
        'notice/uk.xml:3: <h1> numbered="maybe" is none of: yes, no',
        f"notice/uk.xml:4: <div> cannot stand in <document>, which takes: {IN_SECTION} section annex",
        "notice/uk.xml:6: <missing> is empty",
        'notice/uk.xml:7: <table> needs the attribute "widths"',
        "notice/uk.xml:7: <table> needs either a <tbody> or a <rows/>",
    ]
    body = '\n<p/>\n<h1 numbered="maybe">x</h1>\n<div/>\n<p>x\n<missing/></p>\n<table/>'
    assert expected == parse_refusals(body)
