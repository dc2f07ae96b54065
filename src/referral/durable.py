"""Files and folders that appear whole or not at all. What a killed run left behind is swept up by the next one."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows, where nobody can remove what another process holds open
    fcntl = None  # type: ignore[assignment]

_WRITING = ".writing-"
_BEFORE = "before"  # in a folder of ours: what stood in the place of the new one


def replace_file(path: Path, data: bytes) -> None:
    """Write beside the target and move into place, so that no half-written file is ever seen under its name."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=_WRITING)
    try:
        with os.fdopen(handle, "wb") as stream:
            _hold(stream.fileno())
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
            if fcntl:  # while it is held; elsewhere an open file cannot be moved
                _move(temporary, path)
        if not fcntl:
            _move(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _move(temporary: str, path: Path) -> None:
    os.chmod(temporary, 0o644)
    os.replace(temporary, path)


@contextmanager
def appearing(target: Path) -> Iterator[Path]:
    """A place for a file or a folder of this name. When all is written it becomes `target`; on a failure it goes."""
    target.parent.mkdir(parents=True, exist_ok=True)
    sweep(target.parent)
    holder = Path(tempfile.mkdtemp(dir=target.parent, prefix=_WRITING))
    handle = _opened(holder)
    try:
        yield holder / target.name
        _settle(holder)
        _put(holder / target.name, target)
        _settle_one(target.parent)
    finally:
        shutil.rmtree(holder, ignore_errors=True)
        if handle is not None:
            os.close(handle)


def sweep(folder: Path) -> None:
    """Remove what a killed run left in a folder, and put back what it had taken away to replace."""
    for leftover in sorted(folder.glob(f"{_WRITING}*")):
        handle = _opened(leftover)
        if handle is None and fcntl:
            continue  # somebody is still writing there
        for old in leftover.glob(f"{_BEFORE}/*"):
            if not (folder / old.name).exists():
                os.rename(old, folder / old.name)
        _remove(leftover)
        if handle is not None:
            os.close(handle)


def _put(new: Path, target: Path) -> None:
    """Nothing can exchange two folders in one step; `sweep` mends what is killed between the two."""
    if not target.is_dir():
        os.replace(new, target)
        return
    old = new.parent / _BEFORE / target.name
    old.parent.mkdir()
    os.rename(target, old)
    try:
        os.rename(new, target)
    except BaseException:
        os.rename(old, target)
        raise


def _remove(path: Path) -> None:
    with suppress(OSError):  # of another user, or on Windows in use: the next run tries again
        shutil.rmtree(path) if path.is_dir() else path.unlink()


def _opened(path: Path) -> int | None:
    """A handle that holds the file or folder for us; None if another process has it, or where nothing can be held."""
    if not fcntl:
        return None
    try:
        handle = os.open(path, os.O_RDONLY)
    except OSError:
        return None
    if _hold(handle):
        return handle
    os.close(handle)
    return None


def _hold(handle: int) -> bool:
    """Whether the file is now ours; it stays so until it is closed, also by being killed."""
    try:
        if fcntl:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _settle(folder: Path) -> None:
    """All folders below, so that their entries are on the disk; the files were settled when they were written."""
    for place, _, _ in os.walk(folder, topdown=False):
        _settle_one(Path(place))


def _settle_one(folder: Path) -> None:
    if fcntl:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
