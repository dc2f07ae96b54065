"""No text of a case is ever read as Typst, whatever it looks like and wherever it stands."""

from dataclasses import replace

import pytest

from referral.document.inlines import Citation, Code, CrossReference, Link, Placeholder, Redaction, Text
from referral.document.nodes import BulletList, Document, NumberedList, ParagraphKind, SignatureBlock, TableOfContents
from referral.document.tables import Row, Table
from referral.errors import WriteError
from referral.writers import typst
from tests.end_to_end.reading import squeezed
from tests.unit.writers.figures import figure
from tests.unit.writers.pdf.reading import letters_off_page, reader, texts
from tests.unit.writers.pdf.sample import PLAIN_PROPERTIES, cell, document, heading, item, note, paragraph, rows, words

HOSTILE = [
    '#read("/etc/passwd")',
    '#import "@preview/x:1.0.0": y',
    '#include "document.typ"',
    '#eval("1 + 1")',
    "#set page(fill: red)",
    "#show: it => []",
    "#pagebreak()",
    "#panic[x]",
    "#{ 7 * 7 }",
    "$ x^2 $ $y$",
    "*bold* _italic_ `raw` ```rust raw```",
    "@label <label> = heading",
    "- item + item / term: item",
    "a // comment",
    "a /* comment",
    "\\ \\u{41} \\#",
    "[ ] ] [ ) ( } {",
    'it\'s "quoted" -- --- ... ~',
    "https://example.org/#fragment",
    '"}; sys.inputs',
    "{{ 7*7 }} {% x %}",
    "<svg><script>alert(1)</script></svg> &amp; ]]>",
]


def everywhere(text: str) -> Document:
    """The text in every place of a document in which words of a case may stand."""
    inlines = (Code(text), Placeholder(text), Redaction(text), Link(text), Text(text, "en"))
    properties = replace(
        PLAIN_PROPERTIES, title=text, draft_mark=text, classification=text, stamp=text, page_label=text + "{page}"
    )
    return document(
        TableOfContents(words(text), 2),
        heading(1, text, "h", text),
        *(paragraph(inline) for inline in inlines),
        paragraph(text, note(1, text)),
        paragraph(CrossReference("h", text), Citation(text, text, "h")),
        paragraph(text, kind=ParagraphKind.NOTICE),
        BulletList((item(text),)),
        NumberedList((item(text),)),
        Table((1,), (Row((cell(text, is_header=True),)),), rows(Row((cell(text),), text))),
        SignatureBlock(words(text), words(text), words(text), words(text)),
        replace(figure(id="f"), caption=words(text), alternative=text, label=text),
        properties=properties,
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_it_is_printed_as_it_is_written(text):
    found = squeezed("".join(texts(typst.write_pdf(everywhere(text)).data)))
    # Draft mark, head, stamp, page label; contents, heading, five inlines, a paragraph with a note, a reference, a
    # citation, a frame, two items, two cells, a signature, a figure: some of them twice.
    assert found.count(squeezed(text)) >= 26


@pytest.mark.parametrize("text", HOSTILE)
def test_it_becomes_no_link_and_no_file(text):
    file = reader(typst.write_pdf(everywhere(text)).data)
    links = [a.get_object() for page in file.pages for a in page.get("/Annots", ())]
    assert [] == [link for link in links if "/URI" in link.get("/A", {})]
    assert "/Names" not in file.trailer["/Root"] or "/EmbeddedFiles" not in file.trailer["/Root"]["/Names"]


@pytest.mark.parametrize("text", ["абвг5" * 400, "W" * 1000, "https://example.org/" + "a-b/" * 300, "9f86d08" * 90])
def test_words_longer_than_their_line_are_parted_and_all_there(text):
    narrow = Table((1, 9), (), rows(Row((cell(text), cell(Code(text))))))
    data = typst.write_pdf(document(paragraph(text), paragraph(Code(text)), narrow)).data
    assert [] == letters_off_page(data)
    found = squeezed("".join(texts(data)))
    assert 4 * sum(text.count(sign) for sign in set(text)) <= sum(found.count(sign) for sign in set(text))


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\u202e", "\u2066"])
def test_control_characters_are_refused(sign):
    with pytest.raises(WriteError, match=f"U\\+{ord(sign):04X}"):
        typst.write_pdf(document(paragraph(f"before{sign}after")))
