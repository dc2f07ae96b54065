"""What a person told, set against the day on which he came under suspicion."""

from typing import Any

import pytest

from referral.composition.functions.accounts import AccountFunctions
from tests.unit.builder import item, person, source
from tests.unit.composition.scenes import scene

Entry = dict[str, Any]


def account(code: str, date: str | None, **fields: Any) -> Entry:
    told: Entry = {"person": "PER-001", "kind": "statement"}
    return item(code, created=None, account={**told, "date": date} if date else told, **fields)


def functions(*evidence: Entry, roles: list[Entry]) -> AccountFunctions:
    persons = [{"id": "PER-001", "roles": [{"role": "victim"}, *roles]}, person("PER-002")]
    return AccountFunctions(scene(persons=persons, evidence=list(evidence), charges=[]))


def suspected(start: str | None, role: str = "suspect") -> Entry:
    return {"role": role, "start": start} if start else {"role": role}


@pytest.mark.parametrize(
    ("told", "roles", "timing"),
    [
        ("2022-03-01", [suspected("2022-03-05")], "before"),
        ("2022-03-09", [suspected("2022-03-05")], "after"),
        ("2022-03-05", [suspected("2022-03-05")], "unclear"),
        ("2022-03", [suspected("2022-03-05")], "unclear"),
        (None, [suspected("2022-03-05")], "unclear"),
        ("2022-03-01", [suspected(None)], "unclear"),
        ("2022-03-01", [], "none"),
        ("2022-03-09", [suspected("2022-03-05", "convicted")], "after"),
        ("2022-03-09", [suspected("2022-03-05"), suspected(None)], "after"),
        ("2022-03-01", [suspected("2022-03-05"), suspected(None)], "unclear"),
        ("2022-03-07", [suspected("2022-03-05"), suspected("2022-03-10")], "after"),
    ],
)
def test_the_time_of_an_account_says_no_more_than_the_days_do(told: str | None, roles: list[Entry], timing: str):
    assert [timing] == [a["timing"] for a in functions(account("EV-0001", told), roles=roles).accounts_of("PER-001")]


def test_accounts_stand_in_the_order_of_time_and_those_without_a_day_last():
    evidence = [account("EV-0001", None), account("EV-0002", "2022-05"), account("EV-0003", "2022-04-30")]
    found = functions(*evidence, roles=[]).accounts_of("PER-001")

    assert ["EV-0003", "EV-0002", "EV-0001"] == [a["item"]["id"] for a in found]


def test_an_item_whose_source_is_the_person_is_an_account_of_his():
    sources = [source(), source("SRC-02", person="PER-001", kind="person")]
    evidence = [item("EV-0001"), item("EV-0002", "SRC-02", created="2022-03-05")]
    made = AccountFunctions(scene(persons=[person()], sources=sources, evidence=evidence, charges=[]))

    assert ["EV-0002"] == [a["item"]["id"] for a in made.accounts_of("PER-001")]


def test_what_others_told_is_left_out():
    other = account("EV-0002", "2022-05")
    other["account"]["person"] = "PER-002"

    assert [] == functions(other, roles=[]).accounts_of("PER-001")


def test_only_roles_under_suspicion_are_suspicions():
    found = functions(roles=[suspected("2022-03-05")]).suspicions("PER-001")

    assert ["suspect"] == [role["role"] for role in found]
