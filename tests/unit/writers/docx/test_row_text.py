"""Rows written as text are letter for letter what they would be as elements."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from referral.document.inlines import Code, Emphasis, Footnote, Inline, Link, Strong, Text
from referral.document.tables import Align, Cell, Row
from referral.errors import WriteError
from referral.writers.codes import JOINER
from referral.writers.docx.inlines import InlineWriter
from referral.writers.docx.marks import Marks
from referral.writers.docx.oxml import W, w
from referral.writers.docx.row_text import RowText
from referral.writers.docx.rows import RowWriter
from tests.unit.writers.docx.builder import words

GRID = (900, 2100, 3000)
TEXTS = [
    "", " ", "plain", "протокол № 7, с. 12–14", "EV-000012", "2022-03-05", "so-called", "1(2)(a)(vi)", "a & b < c > d",
    '"’', "5 березня 2022 року", f"a{JOINER}b", f"EV-{JOINER}1", "two\nlines\tand\rtabs", "https://example.org/a-1",
    "x" * 100, "word " * 300, "—", "-", "EV-1 and EV-2", "̆", "\N{GRINNING FACE}",
]  # fmt: skip


def writer() -> tuple[RowWriter, Marks]:
    marks = Marks(())
    return RowWriter(InlineWriter(marks), marks), marks


def as_text(*rows: Row) -> str:
    known = RowText(*writer())
    return "".join(known.of(row, GRID) for row in rows)


def as_elements(*rows: Row) -> str:
    known, _ = writer()
    table = etree.Element(w("tbl"), nsmap={"w": W})
    for row in rows:
        known.write(table, row, list(GRID), is_header=False)
    text = etree.tostring(table, encoding="unicode")
    return text[text.index(">") + 1 : text.rindex("<")]


def row(*cells: Cell, id: str | None = None) -> Row:  # noqa: A002  # as the field is called
    return Row(cells + tuple(Cell((words("x"),)) for _ in range(3 - sum(cell.columns for cell in cells))), id)


@pytest.mark.parametrize("kind", [Text, Code])
@pytest.mark.parametrize("text", TEXTS)
def test_words_are_written_alike(text: str, kind: Callable[[str], Inline]):
    known = row(Cell(((kind(text),),)), Cell((words("first"), (Text("more "), kind(text)), ())))

    assert as_elements(known) == as_text(known)


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet=" -–)(.12aZіЖ\u00a0\u2060\u202f&<>\n«", max_size=20))
def test_any_words_are_written_alike(text: str):
    known = row(Cell((words(text),)), Cell((words(text, Code(text)),)))

    assert as_elements(known) == as_text(known)


@pytest.mark.parametrize("cell", [
    Cell(()), Cell(((),)), Cell((words("a"),), is_header=True), Cell((words("a"),), columns=2, align=Align.CENTER),
    *(Cell((words("a"), words("b")), align=align) for align in Align),
])  # fmt: skip
def test_cells_are_written_alike(cell: Cell):
    assert as_elements(row(cell)) == as_text(row(cell))


@pytest.mark.parametrize("inline", [
    Strong(words("a")), Emphasis(words("a")), Link("https://example.org"), Text("a", lang="uk"),
    Strong(words(Code("a"))),
], ids=lambda inline: type(inline).__name__)  # fmt: skip
def test_a_row_that_holds_more_than_words_is_written_alike(inline: Inline):
    known = row(Cell(((inline,),)), id="here")

    assert as_elements(known) == as_text(known)


def test_rows_that_are_marked_are_counted_alike():
    known = [
        row(Cell((words("a"), words("b"))), id="one"),
        row(),
        row(Cell(((Strong(words("c")),),)), id="two"),
        row(id="three"),
    ]

    assert as_elements(*known) == as_text(*known)
    assert 3 == as_text(*known).count("<w:bookmarkStart")


@pytest.mark.parametrize("inline", [Text("a\x07b"), Code("\ud800"), Text("&\ufffe")])
def test_what_no_document_can_hold_is_refused(inline: Inline):
    with pytest.raises(WriteError, match="cannot stand in a Word document"):
        as_text(row(Cell(((inline,),))))


def test_a_row_that_does_not_fill_its_columns_is_refused():
    known = row()
    with pytest.raises(WriteError, match="has 2 columns in a table of 3"):
        as_text(replace(known, cells=known.cells[:2]))


def test_a_note_in_a_note_is_refused_in_a_row_too():
    with pytest.raises(WriteError, match="footnote"):
        as_text(row(Cell(((Footnote(words("n")),),))))
