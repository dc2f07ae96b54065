from collections.abc import Iterator

import pytest

from referral.document.inlines import Citation, CrossReference, Inline
from referral.document.layout import HeadingNumbers
from referral.document.nodes import Document, Heading, OpenPoint, OpenPoints, Paragraph, Section
from referral.document.number import number, open_points
from referral.document.walk import flat, footnotes, inlines_in, lines_of
from referral.errors import DocumentError
from tests.unit.document.trees import number_refusals, numbered, parsed, streamed, table


def headings(document: Document) -> list[Heading]:
    return [b for b in flat(document.blocks) if isinstance(b, Heading)]


def inlines(document: Document) -> list[Inline]:
    return [i for block in flat(document.blocks) for line in lines_of(block) for i in inlines_in(line)]


def printed_references(document: Document) -> list[str]:
    return [inline.label for inline in inlines(document) if isinstance(inline, CrossReference)]


OUTLINE = "<h1>a</h1><h2>b</h2><h2>c</h2><h3>d</h3><h4>e</h4><h4>f</h4><h1>g</h1><h2>h</h2>"
SCHEMES = [
    (HeadingNumbers.DECIMAL, ["1", "1.1", "1.2", "1.2.1", "1.2.1.1", "1.2.1.2", "2", "2.1"]),
    (HeadingNumbers.LEGAL, ["I", "I.A", "I.B", "I.B.1", "I.B.1.a", "I.B.1.b", "II", "II.A"]),
    (HeadingNumbers.NONE, [""] * 8),
]


@pytest.mark.parametrize(("scheme", "labels"), SCHEMES)
def test_headings_are_numbered_with_their_full_path(scheme, labels):
    assert labels == [heading.label for heading in headings(numbered(OUTLINE, scheme=scheme))]


def test_unnumbered_headings_take_no_number_and_end_the_count_below():
    body = '<h1>a</h1><h2>b</h2><h1 numbered="no">c</h1><h2 numbered="no">d</h2><h1>e</h1><h2>f</h2>'
    assert ["1", "1.1", "", "", "2", "2.1"] == [heading.label for heading in headings(numbered(body))]


def test_headings_in_sections_count_with_the_others():
    body = '<h1>a</h1><section orientation="landscape"><h1>b</h1></section><h1>c</h1>'
    assert ["1", "2", "3"] == [heading.label for heading in headings(numbered(body))]


OUT_OF_PLACE = [
    ("<h2>b</h2>", "before the first number: a heading of level 2 stands under none of level 1: b"),
    ("<h1>a</h1><h3>b</h3>", "1: a heading of level 3 stands under none of level 2: b"),
    (
        '<h1 numbered="no">a</h1><h2>b</h2>',
        "a: a numbered heading stands under an unnumbered one, so its number would be ambiguous: b",
    ),
]


@pytest.mark.parametrize(("body", "refusal"), OUT_OF_PLACE)
def test_headings_out_of_place_are_refused(body, refusal):
    assert [refusal] == number_refusals(body)


def test_headings_without_an_id_get_one_that_does_not_hang_on_the_ids_of_others():
    assert ["h-1", "h-2", "h-3"] == [heading.id for heading in headings(numbered("<h1>a</h1><h1>b</h1><h1>c</h1>"))]
    named = numbered('<h1>a</h1><h1 id="x">b</h1><h1>c</h1>')
    assert ["h-1", "x", "h-3"] == [heading.id for heading in headings(named)]


def test_numbered_paragraphs_count_through_the_document_and_others_do_not():
    body = (
        '<p kind="numbered">a</p><p>b</p><h1>c</h1><section orientation="landscape"><p kind="numbered">d</p></section>'
    )
    paragraphs = [b for b in flat(numbered(body).blocks) if isinstance(b, Paragraph)]
    assert [1, 0, 2] == [paragraph.number for paragraph in paragraphs]


def test_footnotes_are_numbered_in_reading_order_wherever_they_stand():
    body = """<p>a<note>1</note> <b>b<note>2</note></b></p>
      <ul><li>c<note>3</note></li></ul>
      <table widths="1 1"><thead><tr><th>d<note>4</note></th><th>e</th></tr></thead>
      <tbody><tr><td>f</td><td><p>g</p><p>h<note>5</note></p></td></tr><tr><td>i<note>6</note></td><td>j</td></tr></tbody></table>
      <section orientation="landscape"><p>k<note>7</note></p></section>
      <signature><stamp>l<note>8</note></stamp><post>m</post><name>n</name></signature>
      <open-points><intro>o</intro><none>p</none></open-points>"""
    document = numbered(body)
    expected = [(count, str(count)) for count in range(1, 9)]
    assert expected == list(footnotes(document))
    assert expected == list(footnotes(document)), "rows number their notes anew at every reading"


REFERENCES = [
    ('<h1>x</h1><h2 id="t">words</h2>', "1.1"),
    ('<h1 id="t" numbered="no">The <b>law</b></h1>', "The law"),
    ('<p kind="numbered">x</p><p kind="numbered" id="t">words</p>', "2"),
    ('<p id="t">Some words<note>x</note></p>', "Some words"),
    ("<ol><li>x</li><li id='t'>words</li></ol>", "2"),
    ("<ul><li>x</li><li id='t'>words</li></ul>", "words"),
    ('<p kind="caption">Table 4</p><table widths="1" id="t"><tbody><tr><td>x</td></tr></tbody></table>', "Table 4"),
    ('<table widths="1 1"><tbody><tr id="t"><td>Annex 3</td><td>x</td></tr></tbody></table>', "Annex 3"),
    ('<table widths="1"><tbody><tr id="t"><td><p>A</p><p>3</p></td></tr></tbody></table>', "A 3"),
    ('<h1 numbered="no" id="t">The <missing>name</missing></h1>', "The name"),
]


@pytest.mark.parametrize(("target", "label"), REFERENCES)
def test_a_reference_prints_what_its_target_is_called(target, label):
    reference = '<p>see <b><ref to="t"/></b></p>'
    assert [label] == printed_references(numbered(target + reference))


@pytest.mark.parametrize(("target", "label"), REFERENCES)
def test_references_lead_forward_too(target, label):
    reference = '<p>see <note>at <ref to="t"/></note></p>'
    assert [label] == printed_references(numbered(reference + target))


def test_references_are_resolved_in_every_kind_of_block():
    body = """<h1 id="t">x</h1><ol><li><ref to="t"/></li></ol><ul><li><ref to="t"/></li></ul>
      <table widths="1"><thead><tr><th><ref to="t"/></th></tr></thead>
        <tbody><tr><td><ref to="t"/></td></tr></tbody></table>
      <section orientation="landscape"><p>a<note><ref to="t"/></note></p></section>
      <signature><stamp><ref to="t"/></stamp><post><ref to="t"/></post>
        <name><ref to="t"/></name><date><ref to="t"/></date></signature>
      <p><ref to="t"/></p>"""
    assert ["1"] * 10 == printed_references(numbered(body))


def test_references_in_streamed_rows_are_resolved_at_every_reading():
    body, sources = streamed('<tr id="r"><td>R</td><td><ref to="later"/></td></tr>', columns=2)
    document = numbered(f'<p>see <ref to="r"/></p>{body}<h1 id="later">x</h1>', sources)
    assert ["R", "1"] == printed_references(document)
    assert ["R", "1"] == printed_references(document)


WITHOUT_LABEL = [
    '<table widths="1" id="t"><tbody><tr><td>x</td></tr></tbody></table>',
    '<p id="t">see <ref to="u"/></p><h1 id="u">x</h1>',
    '<table widths="1 1"><tbody><tr id="t"><td empty="yes"/><td>x</td></tr></tbody></table>',
]


@pytest.mark.parametrize("target", WITHOUT_LABEL)
def test_a_reference_to_what_has_no_name_is_refused(target):
    expected = 'before the first number: a cross-reference leads to "t", which has no number and no words to print'
    assert [expected] == number_refusals(f'<p>see <ref to="t"/></p>{target}')


def test_a_caption_belongs_to_the_next_block_only():
    captioned = (
        '<p kind="caption">Table 1</p><p>x</p><table widths="1" id="t"><tbody><tr><td>x</td></tr></tbody></table>'
    )
    assert ['before the first number: a cross-reference leads to "t", which has no number and no words to print'] == (
        number_refusals(f'{captioned}<p><ref to="t"/></p>')
    )


def test_all_broken_references_double_ids_and_misplaced_headings_are_told_at_once():
    body = """<h1 id="a">x</h1><p kind="numbered" id="a">y</p><h3>z</h3>
      <p kind="numbered">see <ref to="nowhere"/>, <ref to="nowhere"/></p><ul><li id="b">x</li><li id="b">y</li></ul>"""
    rows, sources = streamed('<tr id="b"><td>R</td><td><ref to="gone"/></td></tr>', columns=2)
    expected = [
        '¶\u00a01: the id "a" is given a second time (1)',
        "¶\u00a01: a heading of level 3 stands under none of level 2: z",
        '¶\u00a02: the id "b" is given a second time (y)',
        '¶\u00a02: the id "b" is given a second time (R)',
        '¶\u00a02: a cross-reference leads to "nowhere", which does not exist',
        '¶\u00a02: a cross-reference leads to "gone", which does not exist',
    ]
    assert expected == number_refusals(body + rows, sources)


def test_a_table_whose_source_gives_no_row_is_refused():
    body, sources = streamed()
    assert ["1: a table has no rows"] == number_refusals(f"<h1>x</h1>{body}", sources)


def test_a_source_that_changes_between_two_readings_is_refused():
    readings = iter((["<tr><td>x</td></tr>"], ['<tr><td><ref to="new"/></td></tr>']))

    def source() -> Iterator[str]:
        return iter(next(readings))

    rows = table(numbered('<table widths="1"><rows source="rows"/></table>', {"rows": source})).rows
    with pytest.raises(DocumentError, match='has changed while it was read: it refers to "new"'):
        list(rows)


def test_a_citation_leads_to_its_row_where_the_document_has_it_and_nowhere_else():
    body, sources = streamed('<tr id="EV-1"><td>1</td><td><cite to="EV-2">Annex 2</cite></td></tr>', columns=2)
    document = numbered(
        f'<p><cite to="EV-1" pin="p. 4">Annex 1</cite><note><cite>Annex 3</cite></note></p>{body}', sources
    )
    citations = [inline for inline in inlines(document) if isinstance(inline, Citation)]
    assert [Citation("Annex 1", "p. 4", "EV-1"), Citation("Annex 3"), Citation("Annex 2")] == citations


def test_nothing_else_of_a_tree_changes():
    body = "<h1>a</h1><p>b <i>c</i></p><ol><li>d</li></ol><page-break/><toc>e</toc>"
    before, after = parsed(body), numbered(body)
    assert before.blocks[1:] == after.blocks[1:]
    assert (before.properties, before.layout) == (after.properties, after.layout)


def test_numbering_twice_is_numbering_once():
    rows, sources = streamed('<tr id="r"><td>R</td><td><ref to="r"/> <missing>m</missing></td></tr>', columns=2)
    body = f'{OUTLINE}<p kind="numbered">a<note>b</note> <ref to="h-1x"/></p><p id="h-1x">c</p>{rows}'
    once = numbered(body, sources)
    twice = number(once)
    assert once.blocks[:-1] == twice.blocks[:-1]
    assert list(table(once).rows) == list(table(twice).rows)
    assert once.open_points == twice.open_points


# --- open points ---

PLACED = [
    ('<p kind="numbered">x</p><p kind="numbered"><missing>m</missing></p>', ("¶\u00a02",)),
    ("<h1>x</h1><h2>y</h2><p><missing>m</missing></p>", ("1.1",)),
    ('<h1 numbered="no">The law</h1><p><missing>m</missing></p>', ("The law",)),
    ("<h1>Of <missing>m</missing></h1>", ("1",)),
    ("<p>a<note>b <b><missing>m</missing></b></note></p>", ()),
    ("<h1>x</h1><ul><li><missing>m</missing></li></ul>", ("1",)),
    ("<h1>x</h1><signature><post>p</post><name><missing>m</missing></name></signature>", ("1",)),
    (
        '<h1>x</h1><table widths="1 1"><tbody><tr><td>born</td><td><missing>m</missing></td></tr></tbody></table>',
        ("1: born",),
    ),
    (
        '<h1>x</h1><table widths="1 1"><tbody><tr><td><missing>m</missing></td><td>y</td></tr></tbody></table>',
        ("1",),
    ),
    (
        '<p kind="numbered">a <missing>m</missing></p><p>x</p><h1>y</h1><p><missing>m</missing></p>',
        ("¶\u00a01", "1"),
    ),
    ('<p kind="numbered"><missing>m</missing> <missing>m</missing></p>', ("¶\u00a01",)),
]


@pytest.mark.parametrize(("body", "where"), PLACED)
def test_every_placeholder_becomes_an_open_point_with_its_places(body, where):
    assert (OpenPoint("m", where),) == open_points(numbered(body))


def test_open_points_stand_in_reading_order_and_in_the_block_that_prints_them():
    body = """<p kind="numbered"><missing>a</missing></p>
      <section orientation="landscape">
        <p>i <missing>b</missing></p><open-points><intro>i</intro><none>n</none></open-points></section>
      <p kind="numbered"><missing>c</missing> <missing>a</missing></p>"""
    document = numbered(body)
    expected = (OpenPoint("a", ("¶\u00a01", "¶\u00a02")), OpenPoint("b", ("¶\u00a01",)), OpenPoint("c", ("¶\u00a02",)))
    assert expected == open_points(document)
    section = document.blocks[1]
    assert isinstance(section, Section)
    block = section.blocks[1]
    assert isinstance(block, OpenPoints)
    assert expected == block.items


def test_extra_points_follow_and_join_equal_ones():
    extra = [OpenPoint("law", ("2",)), OpenPoint("m", ("¶\u00a01", "¶\u00a09")), OpenPoint("law", ("3",))]
    document = numbered('<p kind="numbered"><missing>m</missing></p>', extra=extra)
    assert (OpenPoint("m", ("¶\u00a01", "¶\u00a09")), OpenPoint("law", ("2", "3"))) == open_points(document)


def test_a_document_without_placeholders_has_no_open_points():
    assert open_points(numbered("<p>x</p>")) == ()


def rows_with_a_hole(count: int) -> str:
    rows = "".join(f"<tr><td>R{n}</td><td><missing>m</missing></td></tr>" for n in range(1, count + 1))
    return f'<table widths="1 1"><tbody>{rows}</tbody></table>'


def test_of_many_rows_the_first_five_are_listed_and_the_others_counted():
    listed = ("R1", "R2", "R3", "R4", "R5")
    assert (OpenPoint("m", listed),) == open_points(numbered(rows_with_a_hole(5)))
    assert (OpenPoint("m", (*listed, "… (+12)")),) == open_points(numbered(rows_with_a_hole(17)))


def test_places_outside_of_rows_are_all_listed():
    paragraphs = '<p kind="numbered"><missing>m</missing></p>' * 7
    (point,) = open_points(numbered(paragraphs + rows_with_a_hole(6)))
    rows = (f"¶\u00a07: R{n}" for n in range(1, 6))
    assert (*(f"¶\u00a0{n}" for n in range(1, 8)), *rows, "… (+1)") == point.where
