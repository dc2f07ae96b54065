"""Whatever happens while something is written, what stands under its name is whole: the old or the new."""

import fcntl
import os
import resource
import signal
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from referral import durable
from referral.durable import appearing, replace_file, sweep

STEPS = ("fsync", "chmod", "rename", "replace")


def failing(monkeypatch: pytest.MonkeyPatch, step: str, at: int) -> None:
    """The `at`th call of a function of the system fails, as on a disk that is full or was taken away."""
    real, calls = getattr(os, step), [0]

    def fails(*given: object, **options: object) -> object:
        calls[0] += 1
        if calls[0] == at:
            raise OSError(28, "No space left on device")
        return real(*given, **options)

    monkeypatch.setattr(os, step, fails)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def write_new(target: Path) -> None:
    with appearing(target) as place:
        (place / "inner").mkdir(parents=True)
        (place / "inner/file").write_bytes(b"new")


def write_old(target: Path) -> None:
    (target / "inner").mkdir(parents=True)
    (target / "inner/file").write_bytes(b"old")


def test_a_file_is_written_for_all_to_read(tmp_path: Path):
    replace_file(tmp_path / "a", b"new")
    assert (b"new", 0o644, ["a"]) == (
        (tmp_path / "a").read_bytes(),
        stat.S_IMODE((tmp_path / "a").stat().st_mode),
        names(tmp_path),
    )


@pytest.mark.parametrize("step", ["fsync", "chmod", "replace"])
def test_a_file_that_cannot_be_written_leaves_the_old_one(tmp_path: Path, step: str, monkeypatch: pytest.MonkeyPatch):
    replace_file(tmp_path / "a", b"old")
    failing(monkeypatch, step, 1)
    with pytest.raises(OSError, match="No space left"):
        replace_file(tmp_path / "a", b"new")
    assert (b"old", ["a"]) == ((tmp_path / "a").read_bytes(), names(tmp_path))


@pytest.mark.parametrize("at", [1, 2, 3, 4])
@pytest.mark.parametrize("step", STEPS)
def test_a_folder_appears_whole_or_the_old_one_stays(
    tmp_path: Path, step: str, at: int, monkeypatch: pytest.MonkeyPatch
):
    write_old(tmp_path / "x")
    failing(monkeypatch, step, at)
    try:
        write_new(tmp_path / "x")
        expected = b"new"
    except OSError:
        # What fails when all is in its place, as the last fsync, cannot take it back.
        expected = (tmp_path / "x/inner/file").read_bytes()
    monkeypatch.undo()
    sweep(tmp_path)
    assert (expected, ["x"]) == ((tmp_path / "x/inner/file").read_bytes(), names(tmp_path))


def test_a_failure_while_it_is_written_leaves_nothing(tmp_path: Path):
    with pytest.raises(FileNotFoundError), appearing(tmp_path / "x") as place:
        (place / "no folder/file").write_bytes(b"x")
    assert [] == names(tmp_path)


def test_a_file_size_that_the_system_refuses_leaves_nothing(tmp_path: Path):
    """In a child process, because the limit holds for all that a process writes."""
    child = os.fork()
    if not child:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
        try:
            with appearing(tmp_path / "x") as place:
                place.mkdir()
                (place / "large").write_bytes(b"x" * 5000)
        except OSError:
            os._exit(7)
        os._exit(0)
    assert 7 == os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert [] == names(tmp_path)


def killed_while(work: Callable[[], None]) -> None:
    """A child process that does the work and kills itself at its end, so that nothing is cleaned up."""
    child = os.fork()
    if not child:
        work()
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)


def test_what_a_killed_run_has_left_is_swept_up(tmp_path: Path):
    def work() -> None:
        with appearing(tmp_path / "x") as place:
            place.mkdir()
            os.kill(os.getpid(), signal.SIGKILL)

    killed_while(work)
    assert [] != names(tmp_path)
    write_new(tmp_path / "x")
    assert ["x"] == names(tmp_path)


def test_what_a_killed_run_had_taken_away_is_put_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    write_old(tmp_path / "x")
    real = os.rename

    def kills_after_the_first(old: Path, new: Path) -> None:
        real(old, new)
        os.kill(os.getpid(), signal.SIGKILL)

    def work() -> None:
        monkeypatch.setattr(os, "rename", kills_after_the_first)
        write_new(tmp_path / "x")

    killed_while(work)
    assert not (tmp_path / "x").exists()
    sweep(tmp_path)
    assert (b"old", ["x"]) == ((tmp_path / "x/inner/file").read_bytes(), names(tmp_path))


def test_what_somebody_is_writing_is_left_alone(tmp_path: Path):
    with appearing(tmp_path / "x") as place:
        place.mkdir()
        sweep(tmp_path)
        assert place.is_dir()


def test_where_nothing_can_be_held_it_is_written_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """As on Windows."""
    assert fcntl
    monkeypatch.setattr(durable, "fcntl", None)
    replace_file(tmp_path / "a", b"new")
    write_new(tmp_path / "x")
    (tmp_path / ".writing-left").mkdir()
    sweep(tmp_path)
    assert ["a", "x"] == names(tmp_path)
