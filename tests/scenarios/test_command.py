"""`referral coverage` as a user meets it, on scenarios that say what `--fail-on gaps` does, and on a demonstration."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from referral.cli.coverage import command
from tests.scenarios.scenario import FILES, Scenario, case_of, read

DONBAS = Path(__file__).parents[2] / "cases/donbas-2022"
TOLD = {
    path.stem: scenario
    for path in FILES
    if (scenario := read(path.read_text("utf-8"))).expect.fails_on_gaps is not None and scenario.expect.gaps is not None
}


def run(case: Path, *options: str) -> tuple[int, dict[str, Any]]:
    done = CliRunner().invoke(command, [str(case), "--format", "json", *options])
    found: dict[str, Any] = json.loads(done.stdout_bytes)
    return done.exit_code, found


def written(scenario: Scenario, folder: Path) -> Path:
    data = case_of(scenario).model_dump(mode="json", exclude_defaults=True)
    path = folder / "case.yaml"
    path.write_text(yaml.safe_dump({"schema_version": "1", **data}, allow_unicode=True), "utf-8")
    return path


def gaps(report: dict[str, Any]) -> dict[str, list[str]]:
    return {charge["id"]: [element["id"] for element in charge["elements"]] for charge in report["charges"]}


def test_there_are_scenarios_with_a_gap_and_without():
    assert {True, False} == {one.expect.fails_on_gaps for one in TOLD.values()}


@pytest.mark.parametrize("name", TOLD)
def test_exit_code_and_list_of_gaps_are_those_of_the_scenario(name: str, tmp_path: Path):
    expected = TOLD[name].expect
    code, report = run(written(TOLD[name], tmp_path), "--gaps", "--fail-on", "gaps")

    assert (int(bool(expected.fails_on_gaps)), expected.gaps) == (code, gaps(report))


def test_a_demonstration_keeps_a_gap_on_which_the_check_fails():
    code, report = run(DONBAS, "--gaps", "--fail-on", "gaps")

    assert 1 == code
    assert all(gaps(report).values())
    assert {"gap", "context_only", "contested"} >= {e["state"] for c in report["charges"] for e in c["elements"]}
    assert [] == [e["id"] for c in report["charges"] for e in c["elements"] if e["supports"] or e["justified_gap"]]


def test_without_being_asked_a_gap_fails_nothing():
    assert 0 == run(DONBAS)[0]
