"""Tables: columns that nothing widens, headers that repeat, long ones cut, signatures kept together."""

from collections.abc import Iterator

import pytest

from referral.document.inlines import Strong
from referral.document.layout import Layout
from referral.document.nodes import Document, Orientation, Section, SignatureBlock
from referral.document.tables import Align, Cell, Row, Rows, Table
from referral.errors import WriteError
from referral.writers.docx import write_docx
from tests.unit.writers.docx.builder import PROPERTIES, Written, row, rows, table, words, write


def test_the_widths_are_shared_out_without_loss():
    written = write(table(row("1", "x"), widths=(1, 2)))
    assert ["3212", "6426"] == written.values("//w:gridCol/@w:w")
    assert ["fixed"] == written.values("//w:tblLayout/@w:type")
    assert ["9638"] == written.values("//w:tblPr/w:tblW/@w:w")
    assert ["3212", "6426"] == written.values("//w:tr[2]//w:tcW/@w:w")


def test_a_table_on_a_landscape_page_is_as_wide_as_that_page():
    written = write(Section(Orientation.LANDSCAPE, (table(row("1", "x")),)))
    assert ["14570"] == written.values("//w:tblW/@w:w")


def test_header_rows_repeat_and_none_but_they_are_held_whole():
    """Of a table whose data rows are held whole LibreOffice may drop rows at the end of a page."""
    written = write(table(row("1", "x"), row("2", "y"), header=(row("a", "b"), row("c", "d"))))
    marks = [[e.tag.rpartition("}")[2] for e in tr.findall("{*}trPr/*")] for tr in written.find("//w:tr")]
    assert [["cantSplit", "tblHeader"]] * 2 + [[]] * 2 == marks
    assert ["TableHeader"] * 4 + ["TableText"] * 4 == written.values("//w:tr//w:pStyle/@w:val")


@pytest.mark.parametrize("texts", [["a"], ["a", "b", "c", "d"], ["a " * 1000, "b"]], ids=["one", "short", "high"])
def test_only_the_header_is_kept_with_the_row_after_it(texts: list[str]):
    """Of a table whose data rows are kept with one another LibreOffice may drop rows at the end of a page."""
    known = [Row((Cell((words(text),), is_header=True), Cell((words(text),)))) for text in texts]
    written = write(table(*known, header=(row("what", "what"),)))
    assert ["what", "what"] == written.values("//w:p[w:pPr/w:keepNext]//w:t/text()")


@pytest.mark.parametrize(("length", "parted"), [(10, []), (10_000, ["0", "0"])])
def test_the_lines_of_a_cell_are_kept_together_unless_the_row_is_as_high_as_a_page(length: int, parted: list[str]):
    written = write(table(row("a " * length, "b")))
    assert 1 == len(written.find("//w:style[@w:styleId='TableText']//w:keepLines", "word/styles.xml"))
    assert parted == written.values("//w:tc//w:keepLines/@w:val")


def test_cells_keep_their_lines_alignment_and_span():
    wide = Cell((words("one"), words("two")), columns=2, align=Align.CENTER)
    written = write(Table((1, 1, 2), (), rows([Row((wide, Cell((words("x"),), is_header=True)))])))
    assert ["2"] == written.values("//w:gridSpan/@w:val")
    assert ["center", "center"] == written.values("//w:tc//w:jc/@w:val")
    assert [("TableText", "one"), ("TableText", "two"), ("TableHeader", "x")] == written.paragraphs()[:3]
    assert ["4819", "4819"] == written.values("//w:tcW/@w:w")


def test_an_empty_cell_still_ends_with_a_paragraph():
    written = write(Table((1, 1), (), rows([Row((Cell(()), Cell(((),))))])))
    assert [1, 1] == [len(cell.findall("{*}p")) for cell in written.find("//w:tc")]


@pytest.mark.parametrize(("count", "expected"), [(1, [2]), (300, [301]), (301, [301, 2]), (700, [301, 301, 101])])
def test_a_long_table_becomes_several_with_their_header(count: int, expected: list[int]):
    written = write(table(*(row(str(n), "x") for n in range(count))))
    assert expected == [len(t.findall("{*}tr")) for t in written.find("//w:tbl")]
    assert [str(n) for n in range(count)] == written.values("//w:tr[not(.//w:tblHeader)]/w:tc[1]//w:t/text()")


def test_tables_never_touch():
    written = write(*(table(*(row(str(n), "x") for n in range(301))) for _ in range(2)))
    assert ["tbl", "p"] * 4 + ["sectPr"] == [e.tag.rpartition("}")[2] for e in written.find("//w:body/*")]


def test_a_table_without_rows_shows_its_header():
    written = Written(write_docx(Document(PROPERTIES, Layout(), (table(),))))
    assert [("TableHeader", "No."), ("TableHeader", "What")] == written.paragraphs()[:2]


def test_a_table_without_anything_leaves_no_trace():
    written = Written(write_docx(Document(PROPERTIES, Layout(), (table(header=()),))))
    assert [] == written.paragraphs()


def test_a_row_that_does_not_fill_its_table_stops_the_writing():
    with pytest.raises(WriteError, match="a row has 1 columns in a table of 2: “alone”"):
        write(table(row("alone")))


@pytest.mark.parametrize("widths", [(), (1, 0), (1, -1)])
def test_widths_that_are_no_widths_stop_the_writing(widths: tuple[int, ...]):
    with pytest.raises(WriteError, match="are not all above zero"):
        write_docx(Document(PROPERTIES, Layout(), (table(row("1", "x"), widths=widths),)))


def test_rows_are_read_one_by_one_and_never_held():
    alive = 0
    most = 0

    class Counted(Cell):
        def __del__(self) -> None:
            nonlocal alive
            alive -= 1

    def stream() -> Iterator[Row]:
        nonlocal alive, most
        for n in range(1000):
            alive += 1
            most = max(most, alive)
            yield Row((Counted((words(str(n)),)),))

    write_docx(Document(PROPERTIES, Layout(), (Table((1,), (), Rows(stream)),)))
    assert most <= 5  # one is written, two are looked at ahead


def test_a_signature_block_is_kept_together():
    block = SignatureBlock(words("Post"), words("N. ", Strong(words("NAME"))), words("AGREED"), words("date"))
    written = write(block)
    cells = [("SignatureText", text) for text in ("AGREED", "Post", "", "", "", "N. NAME", "date")]
    assert cells == written.paragraphs()[1:-1]
    assert len(written.find("//w:tbl//w:keepNext")) == 6
    assert len(written.find("//w:p[following-sibling::w:tbl]//w:keepNext")) == 1
    assert [] == written.values("//w:tbl//w:p[w:r/w:t='date']//w:keepNext")
    assert ["SignatureTable"] == written.values("//w:tblStyle/@w:val")


def test_a_signature_without_stamp_and_date_is_one_row():
    written = write(SignatureBlock(words("Post"), words("NAME")))
    assert len(written.find("//w:tr")) == 1
    assert [] == written.find("//w:tbl//w:keepNext")
    assert len(written.find("//w:tcBorders/w:bottom[@w:val='single']")) == 1
