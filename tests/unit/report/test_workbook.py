"""The workbook: what a spreadsheet program reads from it, and what it must not take for a formula."""

import io
import zipfile
from typing import Any

import pytest
from openpyxl import load_workbook

from referral.app.coverage import Asked, report, shown_of
from referral.report.workbook import write_workbook
from referral.report.workbook.write import LONGEST
from tests.browser.pages import demonstration
from tests.unit.builder import charge, fact, item, mapping, person, source
from tests.unit.report.tellers import answer, gap, small_case, teller, two_charges_of_one_raid, whole

SHEETS = [
    "About",
    "Charges",
    "Elements",
    "Items",
    "Limbs",
    "Gaps",
    "Contradictions",
    "Crosswalk",
    "Timeline",
    "Orphans",
]
ANALYSIS = ["Losses", "Sets to lose", "Questions", "Hearings", "Next steps", "Captures", "Chains"]


def written(lang: str = "en", **sections: Any) -> bytes:
    tell = teller(small_case(**sections), lang=lang)
    return write_workbook(tell, whole(tell), "a stamp")


def without(item: str) -> Any:
    """The workbook of the demonstration without an item."""
    project, asked = demonstration("donbas-2022"), Asked(without=(item,), lang="en")
    return read(report(project, asked, shown_of(project, asked), "xlsx"))


def read(data: bytes) -> Any:
    return load_workbook(io.BytesIO(data))


def column(sheet: Any, head: str) -> list[Any]:
    """The cells below a head."""
    heads = [cell.value for cell in sheet[1]]
    return [row[heads.index(head)] for row in sheet.iter_rows(min_row=2)]


def test_there_is_a_sheet_for_each_kind_of_finding_with_a_fixed_head_and_a_filter():
    book = read(written())

    assert [*SHEETS, *ANALYSIS] == book.sheetnames
    assert {"A2"} == {sheet.freeze_panes for sheet in book}
    assert all(sheet.auto_filter.ref.startswith("A1:") for sheet in book)


def test_heads_are_in_the_language_of_the_report():
    assert ["Про файл", "Кваліфікації", "Елементи"] == read(written("uk")).sheetnames[:3]


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

    assert len(SHEETS + ANALYSIS) == len(sheets)
    assert not [text for text in sheets if "<f>" in text or "<hyperlink" in text]
    assert not [text for text in parts.values() if 'TargetMode="External"' in text]


def test_a_number_that_excel_would_take_for_a_character_stays_as_written():
    sheet = read(written(evidence=[item(title="_x0041_"), item("EV-0002")]))["Losses"]

    assert "_x005F_x0041_" == column(sheet, "Title")[0].value


def test_what_is_too_long_for_a_cell_is_cut_and_says_so():
    reason = column(read(written(mappings=[mapping(rationale="x" * 40_000)]))["Items"], "Reason")[0].value

    assert LONGEST == len(reason)
    assert reason.endswith("[cut: too long for a cell]")


def test_a_character_that_excel_counts_twice_is_counted_twice_and_never_halved():
    reason = column(read(written(mappings=[mapping(rationale="x" + "\U0001f4c4" * 17_000)]))["Items"], "Reason")[
        0
    ].value

    assert LONGEST - 1 <= len(reason.encode("utf-16-le")) // 2 <= LONGEST
    assert reason.endswith("[cut: too long for a cell]")


def test_the_first_sheet_says_what_the_file_is():
    told = dict(read(written()).worksheets[0].iter_rows(min_row=2, values_only=True))

    assert ("DRAFT", "x", "A case", "a stamp") == tuple(told[name] for name in ("Status", "Case", "Title", "Program"))
    assert "Excluded" not in told


def test_without_an_item_there_is_a_sheet_of_what_changes_and_the_first_one_names_it():
    book = without("EV-0010")
    told = dict(book["About"].iter_rows(min_row=2, values_only=True))

    assert "EV-0010" == told["Excluded"]
    assert "demonstration case: people and episodes are invented" == told["Invented"]
    assert column(book["Changes"], "After")
    assert "EV-0010" not in [cell.value for cell in column(book["Losses"], "Item")]


@pytest.mark.parametrize("profile", ["prosecution", "public"])
def test_analysis_is_for_those_who_draw_up_the_case(profile: str):
    tell = teller(small_case(), profile)

    assert SHEETS == read(write_workbook(tell, whole(tell), "")).sheetnames


def test_persons_who_must_not_be_heard_are_named_with_the_reason():
    sheet = read(written(persons=[person("PER-001", "witness", minor=True)]))["Hearings"]

    assert ["nobody", "PER-001"] == [cell.value for cell in column(sheet, "Persons")]
    assert "Children need trained hands." == column(sheet, "Why not")[1].value


def rows(sheet: Any) -> list[tuple[Any, ...]]:
    return list(sheet.iter_rows(min_row=2, values_only=True))


def test_each_item_has_a_row_for_each_origin_of_its_words_and_a_circle_is_marked():
    circle = [source("SRC-02", repeats=["SRC-03"]), source("SRC-03", repeats=["SRC-02"])]
    papers = [item(), item("EV-0002", source="SRC-02")]
    sheet = read(written(sources=[source(name="An office"), *circle], evidence=papers))["Chains"]

    assert [("EV-0001", None), ("EV-0002", "yes"), (None, "yes")] == [(row[0], row[3]) for row in rows(sheet)]
    assert "EV-0001 → source: An office (SRC-01) → origin: group 1" == rows(sheet)[0][2]
    assert "in a circle" in rows(sheet)[1][2]


def test_support_that_another_charge_has_is_listed_with_what_lets_it_be_read():
    told = rows(read(written(**two_charges_of_one_raid()))["Crosswalk"])
    subset = next(row for row in told if row[2] == "xs.1/1")

    assert ("CH-02", "xs.1/1", "CH-01", "ex.1/1", "contained in this element", "yes") == tuple(
        subset[n] for n in (0, 2, 3, 5, 7, 9)
    )
    assert subset[8]


def test_without_another_charge_there_is_nothing_to_read():
    assert [] == rows(read(written())["Crosswalk"])


def test_incidents_and_facts_stand_in_the_order_of_time_and_what_has_no_date_at_the_end():
    facts = [fact(), fact("F-002", date="2022-03-05"), fact("F-003", date="2022")]
    sheet = read(written(facts=facts, **two_charges_of_one_raid()))["Timeline"]

    assert [("fact", "F-003"), ("incident", "INC-01"), ("fact", "F-002"), ("fact", "F-001")] == [
        row[1:3] for row in rows(sheet)
    ]
    assert ["2022", "1\xa0March 2022", "5\xa0March 2022", "no date"] == [row[0] for row in rows(sheet)]


def test_behind_a_question_stand_its_provisions_and_the_facts_of_the_answer():
    sheet = read(written(facts=[fact()], answers=[answer(facts=["F-001"])]))["Questions"]
    told = dict(zip((c.value for c in column(sheet, "Question")), rows(sheet), strict=True))
    heads = [cell.value for cell in sheet[1]]

    assert told["Is the scale shown?"][heads.index("Provisions behind it")]
    assert "F-001: It was so." == told["Is the scale shown?"][heads.index("Facts")]
    assert told["Was every place occupied on the day?"][heads.index("Facts")] is None


@pytest.mark.parametrize("words", ["=1+1", "@SUM(A1)", "-1"])
def test_words_of_the_new_sheets_are_text_too(words: str):
    facts = [fact(text=words, date="2022")]
    cell = column(read(written(facts=facts))["Timeline"], "What it says")[0]

    assert (words, "s", True) == (cell.value, cell.data_type, cell.quotePrefix)


def test_what_is_invented_bears_its_mark():
    hidden: dict[str, Any] = {"invented": True}
    book = read(
        written(
            charges=[charge(**hidden)],
            mappings=[mapping("M-001", "ex.1/2", bearing="contradicts", answer="An answer.", **hidden)],
            justified_gaps=[gap(**hidden)],
        )
    )

    assert "Unknown men [invented]" == column(book["Charges"], "Accused")[0].value
    assert "An answer. [invented]" == column(book["Contradictions"], "Answer")[0].value
    assert "Nobody was there. [invented]" in [cell.value for cell in column(book["Gaps"], "Gap justified")]


def test_the_same_case_gives_the_same_bytes_with_the_dates_of_the_case():
    first, second = written(), written()
    archive = zipfile.ZipFile(io.BytesIO(first))

    assert first == second
    assert {(1980, 1, 1, 0, 0, 0)} == {entry.date_time for entry in archive.infolist()}
    assert "2024-01-31T00:00:00Z</dcterms:modified>" in archive.read("docProps/core.xml").decode()
