from dataclasses import replace

from referral.writers.text import write_text
from tests.unit.document.trees import numbered, streamed

DOCUMENT = """<p kind="title">Notice</p>
  <toc>Contents</toc>
  <h1>Facts</h1>
  <p kind="numbered">Seen by <cite to="EV-1" pin="p. 4">Annex 1</cite><note>Copy of
    <i>1 May</i></note>, see <ref to="law"/>.</p>
  <p>No number,<br/>two lines: <missing>[place]</missing>, <redacted>■■■■</redacted></p>
  <h2 id="law">Law</h2>
  <ul><li>one</li><li>two</li></ul>
  <ol><li>first<note>Second note</note></li><li>then</li></ol>
  <h3>Third</h3><h4>Fourth</h4>
  <section orientation="landscape"><p kind="caption">Table 1</p>
    <table widths="1 2 1"><thead><tr><th>No.</th><th span="2">What</th></tr></thead>
    <tbody><tr id="EV-1"><td>1</td><td><p>a</p><p>b<br/>c</p></td><td empty="yes"/></tr></tbody></table></section>
  <page-break/>
  <signature><stamp>Approved</stamp><post>Prosecutor</post><name>A. B.</name><date>1 May</date></signature>
  <open-points><intro>To settle:</intro><none>Nothing.</none></open-points>"""

TEXT = """\
DRAFT

CONFIDENTIAL

Notice

Contents
1. Facts
  1.1. Law

1. Facts
========

1. Seen by Annex 1, p. 4[1], see 1.1.

No number,
two lines: [place], ■■■■

1.1. Law
--------

- one
- two

1) first[2]
2) then

1.1.1. Third
~~~~~~~~~~~~

1.1.1.1. Fourth
...............

Table 1

No. | What
--- | --- | ---
1 | a / b / c |

Approved
Prosecutor __________ A. B.
1 May

To settle:
- [place] (¶\u00a01)

[1] Copy of 1 May
[2] Second note

view sha256:ab
"""


def test_a_document_is_written_line_by_line():
    document = numbered(DOCUMENT)
    marked = replace(document.properties, draft_mark="DRAFT", classification="CONFIDENTIAL", stamp="view sha256:ab")
    assert TEXT == write_text(replace(document, properties=marked))


def test_where_nothing_is_open_the_text_says_so():
    text = write_text(numbered("<open-points><intro>To settle:</intro><none>Nothing.</none></open-points>"))
    assert text == "Nothing.\n"


def test_a_signature_needs_neither_stamp_nor_date():
    text = write_text(numbered("<signature><post>Prosecutor</post><name>A. B.</name></signature>"))
    assert text == "Prosecutor __________ A. B.\n"


def test_streamed_rows_are_written_each_on_its_line():
    body, sources = streamed("<tr><td>x</td></tr>", "<tr><td>y</td></tr>")
    assert write_text(numbered(body, sources)) == "x\ny\n"


def test_the_same_document_gives_the_same_text_again():
    document = numbered(DOCUMENT)
    assert write_text(document) == write_text(document)
