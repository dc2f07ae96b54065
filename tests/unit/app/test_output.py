"""Finished files are written whole, recorded, and never over a file that is not ours."""

import json
from pathlib import Path

import pytest

from referral.app.output import RECORD, OutputFolder
from referral.durable import replace_file
from referral.errors import WriteError


def test_a_file_is_current_while_neither_it_nor_its_inputs_change(tmp_path: Path):
    folder = OutputFolder(tmp_path / "new")
    path = folder.write("a.txt", b"one", "inputs")
    assert b"one" == path.read_bytes()
    again = OutputFolder(tmp_path / "new")
    assert (True, False, False) == (
        again.is_current("a.txt", "inputs"),
        again.is_current("a.txt", "other"),
        again.is_current("b.txt", "inputs"),
    )
    path.write_bytes(b"two")
    assert not again.is_current("a.txt", "inputs")


def test_a_foreign_file_and_a_changed_one_are_kept(tmp_path: Path):
    (tmp_path / "mine.txt").write_bytes(b"mine")
    folder = OutputFolder(tmp_path)
    with pytest.raises(WriteError, match="was not written by this program"):
        folder.write("mine.txt", b"theirs", "i")
    folder.write("ours.txt", b"ours", "i")
    (tmp_path / "ours.txt").write_bytes(b"edited")
    with pytest.raises(WriteError, match="was changed after it was written"):
        OutputFolder(tmp_path).write("ours.txt", b"ours", "i")
    assert (b"mine", b"edited") == ((tmp_path / "mine.txt").read_bytes(), (tmp_path / "ours.txt").read_bytes())
    OutputFolder(tmp_path).write("mine.txt", b"theirs", "i", force=True)
    assert b"theirs" == (tmp_path / "mine.txt").read_bytes()


def test_nothing_half_written_stays_behind(tmp_path: Path):
    folder = OutputFolder(tmp_path)
    folder.write("a.txt", b"one", "i")
    assert [RECORD, "a.txt"] == sorted(p.name for p in tmp_path.iterdir())
    assert {"a.txt"} == set(json.loads((tmp_path / RECORD).read_bytes())["files"])


def test_a_broken_record_is_said_and_not_replaced(tmp_path: Path):
    (tmp_path / RECORD).write_text("[]")
    with pytest.raises(WriteError, match="the record of written files cannot be read"):
        OutputFolder(tmp_path)


def test_what_a_killed_run_has_left_is_no_obstacle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Killed after it was recorded what is to be written, and before it was; or while a file was being written."""
    OutputFolder(tmp_path).write("a.txt", b"old", "i")
    (tmp_path / ".writing-x").write_bytes(b"half")

    def killed(path: Path, data: bytes) -> None:
        if path.name != RECORD:
            raise KeyboardInterrupt
        replace_file(path, data)

    folder = OutputFolder(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr("referral.app.output.replace_file", killed)
        with pytest.raises(KeyboardInterrupt):
            folder.write("a.txt", b"new", "j")
    again = OutputFolder(tmp_path)
    assert (b"old", False) == ((tmp_path / "a.txt").read_bytes(), again.is_current("a.txt", "j"))
    again.write("a.txt", b"new", "j")
    assert [RECORD, "a.txt"] == sorted(path.name for path in tmp_path.iterdir())
    assert {"sha256", "inputs"} == json.loads((tmp_path / RECORD).read_bytes())["files"]["a.txt"].keys()
