"""The figures of the annex as PDF follow from what was measured."""

import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from benchmarks.frame import Cost
from benchmarks.pdf import (
    BROWSER,
    BY_HAND,
    LIMIT,
    PLAIN,
    TYPST,
    TYPST_AGAIN,
    WEASYPRINT,
    WEASYPRINT_AGAIN,
    WORKS,
    figures,
    section,
)
from benchmarks.pdf_peers import by_reportlab

AT_THE_BOUND = {WEASYPRINT: 55, WEASYPRINT_AGAIN: 4.4, TYPST: 12, TYPST_AGAIN: 0.96, PLAIN: 100, BROWSER: 24}
OTHERS = {BY_HAND: 12 / 1.3, LIMIT: 1}


def cost(seconds: float, memory: int) -> Cost:
    return Cost(seconds, seconds, memory, 0)


def costs(seconds: dict[str, float], memory: int) -> dict[str, Cost]:
    return {name: cost(seconds[name], 1000 if name == PLAIN else memory) for name in WORKS}


@pytest.mark.parametrize(("more", "memory", "met"), [(1.0, 300, True), (1.01, 301, False)])
def test_a_figure_is_met_up_to_its_bound(more: float, memory: int, met: bool):
    seconds = AT_THE_BOUND | OTHERS
    seconds |= {name: seconds[name] * more for name in (WEASYPRINT, TYPST)}
    seconds |= {name: seconds[name] * more * more for name in (WEASYPRINT_AGAIN, TYPST_AGAIN)}

    assert [met] * 8 == [figure.met for figure in figures({10_000: costs(seconds, memory)})]


def test_growth_is_told_of_each_engine_from_a_thousand_rows_on():
    large, small = AT_THE_BOUND | OTHERS, dict.fromkeys(WORKS, 10.0)
    found = {1_000: costs(small, 1), 10_000: costs(large | {WEASYPRINT: 100.0, TYPST: 1000.0}, 1)}

    assert [("1.00", True), ("2.00", False)] == [(one.measured, one.met) for one in figures(found)[-2:]]


def test_the_table_has_every_work_at_every_size():
    found = {10: costs(AT_THE_BOUND | OTHERS, 5_000_000)}

    lines = section(found).splitlines()[2:]

    assert [[name, "10"] for name in WORKS] == [line.strip("| ").split(" | ")[:2] for line in lines]
    assert f"| {TYPST} | 10 | 12.00 | 12.00 | 0.12 | 5 |" in section(found)


def test_the_limit_draws_every_row_and_the_head_of_every_page():
    pytest.importorskip("reportlab", reason="the extra [bench] is not installed")
    data = by_reportlab(60)()
    assert isinstance(data, bytes)
    pages = [page.extract_text() for page in PdfReader(BytesIO(data)).pages]

    assert [f"EV-{n:06}" for n in range(1, 61)] == re.findall(r"EV-\d+", "".join(pages))
    assert len(pages) > 1
    assert all("SHA-256" in page for page in pages)
