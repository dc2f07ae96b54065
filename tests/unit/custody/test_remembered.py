"""Digests kept between runs are believed of a file that nobody touched, and of no other."""

import json
import os
from pathlib import Path

import pytest

from referral.custody import Digests, RememberedDigests, digests_of

LONG_AGO = 1_600_000_000
WRONG = f"{'0' * 64}:{'1' * 128}"


@pytest.fixture
def bits(tmp_path: Path) -> Path:
    path = tmp_path / "x"
    path.write_bytes(b"bits")
    return path


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "kept.json"


def age(monkeypatch: pytest.MonkeyPatch) -> None:
    """The state of no file is fresh: the change of status cannot be set back, so it is left out of sight."""
    monkeypatch.setattr("referral.custody.remembered._TOO_FRESH", -(10**18))


def spoil(kept: Path) -> None:
    """Other digests than the right ones in what is kept, so that it is seen when they are believed."""
    data = json.loads(kept.read_text())
    data["files"] = {key: [*value[:4], WRONG] for key, value in data["files"].items()}
    kept.write_text(json.dumps(data))


def run(kept: Path, path: Path) -> Digests:
    read = RememberedDigests(kept)
    digests = read(path)
    read.keep()
    return digests


def test_an_untouched_file_is_not_read_again(bits: Path, kept: Path, monkeypatch: pytest.MonkeyPatch):
    age(monkeypatch)
    run(kept, bits)
    spoil(kept)

    assert Digests(*WRONG.split(":")) == run(kept, bits)


def test_a_touched_file_is_read_again(bits: Path, kept: Path, monkeypatch: pytest.MonkeyPatch):
    age(monkeypatch)
    run(kept, bits)
    spoil(kept)
    os.utime(bits, (LONG_AGO, LONG_AGO))

    assert digests_of(bits) == run(kept, bits)


def test_a_changed_file_is_read_again_though_its_size_and_date_were_set_back(
    bits: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
):
    age(monkeypatch)
    os.utime(bits, (LONG_AGO, LONG_AGO))
    run(kept, bits)
    bits.write_bytes(b"bats")
    os.utime(bits, (LONG_AGO, LONG_AGO))

    assert digests_of(bits) == run(kept, bits)


def test_what_was_changed_a_moment_ago_is_not_kept(bits: Path, kept: Path):
    run(kept, bits)

    assert {} == json.loads(kept.read_text())["files"]


@pytest.mark.parametrize(
    "broken",
    [
        "",
        "[]",
        "{}",
        '{"version": 2, "files": {}}',
        '{"version": 1, "files": []}',
        '{"version": 1, "files": {"a": [1]}}',
    ],
)
def test_what_we_did_not_write_is_not_believed(bits: Path, kept: Path, broken: str):
    kept.parent.mkdir()
    kept.write_text(broken)

    assert digests_of(bits) == run(kept, bits)


def test_a_folder_that_cannot_be_written_is_done_without(bits: Path, tmp_path: Path):
    (tmp_path / "file").touch()

    assert digests_of(bits) == run(tmp_path / "file" / "kept.json", bits)


def test_what_is_kept_names_no_file(bits: Path, kept: Path, monkeypatch: pytest.MonkeyPatch):
    age(monkeypatch)
    run(kept, bits)

    (key,) = json.loads(kept.read_text())["files"]
    assert 64 == len(key)
    assert bits.name not in json.dumps(list(json.loads(kept.read_text())["files"].values()))
