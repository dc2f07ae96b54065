"""What items lack of the minimum of a standard of capture, among the next steps of each report."""

import io
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from openpyxl import load_workbook

from referral.law.model import CaptureRequirement
from referral.report.as_json import coverage_to_json
from referral.report.page import write_page
from referral.report.telling import Teller
from referral.report.workbook import write_workbook
from tests.unit.builder import item
from tests.unit.report.tellers import small_case, teller, whole

ASKED: dict[str, Any] = {
    "id": "c.address",
    "status": "known",
    "text": {"en": "the address of the page"},
    "standard": {"en": "A published standard"},
    "place": "155(a)",
    "of": "online",
    "shown_by": "address",
    "minimum": "true",
}


def told() -> Teller:
    """Two items from the network, one of them with its address, under a library that asks for it."""
    shown = [{"url": "https://example.org"}]
    items = [item(kind="digital_open_source"), item("EV-0002", kind="digital_open_source", captures=shown)]
    tell = teller(small_case(evidence=items))
    remarks = {"c.address": CaptureRequirement.model_validate(ASKED)}
    return replace(tell, law=replace(tell.law, remarks=MappingProxyType(remarks)))


def test_json_names_the_requirement_and_the_items():
    tell = told()

    expected = [{"requirement": "c.address", "place": "155(a)", "items": ["EV-0001"]}]
    assert expected == coverage_to_json(tell.view, whole(tell), tell.law)["captures"]


def test_the_workbook_has_a_row_for_each_item():
    tell = told()
    sheet = load_workbook(io.BytesIO(write_workbook(tell, whole(tell), "a stamp")))["Captures"]

    expected = (
        "EV-0001",
        "A paper",
        "A published standard",
        "155(a)",
        "the address of the page",
        "known, not verified",
    )
    assert [expected] == list(sheet.iter_rows(min_row=2, values_only=True))


def test_the_page_tells_it_below_the_next_steps():
    tell = told()
    steps = (
        write_page(tell, whole(tell), "a stamp").decode().partition('<section id="steps"')[2].partition("</section>")[0]
    )

    assert "<b>A published standard (155(a))</b>: the address of the page" in steps
    assert "EV-0001" in steps.partition("the address of the page")[2]
    assert "EV-0002" not in steps.partition("the address of the page")[2]
