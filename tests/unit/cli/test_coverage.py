"""`referral coverage`: what its options ask for, and where it is put. The case is the small one of golden texts."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from referral.cli.coverage import command
from referral.errors import UsageError, WriteError

CASE = str(Path(__file__).parents[3] / "tests/golden/data/small-case")


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


@pytest.mark.parametrize(
    "options",
    [
        ["--charge", "CH-99"],
        ["--standard", "std.no"],
        ["--without", "EV-9999"],
        ["--format", "html", "--lang", "xx"],
        ["--format", "xlsx", "--lang", "xx"],
    ],
)
def test_what_is_not_there_is_wrong_usage(options: list[str]):
    result = CliRunner().invoke(command, [CASE, *options])

    assert isinstance(result.exception, UsageError)


def test_a_charge_before_another_forum_is_not_read_at_a_step():
    result = CliRunner().invoke(command, [CASE, "--charge", "CH-01", "--standard", "std.article-15"])

    assert isinstance(result.exception, UsageError)


def test_a_page_of_gaps_holds_every_element_and_says_that_it_begins_with_the_gaps():
    options = [CASE, "--format", "html", "--lang", "en", "--charge", "CH-01"]
    whole, gaps = (CliRunner().invoke(command, [*options, *more]).output for more in ([], ["--gaps"]))
    elements = whole.count('<details class="element"')

    assert elements > 1
    assert elements == gaps.count('<details class="element"')
    assert ["Only gaps were asked for" in html.partition("<script")[0] for html in (whole, gaps)] == [False, True]


def test_a_page_is_in_the_language_of_the_case_unless_another_is_asked_for():
    own, other = (
        CliRunner().invoke(command, [CASE, "--format", "html", *more]).output for more in ([], ["--lang", "en"])
    )

    assert own.startswith('<!DOCTYPE html>\n<html lang="uk-UA">')
    assert other.startswith('<!DOCTYPE html>\n<html lang="en-GB">')


def test_a_workbook_goes_to_standard_output_whole():
    result = CliRunner().invoke(command, [CASE, "--format", "xlsx"])

    assert 0 == result.exit_code
    assert "xl/workbook.xml" in zipfile.ZipFile(io.BytesIO(result.stdout_bytes)).namelist()


def test_a_workbook_is_not_written_on_a_terminal(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("referral.cli.coverage.is_terminal", lambda: True)
    result = CliRunner().invoke(command, [CASE, "--format", "xlsx"])

    assert isinstance(result.exception, UsageError)


@pytest.mark.parametrize("output_format", ["text", "json", "html", "xlsx"])
def test_a_file_is_replaced_only_if_we_wrote_it_or_are_told_to(output_format: str, tmp_path: Path):
    path = tmp_path / "report"
    options = [CASE, "--format", output_format, "--charge", "CH-01", "-o", str(path)]
    first = CliRunner().invoke(command, options)
    assert (0, "", f"{path}\n") == (first.exit_code, first.stdout, first.stderr)
    written = path.read_bytes()
    assert 0 == CliRunner().invoke(command, options).exit_code
    assert written == path.read_bytes()

    path.write_text("notes of a lawyer", "utf-8")
    refused = CliRunner().invoke(command, options)
    assert isinstance(refused.exception, WriteError)
    assert "notes of a lawyer" == path.read_text("utf-8")
    assert 0 == CliRunner().invoke(command, [*options, "--force"]).exit_code
    assert written == path.read_bytes()


def test_a_gap_fails_the_command_in_every_format(tmp_path: Path):
    options = [CASE, "--fail-on", "gaps", "--charge", "CH-01", "-o", str(tmp_path / "report"), "--force"]

    assert [1, 1, 1, 1] == [
        CliRunner().invoke(command, [*options, "--format", name]).exit_code for name in ("text", "json", "html", "xlsx")
    ]
