"""The table of stages and its figure follow from what was measured; every stage of a case is measured."""

import pytest

from benchmarks import stages
from benchmarks.stages import DOCUMENTS, figures, growth, measured, section

COSTS = {
    10: {"load": 1.0, "composed": 0.1, "pdf by WeasyPrint": 40.0},
    30: {"load": 1.0, "composed": 0.01},
    100: {"load": 3.3, "composed": 0.1},
    300: {"load": 10.0, "composed": 0.4},
}


def test_growth_is_that_of_stages_that_take_their_time_at_the_largest_size():
    assert ["load"] == list(growth(COSTS))
    assert pytest.approx(1.0, abs=0.01) == growth(COSTS)["load"]


@pytest.mark.parametrize(("last", "met"), [(10.0, True), (90.0, False)])
def test_the_worst_stage_is_held_against_n_log_n(last: float, met: bool):
    (figure,) = figures({**COSTS, 300: {"load": last, "composed": 5.0}, 30: {"load": 1.0, "composed": 0.5}})

    assert met == figure.met
    assert figure.measured.endswith("at most (load)")


def test_nothing_is_said_of_growth_of_one_size():
    assert [] == figures({1: {"load": 1.0}})
    assert "| load | 1.00 |  |" in section({1: {"load": 1.0}})


def test_what_was_not_measured_is_left_empty():
    assert "| pdf by WeasyPrint | 40.00 |  |  |  |  |" in section(COSTS)


@pytest.mark.slow
def test_every_stage_is_measured(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(stages, "BY_WEASYPRINT", 0)
    costs = measured(1)

    assert {"load and check", "coverage", "bundle", "verify"} < costs.keys()
    works = ("composed", "docx", "html", "text", "sources", "pdf by Typst", "searched")
    assert {f"{request.id}: {work}" for request in DOCUMENTS for work in works} < costs.keys()
