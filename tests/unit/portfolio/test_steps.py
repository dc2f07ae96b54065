"""How far a proceeding has come, by fixed terms alone: its own words are not read."""

from typing import Any

import pytest

from referral.portfolio.steps import step_of
from tests.unit.builder import case, charge, person


def step(charges: list[dict[str, Any]] | None = None, **fields: Any) -> str:
    proceeding = {"id": "PR-01", "kind": "pre_trial", "title": "A proceeding", **fields}
    made = case(proceedings=[proceeding], persons=[person()], charges=charges or [])
    return step_of(made.proceedings[0], made).value


def against(code: str, stage: str, who: str = "PER-001") -> dict[str, Any]:
    return charge(code, person=who, stage=stage)


@pytest.mark.parametrize(
    ("expected", "fields"),
    [
        ("investigation", {}),
        ("investigation", {"stage": "an indictment was sent to the court"}),
        ("suspicion", {"service": [{"what": "notice", "how": "post", "person": "PER-001"}]}),
        ("investigation", {"service": [{"what": "call", "how": "post", "person": "PER-001"}]}),
        ("investigation", {"outcome": "closed"}),
        ("trial", {"kind": "court"}),
        ("decision", {"kind": "court", "decided_on": "2023-01-30"}),
        ("decision", {"kind": "court", "outcome": "found guilty"}),
        ("decision", {"kind": "foreign", "decided_on": "2023"}),
        ("conviction", {"kind": "court", "decided_on": "2023", "verdict": "conviction"}),
        ("acquittal", {"kind": "court", "outcome": "found not guilty", "verdict": "acquittal"}),
        ("not_said", {"kind": "foreign"}),
        ("not_said", {"kind": "icc_case"}),
        ("investigation", {"kind": "icc_situation"}),
        ("communication", {"kind": "communication", "outcome": "acknowledged"}),
    ],
)
def test_the_kind_decisions_and_notices_say_it(expected: str, fields: dict[str, Any]):
    assert expected == step(**fields)


@pytest.mark.parametrize(
    ("expected", "charges"),
    [
        ("suspicion", [against("CH-01", "suspicion")]),
        ("indictment", [against("CH-01", "suspicion"), against("CH-02", "indictment")]),
        ("trial", [against("CH-01", "trial"), against("CH-02", "suspicion")]),
        ("investigation", [against("CH-01", "communication")]),
        ("investigation", [against("CH-01", "indictment", who="PER-002")]),
        ("investigation", [charge("CH-01", stage="indictment")]),
    ],
)
def test_before_the_trial_the_furthest_charge_against_its_persons_says_it(expected: str, charges: list[dict[str, Any]]):
    assert expected == step(charges, persons=["PER-001"])
