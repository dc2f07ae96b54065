"""The figures of the Typst annex follow from what was measured."""

import pytest

from benchmarks.frame import Cost
from benchmarks.pdf_typst import AGAIN, BROWSER, BY_HAND, OURS, PLAIN, figures, section


def cost(cpu: float, memory: int) -> Cost:
    return Cost(cpu, cpu, memory, 0)


@pytest.mark.parametrize(("ours", "met"), [(10.0, [True] * 5), (14.0, [False, True, False, False, True])])
def test_a_figure_is_met_up_to_its_bound(ours, met):
    others = {PLAIN: cost(100, 1000), BROWSER: cost(40, 9), BY_HAND: cost(10, 9), AGAIN: cost(0.8, 9)}
    costs = {10_000: {OURS: cost(ours, 30 * int(ours)), **others}}
    assert met == [figure.met for figure in figures(costs)]
    assert f"| {OURS} | 10,000 | {ours:.2f} | {ours:.2f} |" in section(costs)


def test_a_second_build_is_set_against_the_first():
    known = {OURS: cost(10, 9), AGAIN: cost(0.9, 9), PLAIN: cost(100, 1000), BROWSER: cost(40, 9), BY_HAND: cost(10, 9)}
    assert "0.09 ×" == figures({10_000: known})[-1].measured
