"""What the README tells a reader to type works as it stands there."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.end_to_end.documents import ROOT

README = (ROOT / "README.md").read_text("utf-8")
SHOWN_FIRST = ("check", "coverage", "build", "law", "explain", "new")


def blocks(*languages: str) -> list[str]:
    """The fenced blocks in one of these languages."""
    found = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    return [text for language, text in found if language in languages]


def commands() -> list[list[str]]:
    """Every command line of the consoles, in order, in words."""
    lines = [line for block in blocks("console", "sh") for line in block.splitlines()]
    return [shlex.split(line.removeprefix("$ "), comments=True) for line in lines if line.startswith("$ ")]


REFERRAL = [words for words in commands() if words[0] == "referral"]
OTHERS = [words for words in commands() if words[0] != "referral"]


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the demonstration cases, in which the commands run one after the other."""
    folder = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "cases", folder / "cases")
    return folder


def failures(lines: list[list[str]], workplace: Path) -> dict[str, str]:
    """What the lines that failed have said."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    found = {}
    for words in lines:
        done = subprocess.run(words, cwd=workplace, env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            found[shlex.join(words)] = f"{done.returncode}: {done.stdout[-500:]}{done.stderr[-500:]}"
    return found


def with_format(words: list[str]) -> list[str]:
    """The same command line in a format that takes no time, if it builds."""
    return [*words, "--format", "text"] if {"build", "bundle"} & {*words} else words


def as_module(words: list[str]) -> list[str]:
    return [sys.executable, "-m", *words]


def test_the_reader_is_shown_every_verb():
    assert [] == [verb for verb in SHOWN_FIRST if not any(words[1] == verb for words in REFERRAL)]


@pytest.mark.slow
def test_every_command_runs_in_text(workplace: Path):
    assert {} == failures([as_module(with_format(words)) for words in REFERRAL], workplace)


@pytest.mark.slow
def test_every_command_that_builds_runs_as_it_stands(workplace: Path):
    assert {} == failures([as_module(words) for words in REFERRAL if "build" in words], workplace)


@pytest.mark.parametrize("words", OTHERS, ids=" ".join)
def test_every_other_command_is_there(words: list[str]):
    """Targets of the Makefile exist, and so do scripts; they are not run here."""
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    is_target = words[0] == "make" and set(words[1:]) <= set(targets)
    assert is_target or (ROOT / words[0]).is_file()


@pytest.mark.parametrize("program", blocks("python"))
def test_the_example_in_python_runs(program: str, workplace: Path):
    assert {} == failures([[sys.executable, "-W", "error", "-c", program]], workplace)


@pytest.mark.parametrize("path", re.findall(r"\]\((?!https?:)([^)#]+)\)", README))
def test_every_file_that_is_linked_is_there(path: str):
    assert (ROOT / path).exists()
