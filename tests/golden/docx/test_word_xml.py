"""Word's XML of a small document, line by line, so that a change of the writer shows what it changes.

`python -m tests.golden.docx.test_word_xml` writes the golden files anew; look at their difference before you keep it.
"""

from pathlib import Path

import pytest
from lxml import etree

from referral.document.inlines import (
    Citation,
    Code,
    CrossReference,
    Emphasis,
    Footnote,
    Link,
    Placeholder,
    Redaction,
    Strong,
    Tab,
)
from referral.document.layout import Layout, Properties
from referral.document.nodes import (
    BulletList,
    Document,
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
from referral.document.number import number
from referral.writers.docx import write_docx
from tests.unit.writers.docx.builder import body, heading, numbered, parts, row, table, words

HERE = Path(__file__).parent
PARTS = ["word/document.xml", "word/footnotes.xml", "word/header1.xml", "word/footer1.xml"]
MARKS = ("ПРОЄКТ", "CONFIDENTIAL", "Page {page} of {pages}")


def small() -> Document:
    blocks = (
        Paragraph(words("Title"), ParagraphKind.TITLE),
        TableOfContents(words("Contents")),
        PageBreak(),
        heading(1, "Facts", "facts"),
        numbered(
            "On ",
            Placeholder("[date]"),
            " ",
            Redaction("█████"),
            " said so.",
            Footnote(words("See ", Code("a1"))),
            id="p",
        ),
        body(
            "See ",
            CrossReference("p"),
            ", ",
            Citation("Annex 1", "p. 2", "e1"),
            ", ",
            Link("https://example.org/"),
            ".",
        ),
        BulletList((ListItem(words("a bullet")),)),
        NumberedList((ListItem(words("one")), ListItem(words(Strong(words("two")))))),
        Section(
            Orientation.LANDSCAPE, (heading(1, "Annex", "annex", is_numbered=False), table(row("1", "x", id="e1")))
        ),
        Paragraph(words("Place", Tab(), "date", Emphasis(words("!"))), ParagraphKind.PLAIN),
        SignatureBlock(words("Post"), words("NAME"), words("AGREED"), words("date")),
        OpenPoints(words("Open:"), words("None.")),
    )
    return number(Document(Properties("uk", "Title", "2024-05-31", *MARKS, stamp="referral 0.0.0"), Layout(), blocks))


def readable(part: str) -> str:
    """A part of the small document with an element a line."""
    root = etree.fromstring(parts(write_docx(small(), {"facts": 2}))[part])
    etree.indent(root)
    return etree.tostring(root, encoding="unicode") + "\n"


def golden(part: str) -> Path:
    return HERE / Path(part).name


@pytest.mark.parametrize("part", PARTS)
def test_words_xml_is_as_reviewed(part: str):
    expected = golden(part).read_text(encoding="utf-8")
    assert expected == readable(part), "if this change is meant: python -m tests.golden.docx.test_word_xml"


if __name__ == "__main__":
    for name in PARTS:
        golden(name).write_text(readable(name), encoding="utf-8")
