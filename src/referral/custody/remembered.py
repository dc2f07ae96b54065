"""Digests kept between two runs: a file that looks untouched is not read again. `verify` never asks here.

What is kept names no file: the key is a digest of its path. A file looks untouched if size, inode and both times are
as they were; it is kept only if it was last changed well before the run that read it.
"""

import hashlib
import json
import os
import re
from pathlib import Path

from referral.custody.digests import Digests, digests_of

_VERSION = 1
_TOO_FRESH = 2_000_000_000  # nanoseconds: within the coarsest clock of a file system a second change leaves no trace
_KEPT = re.compile(r"([0-9a-f]{64}):([0-9a-f]{128})")

Look = tuple[int, int, int, int]


class RememberedDigests:
    """Digests of the files of one case, read anew where the kept ones may be out of date; `keep` writes them down.

    If what is kept is not to be believed, every file is read, and what is kept is replaced.
    """

    def __init__(self, kept_in: Path, believe: bool = True) -> None:
        self._kept_in = kept_in
        self._known = _read(kept_in) if believe else {}
        self._began = _now_of_the_disk(kept_in)
        self._seen: dict[str, tuple[Look, Digests]] = {}

    def __call__(self, path: Path) -> Digests:
        key, look = _key(path), _look(path)
        known = self._known.get(key)
        digests = known[1] if known and known[0] == look else digests_of(path)
        if max(look[1:3]) < self._began - _TOO_FRESH:
            self._seen[key] = (look, digests)
        return digests

    def keep(self) -> None:
        """Write what this run has seen, whole or not at all. A folder that cannot be written is no failure."""
        entries = {key: [*look, f"{digests.sha256}:{digests.sha512}"] for key, (look, digests) in self._seen.items()}
        beside = self._kept_in.with_suffix(f".{os.getpid()}")
        try:
            beside.write_text(json.dumps({"version": _VERSION, "files": entries}), encoding="ascii")
            beside.replace(self._kept_in)
        except OSError:
            return


def _key(path: Path) -> str:
    return hashlib.sha256(os.fsencode(os.path.realpath(path))).hexdigest()


def _look(path: Path) -> Look:
    state = path.stat()
    return state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino


def _now_of_the_disk(kept_in: Path) -> int:
    """What the file system calls now, in nanoseconds; 0, before which nothing was changed, if it cannot be asked."""
    try:
        kept_in.parent.mkdir(parents=True, exist_ok=True)
        kept_in.touch()
        return kept_in.stat().st_mtime_ns
    except OSError:
        return 0


def _read(kept_in: Path) -> dict[str, tuple[Look, Digests]]:
    """What was kept; nothing, if the file is not there or not as we write it."""
    try:
        data = json.loads(kept_in.read_text("ascii"))
        entries = data["files"] if data["version"] == _VERSION else {}
        return {key: _entry(*value) for key, value in entries.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _entry(size: object, changed: object, turned: object, inode: object, digests: str) -> tuple[Look, Digests]:
    found = _KEPT.fullmatch(digests)
    match size, changed, turned, inode:
        case int(), int(), int(), int() if found:
            return (size, changed, turned, inode), Digests(found[1], found[2])
    raise ValueError(digests)
