"""Three readers of one package: ours, the copy of it that a recipient runs alone, and the Library of Congress's."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import bagit
import pytest

from referral.app.verify import verify
from tests.unit.bundling.bags import PROGRAM, write_bag
from tests.unit.bundling.tamperings import TAMPERINGS, Tampering

# One process for all, since each would take longer to start than to check.
ALONE = """
import io, json, runpy, sys
program, *bags = sys.argv[1:]
codes = {}
for bag in bags:
    sys.argv = [program, bag]
    sys.stdout = io.TextIOWrapper(io.BytesIO())
    try:
        runpy.run_path(program, run_name="__main__")
    except SystemExit as done:
        codes[bag] = done.code
sys.__stdout__.write(json.dumps(codes))
"""


@pytest.fixture(scope="module")
def bags(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A tampered package for each row of the table."""
    folder = tmp_path_factory.mktemp("tampered")
    sound = write_bag(folder / "sound")
    made = {row.name: Path(shutil.copytree(sound, folder / str(n))) for n, row in enumerate(TAMPERINGS)}
    for row in TAMPERINGS:
        row.change(made[row.name])
    return {"sound": sound, **made}


@pytest.fixture(scope="module")
def alone(bags: dict[str, Path]) -> dict[str, int]:
    """The exit code of `verify.py` for each package."""
    command = [sys.executable, "-I", "-c", ALONE, str(PROGRAM), *map(str, bags.values())]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    codes = json.loads(done.stdout)
    return {name: codes[str(path)] for name, path in bags.items()}


def is_valid_to_bagit(path: Path) -> bool:
    try:
        return bool(bagit.Bag(str(path)).validate())
    except (bagit.BagError, OSError, UnicodeDecodeError):  # of a link to nowhere, of a list that is no text
        return False


def test_there_are_sixty_ways_and_more():
    assert len({row.name for row in TAMPERINGS}) == len(TAMPERINGS) >= 60


def test_a_sound_package_is_sound_to_all_three(bags: dict[str, Path], alone: dict[str, int]):
    assert () == verify(bags["sound"]).findings
    assert 0 == alone["sound"]
    assert is_valid_to_bagit(bags["sound"])


@pytest.mark.parametrize("row", TAMPERINGS, ids=lambda row: row.name)
def test_every_reader_finds_what_was_done(row: Tampering, bags: dict[str, Path], alone: dict[str, int]):
    found = verify(bags[row.name]).findings

    assert row.says in {finding.kind for finding in found}
    assert 4 == alone[row.name]
    assert bool(row.not_by_bagit) == is_valid_to_bagit(bags[row.name])
