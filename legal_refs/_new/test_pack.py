"""The pack as a whole: its law has no error, its case passes, its documents are written. Run: pytest test_pack.py"""

import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
LAW = ["--law", str(HERE / "law")]
CASE = str(HERE / "cases" / "example")


def referral(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "referral", *arguments], capture_output=True, text=True)


@pytest.mark.parametrize("arguments", [["law", "check"], ["check", CASE], ["coverage", CASE]], ids=" ".join)
def test_the_pack_has_no_error(arguments: list[str]):
    result = referral(*arguments, *LAW)

    assert result.returncode == 0, result.stdout + result.stderr


def test_the_documents_are_written(tmp_path: Path):
    result = referral("build", CASE, "-o", str(tmp_path), "--format", "text", *LAW)

    assert result.returncode == 0, result.stdout + result.stderr
    assert [path.name for path in tmp_path.rglob("*.txt")] == ["element-coverage.en.txt"]


def test_the_wording_of_an_edition_that_was_not_read_is_not_printed():
    shown = referral("law", "show", "@PACK@.1", "--on", "2020-01-01", *LAW).stdout

    assert "cite by number only" in shown
