"""No rule of the view, and none of what is searched for, can be disabled without a test that fails.

Every module of `protection/` is taken, so that a new rule cannot escape; what is no rule of what a recipient sees is
named below. The table is printed: a rule, and the test that catches its loss.
"""

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.mutation.mutants import mutants_of

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="each rule is disabled in a child of one process"),
]

ROOT = Path(__file__).parents[2]
TESTS = ("tests/unit/protection", "tests/unit/scan/test_forms.py", "tests/unit/scan/test_near_misses.py")
HARMLESS = Path(__file__).parent / "harmless.json"  # changes that change nothing, each with its reason
ROOM = "referral.protection"
# What hides nothing from anybody: how the vault is read, and rules that say something about the files of a case, as
# every `*_check` does.
_OF_FILES = {"vault", "vault_file", "vault_age", "vault_dates", "lookalikes", "mosaic"}
_CHECK = "_check"
# How words are compared: `tests/unit/scan` and `tests/property/test_scan.py` try it in every form and carrier.
_OF_SEARCH = {"datum", "tokens", "spelt", "word_tree", "sought", "inflected"}
NO_RULES = _OF_FILES | _OF_SEARCH | {"__init__"}


def modules() -> list[str]:
    found = sorted(path.stem for path in (ROOT / "src/referral/protection").glob("*.py"))
    return [f"{ROOM}.{name}" for name in found if name not in NO_RULES and not name.endswith(_CHECK)]


@cache
def mutants() -> dict[str, str]:
    """Every rule disabled, each with its module."""
    return {str(mutant): name for name in modules() for mutant in mutants_of(name)}


def test_a_rule_is_found_in_every_module():
    assert set(modules()) == set(mutants().values())


def test_what_is_called_harmless_is_there():
    assert set() == json.loads(HARMLESS.read_text("utf-8")).keys() - mutants().keys()


@pytest.mark.parametrize("half", [0, 1])  # one for each of two cores
def test_no_rule_can_be_disabled_unseen(half: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    table, taken = tmp_path / "caught.json", modules()[half::2]
    rules = {rule for rule, module in mutants().items() if module in taken}
    command = [sys.executable, "-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider", "-p", "tests.mutation.plugin"]
    asked = ["--mutate", ",".join(taken), "--harmless", str(HARMLESS), "--caught", str(table), *TESTS]
    done = subprocess.run(command + asked, cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    assert table.exists(), done.stdout + done.stderr
    found = json.loads(table.read_text("utf-8"))
    with capsys.disabled():
        sys.stdout.writelines(f"{rule}\n    {test}\n" for rule, test in found["caught"].items())

    assert rules - json.loads(HARMLESS.read_text("utf-8")).keys() == found["caught"].keys()
    assert [] == found["failing"]  # by themselves, so that they would catch everything
    assert [] == [rule for rule, test in found["caught"].items() if test is None]
