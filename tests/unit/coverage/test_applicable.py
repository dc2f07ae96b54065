"""Where the rules on the law of the day draw their lines; their places are shown in `tests/broken/case`.

The Example Treaty binds State A since 2010, and State B since 2012 or 2013 by two acts of which neither is certain.
"""

from typing import Any

import pytest

from referral.coverage.applicable import check_applicable
from tests.unit.builder import charge, header, item, law, loaded, shipped_law, source


def severities(rule: str, **fields: Any) -> list[bool]:
    """Whether each finding of a rule is an error."""
    case = loaded(sources=[source()], evidence=[item()], charges=[charge(**fields)])
    return [finding.is_error for finding in check_applicable(case, law()) if finding.rule == rule]


@pytest.mark.parametrize(
    ("period", "errors"), [("2010", []), ("2014/2015", [False]), ("2000", [True]), ("2015/2016", [True])]
)
def test_a_period_wholly_outside_is_an_error_and_one_partly_outside_a_warning(period: str, errors: list[bool]):
    assert errors == severities("not-in-force", provision="ex.4", period=period)


def test_the_mode_of_liability_must_be_in_force_too():
    assert [True] == severities("not-in-force", mode="ex.4", period="2016")


@pytest.mark.parametrize(("period", "errors"), [("2011", []), ("2009/2010", [False]), ("2008", [True])])
def test_a_charged_treaty_must_have_bound_some_state(period: str, errors: list[bool]):
    assert errors == severities("not-binding", provision="xt.3", period=period)


@pytest.mark.parametrize(("period", "errors"), [("2014", []), ("2011", [True]), ("2009", [True, True])])
def test_a_rule_breached_must_bind_every_state_that_the_blanket_provision_names(period: str, errors: list[bool]):
    assert errors == severities("not-binding", provision="ex.5", breaches=["xt.1"], period=period)


def test_acts_of_consent_of_which_none_is_certain_are_a_warning():
    assert [False] == severities("consent-uncertain", provision="ex.5", breaches=["xt.1"], period="2014")


def test_a_blanket_provision_wants_a_rule_and_offers_candidates_with_reasons():
    case = loaded(sources=[source()], evidence=[item()], charges=[charge(provision="ex.5")])
    hints = [f.hint for f in check_applicable(case, law()) if f.rule == "no-rule-breached"]

    assert ["candidates: xt.1 (only for taking away); xt.2.1"] == hints
    assert [] == severities("no-rule-breached", provision="ex.5", breaches=["xt.1"])
    assert [] == severities("no-rule-breached", provision="ex.1")


@pytest.mark.parametrize("lang", ["uk", "en"])
def test_candidates_give_their_reasons_in_the_language_of_the_case(lang: str):
    shipped = shipped_law()
    (first, *_) = shipped.provision("ua.cc.438.1.f").breaches
    case = loaded(case=header(language=lang), charges=[charge(provision="ua.cc.438.1.f")])
    (hint,) = [f.hint for f in check_applicable(case, shipped) if f.rule == "no-rule-breached"]

    assert f"candidates: {first.provision} ({first.when[lang]});" in (hint or "")


def test_of_a_rule_with_parts_the_part_is_named():
    assert [False] == severities("rule-without-part", provision="ex.5", breaches=["xt.2"])
    assert [] == severities("rule-without-part", provision="ex.5", breaches=["xt.2.1"])


def test_without_a_period_the_days_of_the_incidents_count():
    incident = {"id": "INC-01", "title": "A raid", "type": "raid_detention", "date": "2016-03"}
    charged = charge(provision="ex.4", period=None, incidents=["INC-01"])
    case = loaded(sources=[source()], evidence=[item()], incidents=[incident], charges=[charged])

    assert [True] == [f.is_error for f in check_applicable(case, law()) if f.rule == "not-in-force"]


def test_custom_has_no_act_of_consent():
    assert [True] == severities("not-binding", provision="ex.5", breaches=["ex.6"], period="2014")
