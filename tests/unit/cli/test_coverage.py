"""`referral coverage`: what its options ask for, as JSON. The case is the demonstration of Donbas."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from referral.cli.coverage import command
from referral.errors import UsageError

CASE = str(Path(__file__).parents[3] / "cases/donbas-2022")


def shown(*options: str) -> dict[str, Any]:
    result = CliRunner().invoke(command, [CASE, "--format", "json", *options])
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.stdout_bytes)
    return found


def readings(coverage: dict[str, Any]) -> list[tuple[str, str, str, str]]:
    elements = ((charge["id"], element) for charge in coverage["charges"] for element in charge["elements"])
    return [(charge, r["charge"], r["element"], r["state"]) for charge, e in elements for r in e["readings"]]


def test_without_an_item_readings_and_orphans_are_those_that_are_left():
    before, after = shown(), shown("--without", "EV-0001", "--without", "class:hearsay")
    states = {(c["id"], e["id"]): e["state"] for c in after["charges"] for e in c["elements"]}

    assert readings(before) != readings(after)
    assert all(states[charge, element] == state for _, charge, element, state in readings(after))
    assert "EV-0001" not in after["orphans"]


@pytest.mark.parametrize("options", [["--charge", "CH-99"], ["--standard", "std.no"], ["--without", "EV-9999"]])
def test_what_is_not_there_is_wrong_usage(options: list[str]):
    result = CliRunner().invoke(command, [CASE, *options])

    assert isinstance(result.exception, UsageError)


def test_a_charge_before_another_forum_is_not_read_at_a_step():
    result = CliRunner().invoke(command, [CASE, "--charge", "CH-01", "--standard", "std.article-15"])

    assert isinstance(result.exception, UsageError)
