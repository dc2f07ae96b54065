from referral.document.nodes import Heading, TableOfContents
from referral.document.walk import body_blocks, contents, flat, footnotes
from tests.unit.document.trees import numbered, streamed

BODY = """<toc>Contents</toc>
  <h1>Facts</h1>
  <p kind="numbered">One<note>first <b>note</b></note> two<note>second</note>.</p>
  <p>a<br/>b<tab/>c <b>bold</b> <code>ab</code> <redacted>■■</redacted> <a href="https://x"/> <sup>2</sup></p>
  <p>see <ref to="end"/>, <cite pin="p. 4">Annex 1</cite> <cite>Annex 2</cite></p>
  <ul><li>item</li></ul><ol><li>step</li></ol>
  <section orientation="landscape"><table widths="1 1"><thead><tr><th>head</th><th empty="yes"/></tr></thead>
    <tbody><tr><td><p>x</p><p>y</p></td><td>z<note>third</note></td></tr></tbody></table></section>
  <page-break/>
  <signature><post>post</post><name><missing>name</missing></name><date>date</date></signature>
  <h2 id="end">End</h2>
  <open-points><intro>To settle:</intro><none>nothing</none></open-points>"""


def test_the_words_of_the_body_come_in_reading_order_cut_where_notes_are_called():
    expected = ["Contents", "Facts", "One", "two", "."]
    expected += ["a b\tc bold ab ■■ https://x 2", "see 1.1, Annex 1, p. 4 Annex 2", "item", "step"]
    expected += ["head", "x", "y", "z", "post", "name", "date", "End", "To settle:", "name", "¶\u00a01"]
    assert expected == list(body_blocks(numbered(BODY)))


def test_notes_come_with_their_numbers():
    assert [(1, "first note"), (2, "second"), (3, "third")] == list(footnotes(numbered(BODY)))


def test_the_words_where_nothing_is_open_are_part_of_the_body():
    body = "<open-points><intro>To settle:</intro><none>nothing</none></open-points>"
    assert ["nothing"] == list(body_blocks(numbered(body)))


def test_streamed_rows_are_part_of_the_body():
    body, sources = streamed("<tr><td>x</td></tr>", "<tr><td>y</td></tr>")
    assert ["x", "y"] == list(body_blocks(numbered(body, sources)))


def test_a_table_of_contents_lists_the_headings_after_it_down_to_its_depth():
    body = """<h1>a</h1><toc depth="2">x</toc><h1>b</h1><h2>c</h2><h3>d</h3>
      <section orientation="landscape"><h1>e</h1></section><toc depth="1">x</toc><h1>f</h1><h2>g</h2>"""
    document = numbered(body)
    first, second = (block for block in flat(document.blocks) if isinstance(block, TableOfContents))
    assert ["2", "2.1", "3", "4", "4.1"] == [heading.label for heading in contents(document, first)]
    assert ["4"] == [heading.label for heading in contents(document, second)]
    assert all(isinstance(block, Heading) for block in contents(document, first))
