"""`referral batch`: what it prints and leaves, its exit codes, and wrong usage."""

import io
import json
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from referral.batch.result import failed
from referral.batch.steps import work_on
from referral.cli import batch
from referral.errors import UsageError
from tests.unit.batch.batches import Here, done, folder_of_cases

INVALID = "schema_version: '1'\nno: []\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """With two cases. They are worked on by this very process."""
    folder_of_cases(tmp_path, "a", "b")

    @contextmanager
    def engine(*given: Any) -> Iterator[Executor]:
        yield Here(work_on)

    monkeypatch.setattr(batch, "engine", engine)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(batch.command, ["-o", "out", "--templates", "templates", "--files", "text", *arguments])


def test_each_case_is_told_and_the_summary_kept(folder: Path):
    ended = run("cases")

    assert 0 == ended.exit_code, ended.output
    assert ["a  done", "b  done", "2 cases"] == [line.split(":")[0] for line in ended.stdout.splitlines()]
    assert ["a", "b"] == [case["name"] for case in json.loads((folder / "out/batch.json").read_bytes())["cases"]]


def test_json_is_alone_on_standard_output_and_the_same_each_time(folder: Path):
    first, second = (run("cases", "--format", "json", "--force") for _ in range(2))

    assert json.loads(first.stdout)["ok"]
    assert first.stdout == second.stdout == (folder / "out/batch.json").read_text("utf-8")


def test_the_exit_code_is_that_of_the_worst_case(folder: Path):
    (folder / "cases/b/case.yaml").write_text(INVALID)
    assert 1 == run("cases").exit_code
    (folder / "out/a/check.json").write_text("somebody's own")
    ended = run("cases")

    assert 3 == ended.exit_code
    assert "was changed after it was written" in ended.stdout
    assert "b  errors (unchanged)" in ended.stdout


def test_cases_may_stand_in_a_list(folder: Path):
    (folder / "list.txt").write_text("cases/b\nnowhere\n")
    ended = run("--list", "list.txt", "--steps", "check")

    assert ["b", "nowhere"] == [line.split()[0] for line in ended.stdout.splitlines() if line[0].isalpha()]
    assert 1 == ended.exit_code
    assert "no-such-case" in (folder / "out/nowhere/check.json").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        ((), "no case was found"),
        (("cases", "--steps", "fly"), "the steps are"),
        (("cases", "--steps", "bundle"), "--profile NAME"),
        (("cases", "--files", "odt"), "the formats are"),
    ],
)
def test_wrong_usage_is_said_before_anything_is_done(arguments: tuple[str, ...], why: str, folder: Path):
    ended = CliRunner().invoke(batch.command, ["-o", "out", *arguments])

    assert isinstance(ended.exception, UsageError)
    assert why in str(ended.exception)
    assert not (folder / "out").exists()


def test_progress_is_shown_on_a_terminal_alone(monkeypatch: pytest.MonkeyPatch):
    terminal, paper = Screen(is_terminal=True), Screen(is_terminal=False)
    for screen in (terminal, paper):
        monkeypatch.setattr("sys.stderr", screen)
        progress = batch._Progress(2)
        progress(done("a"))
        progress(failed("b", UsageError("no")))

    assert "\r[1/2] \r[2/2, 1 failed] \n" == terminal.getvalue()
    assert "" == paper.getvalue()


class Screen(io.StringIO):
    def __init__(self, *, is_terminal: bool) -> None:
        super().__init__()
        self._is_terminal = is_terminal

    def isatty(self) -> bool:
        return self._is_terminal
