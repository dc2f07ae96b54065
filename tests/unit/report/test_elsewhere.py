"""What was weighed under another charge says so in every report; so do forms of an offence of which one suffices."""

import io
from typing import Any

import pytest
from openpyxl import load_workbook

from referral.report.as_json import coverage_to_json
from referral.report.as_text import coverage_to_text
from referral.report.page import write_page
from referral.report.telling import Teller
from referral.report.workbook import write_workbook
from tests.unit import builder
from tests.unit.builder import charge, mapping
from tests.unit.report.tellers import small_case, teller, whole

RAID: dict[str, Any] = {"incidents": ["INC-01"], "person": "PER-001"}


def tell(profile: str = "internal", lang: str = "en") -> Teller:
    """The context of CH-01 is read by CH-02, which is one of two forms of ex.7; the other is an order."""
    charges = [charge(**RAID), charge("CH-02", provision="ex.7.a", **RAID), charge("CH-03", provision="ex.7.c", **RAID)]
    read = mapping(element="ex.1/3", read_by=[{"charge": "CH-02", "element": "ex.7.a/2"}])
    return teller(
        small_case(
            persons=[builder.person()],
            incidents=[{"id": "INC-01", "title": "A raid", "type": "raid_detention"}],
            charges=charges,
            mappings=[read, mapping("M-002", "ex.7.c/1", charge="CH-03")],
        ),
        profile,
        lang,
    )


def as_json(profile: str = "internal") -> dict[str, Any]:
    told = tell(profile)
    return coverage_to_json(told.view, whole(told), builder.law())


def as_text(profile: str = "internal") -> list[str]:
    told = tell(profile)
    return list(coverage_to_text(told.view, whole(told), builder.law()))


def test_json_names_charge_element_and_relation():
    first, second, _ = as_json()["charges"]

    assert first["elements"][2]["supports"][0]["read_from"] is None
    assert {
        "charge": "CH-01",
        "element": "ex.1/3",
        "relation": "subset",
        "relation_id": "cross.4",
        "to_confirm": True,
    } == second["elements"][1]["supports"][0]["read_from"]


def test_the_terminal_has_a_line_below_the_element():
    line = "M-001+CH-02 assessed under CH-01, element ex.1/3 (subset by cross.4, to be confirmed)"

    assert [line] == [one.strip() for one in as_text() if "assessed under" in one]


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "assessed under CH-01, element 3 – contained in this element [cross.4]:"),
        ("uk", "оцінено за CH-01, елемент 3 – охоплюється цим елементом [cross.4]:"),
    ],
)
def test_page_and_workbook_say_it_in_the_language_of_the_report(lang: str, words: str):
    told = tell(lang=lang)
    book = load_workbook(io.BytesIO(write_workbook(told, whole(told), "")))
    items = [row for sheet in book for row in sheet.iter_rows(values_only=True) if row[2:3] == ("M-001+CH-02",)]

    assert words in write_page(told, whole(told), "").decode()
    assert [words] == [str(row[-1])[: len(words)] for row in items if str(row[-1]).startswith(words[:5])]


def test_the_forms_of_one_act_are_told_with_the_one_that_has_no_gap():
    form = {"contested": False, "alone": False}

    assert [
        {
            "provision": "ex.7",
            "accused": {"kind": "person", "id": "PER-001"},
            "charges": [
                {"charge": "CH-02", "provision": "ex.7.a", "gaps": 1, **form},
                {"charge": "CH-03", "provision": "ex.7.c", "gaps": 0, **form},
            ],
            "without_gap": ["CH-03"],
        }
    ] == as_json()["forms"]
    assert "  without a recorded gap: CH-03" in as_text()


@pytest.mark.parametrize(
    ("lang", "words"), [("en", "Without a recorded gap: CH-03."), ("uk", "Без записаної прогалини: CH-03.")]
)
def test_the_page_tells_the_forms(lang: str, words: str):
    told = tell(lang=lang)

    assert words in write_page(told, whole(told), "").decode()


def test_whoever_does_not_see_all_charges_is_told_of_no_forms():
    told = tell("public")

    assert "forms" not in as_json("public")
    assert [] == [line for line in as_text("public") if line.startswith("forms of")]
    assert "Without a recorded gap" not in write_page(told, whole(told), "").decode().partition("<script")[0]
