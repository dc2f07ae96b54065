"""The workbook: what a spreadsheet program reads from it, and what it must not take for a formula."""

import io
import zipfile
from typing import Any

import pytest
from openpyxl import load_workbook

from referral.report.workbook import write_workbook
from referral.report.workbook.write import LONGEST
from tests.unit.builder import item, mapping
from tests.unit.report.tellers import small_case, teller, whole

SHEETS = [
    "Charges", "Elements", "Items", "Gaps", "Contradictions", "Losses", "Sets to lose", "Orphans",
    "Questions", "Next steps",
]  # fmt: skip


def written(lang: str = "en", **sections: Any) -> bytes:
    tell = teller(small_case(**sections), lang=lang)
    return write_workbook(tell, whole(tell))


def read(data: bytes) -> Any:
    return load_workbook(io.BytesIO(data))


def column(sheet: Any, head: str) -> list[Any]:
    """The cells below a head."""
    heads = [cell.value for cell in sheet[1]]
    return [row[heads.index(head)] for row in sheet.iter_rows(min_row=2)]


def test_there_is_a_sheet_for_each_kind_of_finding_with_a_fixed_head_and_a_filter():
    book = read(written())

    assert SHEETS == book.sheetnames
    assert {"A2"} == {sheet.freeze_panes for sheet in book}
    assert all(sheet.auto_filter.ref.startswith("A1:") for sheet in book)


def test_heads_are_in_the_language_of_the_report():
    assert ["Кваліфікації", "Елементи", "Зіставлення"] == read(written("uk")).sheetnames[:3]


def test_a_row_says_what_supports_an_element_and_where_it_stands():
    sheet = read(written())["Items"]

    assert ["M-001", "M-002"] == [cell.value for cell in column(sheet, "Mapping")]
    assert "EV-0001, p. 1" == column(sheet, "Where it stands")[0].value


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "#REF!", "https://example.org/x"]


@pytest.mark.parametrize("words", FORMULAS)
def test_what_looks_like_a_formula_is_text(words: str):
    sheet = read(written(mappings=[mapping(rationale="x"), mapping("M-002", rationale=words)]))["Items"]
    cell = column(sheet, "Reason")[1]

    assert (words.strip(), "s", None) == (str(cell.value).strip(), cell.data_type, cell.hyperlink)
    assert cell.quotePrefix is (cell.value[0] in "=+-@\t\r")


def test_no_part_of_the_file_holds_a_formula_or_leads_outside():
    archive = zipfile.ZipFile(io.BytesIO(written(mappings=[mapping(rationale=words) for words in FORMULAS])))
    parts = {name: archive.read(name).decode() for name in archive.namelist()}
    sheets = [text for name, text in parts.items() if name.startswith("xl/worksheets/")]

    assert 10 == len(sheets)
    assert not [text for text in sheets if "<f>" in text or "<hyperlink" in text]
    assert not [text for text in parts.values() if 'TargetMode="External"' in text]


def test_a_number_that_excel_would_take_for_a_character_stays_as_written():
    sheet = read(written(evidence=[item(title="_x0041_"), item("EV-0002")]))["Losses"]

    assert "_x005F_x0041_" == column(sheet, "Title")[0].value


def test_what_is_too_long_for_a_cell_is_cut_and_says_so():
    reason = column(read(written(mappings=[mapping(rationale="x" * 40_000)]))["Items"], "Reason")[0].value

    assert LONGEST == len(reason)
    assert reason.endswith("[cut: too long for a cell]")


def test_the_same_case_gives_the_same_bytes_with_the_dates_of_the_case():
    first, second = written(), written()
    archive = zipfile.ZipFile(io.BytesIO(first))

    assert first == second
    assert {(1980, 1, 1, 0, 0, 0)} == {entry.date_time for entry in archive.infolist()}
    assert "2024-01-31T00:00:00Z</dcterms:modified>" in archive.read("docProps/core.xml").decode()
