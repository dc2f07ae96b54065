"""Pages kept from one build to the next: what has not changed is not laid out again.

An entry is called after all that its bytes depend on, and holds a digest of itself: one that was cut short or altered
is made anew. The folder is the caller's choice, and holds what the documents hold.
"""

import os
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Generic

from referral.writers.pages.laid import Laid
from referral.writers.pdf.messages import of_laid, to_laid
from referral.writers.pdf.press import Job, Pages, Press

_SUFFIX = ".pages"
_DIGEST = 32  # bytes
_FOLDER_ONLY_MINE = 0o700
_MOST = 512 * 2**20  # bytes of all entries; the ones that were longest of no use go first


class Kept(Generic[Job]):
    """A press that asks another one only for what is not in its folder."""

    def __init__(self, press: Press[Job], folder: Path, most: int = _MOST) -> None:
        self._press = press
        self._folder = folder
        self._most = most

    def require(self) -> None:
        self._press.require()

    def environment(self) -> str:
        return self._press.environment()

    def begin(self, jobs: Sequence[Job]) -> Pages:
        paths = [self._folder / self._name(job) for job in jobs]
        found = [_read(path) for path in paths]
        wanting = [job for job, laid in zip(jobs, found, strict=True) if laid is None]
        return partial(self._whole, paths, found, self._press.begin(wanting) if wanting else list)

    def _whole(self, paths: Sequence[Path], found: Sequence[Laid | None], wanting: Pages) -> list[Laid]:
        """What was found, and in its gaps what was wanting, which is kept from now on."""
        made = iter(wanting())
        laid = [known or next(made) for known in found]
        with suppress(OSError):  # a folder that cannot be written to keeps nothing
            self._keep([(path, new) for path, known, new in zip(paths, found, laid, strict=True) if known is None])
        return laid

    def _name(self, job: Job) -> str:
        told = "\0".join((self.environment(), job.digest, job.name, job.place))
        return sha256(told.encode()).hexdigest() + _SUFFIX

    def _keep(self, entries: Sequence[tuple[Path, Laid]]) -> None:
        if not entries:
            return
        self._folder.mkdir(mode=_FOLDER_ONLY_MINE, parents=True, exist_ok=True)
        (self._folder / ".gitignore").write_text("*\n", "ascii")  # who keeps a case in git commits no names by mistake
        for path, laid in entries:
            data = of_laid(laid)
            path.write_bytes(sha256(data).digest() + data)
        self._forget()

    def _forget(self) -> None:
        """Remove what is too much."""
        total = 0
        for path in sorted(self._folder.glob(f"*{_SUFFIX}"), key=_last_use, reverse=True):
            total += path.stat().st_size
            if total > self._most:
                path.unlink()


def _last_use(path: Path) -> tuple[int, str]:
    return path.stat().st_mtime_ns, path.name


def _read(path: Path) -> Laid | None:
    """What was kept; None if it is not there or not as it was written."""
    try:
        data = path.read_bytes()
        os.utime(path)
    except OSError:
        return None
    kept, message = data[:_DIGEST], data[_DIGEST:]
    return to_laid(message) if sha256(message).digest() == kept else None
