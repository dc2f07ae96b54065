"""What kind of provision may be charged, be a mode, be breached, or be considered beside a charge."""

from typing import Any

import pytest

from referral.coverage.kind_check import check_kinds
from tests.unit.builder import charge, header, law, loaded


def found(*charges: dict[str, Any], **sections: Any) -> list[str]:
    return [finding.rule for finding in check_kinds(loaded(charges=list(charges), **sections), law())]


@pytest.mark.parametrize(
    ("rules", "fields"),
    [
        ([], {"provision": "ex.1"}),
        ([], {"provision": "xt.3"}),
        (["not-an-offence"], {"provision": "xt.1"}),
        (["not-an-offence"], {"provision": "ex.6"}),
        ([], {"provision": "ex.9"}),
        ([], {"mode": "ex.6"}),
        ([], {"mode": "ex.9"}),
        ([], {"provision": "xs.1", "mode": "xs.2"}),
        (["not-a-mode"], {"mode": "ex.4"}),
        (["not-a-mode"], {"mode": "xt.1"}),
        (["not-a-mode"], {"mode": "xs.2"}),
        (["not-a-mode"], {"provision": "xs.1", "mode": "ex.6"}),
        (["not-a-mode"], {"with_group": "ex.1"}),
        ([], {"provision": "ex.5", "breaches": ["xt.1", "xt.2.1", "xt.9"]}),
        (["not-a-rule"], {"provision": "ex.5", "breaches": ["xt.3"]}),
        (["not-a-rule", "not-a-rule"], {"breaches": ["ex.1", "xs.2"]}),
    ],
)
def test_each_place_of_a_charge_has_its_kind_of_provision(rules: list[str], fields: dict[str, Any]):
    assert rules == found(charge(**fields))


def test_what_is_charged_was_not_merely_considered():
    entry = {"id": "CON-01", "provision": "ex.1", "reason": "No.", "invented": "true"}
    demonstration = header(demonstration="true")

    assert ["considered-and-charged"] == found(charge(invented="true"), considered=[entry], case=demonstration)
    assert [] == found(charge(), considered=[entry], case=demonstration)
    assert [] == found(charge(provision="ex.4", invented="true"), considered=[entry], case=demonstration)
