"""A pack of law outside the repository, as `referral law new` starts it: its offence is invented, no code knows it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "src")}


def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", *arguments]
    return subprocess.run(command, cwd=cwd, env=ENVIRONMENT, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("packs")
    made = run("referral", "law", "new", "my-law", cwd=folder)
    assert made.returncode == 0, made.stderr
    return folder / "my-law"


def test_the_packs_own_test_passes(pack: Path):
    done = run("pytest", "-q", "-p", "no:cacheprovider", "test_pack.py", cwd=pack)

    assert done.returncode == 0, done.stdout


def test_no_slot_is_left_open(pack: Path):
    assert [] == [path.name for path in pack.rglob("*") if "@" in path.name]
    assert [] == [path.name for path in pack.rglob("*.yaml") if "@" in path.read_text("utf-8")]


def test_an_element_is_explained_with_its_proof_pitfall_and_relation(pack: Path):
    explained = run("referral", "explain", "mylaw.1/1", "--law", "law", cwd=pack).stdout

    for word in ("our own working breakdown", "proof (usual)", "pitfall mylaw.pf.1", "intersects mylaw.1/2"):
        assert word in explained


def test_two_editions_are_compared(pack: Path):
    shown = run("referral", "law", "diff", "mylaw.1", "2019-12-31", "2020-01-01", "--law", "law", cwd=pack).stdout

    assert "- wording (verified; read in S01): Whoever opens a letter" in shown
    assert "+ wording (uncertain): not verified" in shown


def test_what_is_there_is_never_overwritten(pack: Path):
    assert 3 == run("referral", "law", "new", ".", cwd=pack).returncode
