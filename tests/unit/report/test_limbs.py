"""The alternatives within an element in every report: what bears on each, what on none, and what nobody named."""

import io
from typing import Any

import pytest
from openpyxl import load_workbook

from referral.case.model import Case
from referral.report.analysis import Analysis
from referral.report.as_json import coverage_to_json
from referral.report.as_text import coverage_to_text
from referral.report.entries import mapping_rows
from referral.report.page.data import page_data
from referral.report.page.write import write_page
from referral.report.workbook import write_workbook
from tests.unit.builder import case, charge, item, law, mapping, source
from tests.unit.report.tellers import small_case, teller, whole


def weighed(code: str, *limbs: str, **fields: Any) -> dict[str, Any]:
    return mapping(code, "ex.4/1", limbs=list(limbs), **fields)


def threatened() -> Case:
    """Of «by force or by threat» one mapping shows the threat, one contradicts it, and one does not say which."""
    against = weighed("M-002", "threat", bearing="contradicts", strength="weak")
    return case(
        sources=[source(name="An office")],
        evidence=[item()],
        charges=[charge(provision="ex.4", period="2010")],
        mappings=[weighed("M-001", "threat"), against, weighed("M-003", bearing="qualifies")],
    )


def test_json_has_every_limb_and_under_null_what_names_none():
    tell = teller(threatened())
    (element,) = coverage_to_json(tell.view, whole(tell), law())["charges"][0]["elements"]

    assert [
        {"choice": "means", "limb": "force", "supports": [], "contradicts": [], "qualifies": []},
        {"choice": "means", "limb": "threat", "supports": ["M-001"], "contradicts": ["M-002"], "qualifies": []},
        {"choice": None, "limb": None, "supports": [], "contradicts": [], "qualifies": ["M-003"]},
    ] == element["limbs"]


def test_json_has_no_limbs_where_an_element_has_no_alternatives():
    tell = teller(small_case())
    elements = coverage_to_json(tell.view, whole(tell), law())["charges"][0]["elements"]

    assert [[]] * 3 == [element["limbs"] for element in elements]


def test_the_table_has_a_line_for_each_choice_below_the_element():
    tell = teller(threatened())
    lines = [line.strip() for line in coverage_to_text(tell.view, whole(tell), law())]
    first = lines.index("one of: force none; threat +M-001 -M-002")

    assert "not said which: ~M-003" == lines[first + 1]
    assert lines[first - 1].startswith("ex.4/1")


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        (
            "en",
            [
                "Alternatives (one suffices): force – none named; threat – M-001, M-002 (contradicts)",
                "Not said which alternative: M-003 (qualifies)",
            ],
        ),
        (
            "uk",
            [
                "Альтернативи (достатньо однієї): force – не зазначено; threat – M-001, M-002 (суперечить)",
                "Не сказано, якої альтернативи стосується: M-003 (уточнює)",
            ],
        ),
    ],
)
def test_the_page_tells_them_in_words(lang: str, lines: list[str]):
    tell = teller(threatened(), lang=lang)
    data = page_data(tell, whole(tell), Analysis(tell.view, law()))

    assert lines == data["charges"][0]["elements"][0]["limbs"]


def test_the_page_prints_them_at_the_element_without_its_script():
    tell = teller(threatened())

    assert (
        '<p class="small">Not said which alternative: M-003 (qualifies)</p>'
        in write_page(tell, whole(tell), "").decode()
    )


def test_the_workbook_has_a_row_for_each_limb():
    tell = teller(threatened())
    sheet = load_workbook(io.BytesIO(write_workbook(tell, whole(tell), "")))["Limbs"]
    rows = [tuple(cell or "" for cell in row[3:]) for row in sheet.iter_rows(min_row=2, values_only=True)]

    assert [
        (1, "force", "", "", ""),
        (1, "threat", "M-001", "M-002", ""),
        ("", "Not said which alternative", "", "", "M-003"),
    ] == rows


def test_an_item_says_on_which_alternative_it_bears():
    tell = teller(threatened())
    told = [dict(mapping_rows(tell, m)).get("limbs") for m in tell.view.case.mappings]

    assert ["threat", "threat", None] == told
