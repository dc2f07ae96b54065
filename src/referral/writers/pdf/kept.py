"""Pages kept from one build to the next: what has not changed is not laid out again.

An entry is called after its job, and holds a digest of itself and of what else its bytes depend on: one that was cut
short, altered, or made by another version is made anew. The folder is the caller's choice; it holds what documents do.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Generic

from referral.writers.pages.laid import Laid
from referral.writers.pdf.messages import of_laid, to_laid
from referral.writers.pdf.press import AnyJob, Job, Pages, Press

_SUFFIX = ".pages"
_DIGEST = 32  # bytes
_FOLDER_ONLY_MINE = 0o700
_MOST = 512 * 2**20  # bytes of all entries; the ones that were longest of no use go first


@dataclass(frozen=True)
class _Asked(Generic[Job]):
    """A job, and what stands where it would be kept."""

    job: Job
    path: Path
    entry: bytes | None


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

    def begin(self, jobs: Iterable[Job]) -> Pages:
        asked = list[_Asked[Job]]()
        return partial(self._whole, asked, self._press.begin(self._wanting(jobs, asked)))

    def _wanting(self, jobs: Iterable[Job], asked: list[_Asked[Job]]) -> Iterator[Job]:
        """The jobs that have no entry; what was asked is noted, for the environment is known only later."""
        for job in jobs:
            path = self._folder / _name(job)
            asked.append(_Asked(job, path, _read(path)))
            if asked[-1].entry is None:
                yield job

    def _whole(self, asked: Sequence[_Asked[Job]], wanting: Pages) -> Iterator[Laid]:
        """What was found, and between what was wanting, which is kept from now on."""
        new, found = wanting(), [self._opened(one.entry) for one in asked]
        spoilt = [one.job for one, laid in zip(asked, found, strict=True) if one.entry is not None and laid is None]
        anew = self._press.begin(spoilt)()
        for one, laid in zip(asked, found, strict=True):
            yield laid or self._kept(one.path, next(new if one.entry is None else anew))
        self._forget()

    def _opened(self, entry: bytes | None) -> Laid | None:
        """The pages of an entry, if it is as it was written, and would be written so today."""
        if entry is None:
            return None
        message = entry[_DIGEST:]
        return to_laid(message) if self._digest(message) == entry[:_DIGEST] else None

    def _kept(self, path: Path, laid: Laid) -> Laid:
        with suppress(OSError):  # a folder that cannot be written to keeps nothing
            self._folder.mkdir(mode=_FOLDER_ONLY_MINE, parents=True, exist_ok=True)
            (self._folder / ".gitignore").write_text("*\n", "ascii")  # git commits no names by mistake
            message = of_laid(laid)
            path.write_bytes(self._digest(message) + message)
        return laid

    def _digest(self, message: bytes) -> bytes:
        return sha256(self._press.environment().encode() + b"\0" + message).digest()

    def _forget(self) -> None:
        """Remove what is too much."""
        total = 0
        for path in sorted(self._folder.glob(f"*{_SUFFIX}"), key=_last_use, reverse=True):
            total += path.stat().st_size
            if total > self._most:
                path.unlink()


def _name(job: AnyJob) -> str:
    return sha256("\0".join((job.digest, job.name, job.place)).encode()).hexdigest() + _SUFFIX


def _last_use(path: Path) -> tuple[int, str]:
    return path.stat().st_mtime_ns, path.name


def _read(path: Path) -> bytes | None:
    """What stands there, if anything."""
    try:
        data = path.read_bytes()
        os.utime(path)
    except OSError:
        return None
    return data
