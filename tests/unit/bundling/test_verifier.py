"""The program that goes out with every bundle: alone, with an old Python, from wherever it is called."""

import ast
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from referral.app.verify import verify
from referral.bundling.verifier import NOT_CHECKED, NOT_INTACT, SEALED_BY, as_text
from referral.errors import ReferralError
from tests.unit.bundling.bags import PROGRAM, write_bag

OLDEST = (3, 8)
TOLD = "0" * 64


@pytest.fixture
def bag(tmp_path: Path) -> Path:
    return write_bag(tmp_path / "x")


def run(bag: Path, *arguments: str, flags: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *flags, str(bag / "verify.py"), *arguments]
    return subprocess.run(command, cwd=bag.parent, capture_output=True, text=True, check=False)


def test_it_is_written_for_the_oldest_python_and_asks_for_nothing_beside_it():
    tree = ast.parse(PROGRAM.read_text("utf-8"), feature_version=OLDEST)
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert names - {"__future__"} <= sys.stdlib_module_names
    assert not names & {"socket", "ssl", "http", "urllib", "subprocess", "ctypes"}


@pytest.mark.parametrize("flags", [(), ("-I",), ("-I", "-S")])
def test_it_checks_the_package_it_lies_in_and_leaves_no_trace(bag: Path, flags: tuple[str, ...]):
    before = sorted(bag.rglob("*"))
    done = run(bag, flags=flags)
    assert (0, "") == (done.returncode, done.stderr)
    assert "intact; 15 files were checked" == done.stdout.splitlines()[-1]
    assert before == sorted(bag.rglob("*"))


def test_it_says_everything_at_once_as_words_and_as_data(bag: Path):
    (bag / "data/new\x1b[31m.txt").write_text("x")
    (bag / "data/documents/notice.uk.docx").unlink()
    (bag / "VERIFY.md").write_text("x")
    done, as_data = run(bag), run(bag, "--json")
    assert (NOT_INTACT, NOT_INTACT) == (done.returncode, as_data.returncode)
    assert ["changed: VERIFY.md", "missing: data/documents/notice.uk.docx", "extra: data/new\\x1b[31m.txt"] == [
        line.rpartition(": ")[0].split(": its")[0] for line in done.stdout.splitlines() if line.count(": ") > 1
    ][:3]
    assert ["changed", "missing", "extra"] == [finding["kind"] for finding in json.loads(as_data.stdout)["findings"]]


def test_a_module_that_lies_beside_it_is_not_run(bag: Path):
    (bag / "hashlib.py").write_text("print('taken over')\nraise SystemExit(0)\n")
    done = run(bag)
    assert "taken over" not in done.stdout
    assert NOT_INTACT == done.returncode


def test_what_is_no_package_is_said_to_be_none(bag: Path, tmp_path: Path):
    (tmp_path / "empty").mkdir()
    assert NOT_CHECKED == run(bag, str(tmp_path / "empty")).returncode
    with pytest.raises(ReferralError, match="neither a package"):
        verify(tmp_path / "empty")


def test_a_package_made_anew_as_a_whole_is_found_by_its_seal(bag: Path):
    [seal] = verify(bag).seals.values()
    assert () == verify(bag, seal.upper()).findings
    assert [SEALED_BY] == [finding.path for finding in verify(bag, TOLD).findings]


def test_accents_composed_in_another_way_are_the_same_name(tmp_path: Path):
    """As a disk of macOS gives them back."""
    bag = write_bag(tmp_path / "x")
    folder = bag / "data/evidence/EV-0001"
    (folder / "йод.jpg").rename(folder / "и\u0306од.jpg")
    assert () == verify(bag).findings


def test_the_packages_of_a_set_are_checked_together(tmp_path: Path):
    for number in (1, 2, 3):
        write_bag(tmp_path / f"x-{number}-of-3", f"{number} of 3")
    assert ((), 3) == ((whole := verify(tmp_path)).findings, len(whole.seals))

    shutil.rmtree(tmp_path / "x-2-of-3")
    (tmp_path / "x-3-of-3/VERIFY.md").unlink()
    (tmp_path / "note.txt").write_text("x")
    assert [("note.txt", "extra"), ("package 2 of 3", "missing"), ("x-3-of-3/VERIFY.md", "missing")] == [
        (finding.path, finding.kind) for finding in verify(tmp_path).findings
    ]


@pytest.mark.parametrize("before", ["", "./", "*"])
def test_a_folder_with_a_list_of_digests_is_checked(tmp_path: Path, before: str):
    (tmp_path / "a.txt").write_bytes(b"")
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    (tmp_path / "SHA256SUMS").write_text(f"{empty} {'*' if before == '*' else ' '}{before.strip('*')}a.txt\n")
    assert () == verify(tmp_path).findings
    (tmp_path / "a.txt").rename(tmp_path / "b.txt")
    assert ["renamed: a.txt: it is now b.txt", "NOT INTACT: 1 findings; 2 files were checked"] == as_text(
        verify(tmp_path)
    )
