"""Coverage at a step of proceedings; the standards are those of the shipped library."""

import pytest

from referral.coverage import assess
from referral.coverage.standard import at_standard, holes
from tests.unit.builder import case, charge, law, shipped_law

SHIPPED = shipped_law().standards


def asked(step: str) -> dict[str, list[str]]:
    covered = assess(case(charges=[charge(), charge("CH-02", provision="xs.1")]), law())
    found = at_standard(covered.charges, SHIPPED[step], law())
    return {c.charge.id: [e.element.id for e in c.elements] for c in found}


@pytest.mark.parametrize("step", ["std.notice-of-suspicion", "std.indictment"])
def test_a_national_step_asks_about_national_charges_whole(step: str):
    assert {"CH-01": ["ex.1/1", "ex.1/2", "ex.1/3"]} == asked(step)


@pytest.mark.parametrize("step", ["std.article-15", "std.article-58", "std.article-61", "std.article-66"])
def test_a_step_before_the_court_asks_about_its_charges(step: str):
    assert {"CH-02": ["xs.1/1", "xs.1/2"]} == asked(step)


def test_opening_an_investigation_does_not_ask_about_the_mind_of_an_accused():
    assert "mental" not in SHIPPED["std.article-15"].asks
    assert "mental" in SHIPPED["std.article-58"].asks


def test_gaps_are_named():
    covered = assess(case(charges=[charge(provision="xs.1")]), law())

    assert [("xs.1/1", "xs.1/2")] == [holes(c) for c in at_standard(covered.charges, SHIPPED["std.article-58"], law())]
