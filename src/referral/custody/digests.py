"""The two digests of a file, reckoned in one reading; many files at a time, the large ones side by side."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor  # noqa: TID251 - they digest
from dataclasses import dataclass
from pathlib import Path

_PIECE = 128 * 1024  # bytes
_LARGE = 1024 * 1024  # bytes; below this a thread costs more than it saves


@dataclass(frozen=True, slots=True)
class Digests:
    """SHA-256 and SHA-512 of one file, in hexadecimal."""

    sha256: str
    sha512: str

    def by(self, algorithm: str) -> str:
        """The digest by the algorithm of that name."""
        return {"sha256": self.sha256, "sha512": self.sha512}[algorithm]


Reader = Callable[[Path], Digests]
Unread = OSError | ValueError  # a path too long, or of characters no file system has, is a ValueError


def digests_of(path: Path) -> Digests:
    """Both digests of a file, read once in pieces. OSError or ValueError if it cannot be read."""
    sha256, sha512 = hashlib.sha256(), hashlib.sha512()
    with path.open("rb", buffering=0) as stream:
        while piece := stream.read(_PIECE):
            sha256.update(piece)
            sha512.update(piece)
    return Digests(sha256.hexdigest(), sha512.hexdigest())


def digests_of_all(
    paths: Iterable[Path], read: Reader = digests_of, workers: int = 2
) -> Iterator[tuple[Path, Digests | Unread]]:
    """Each path with its digests, or with why it could not be read, in the order given."""
    named = list(paths)
    with ThreadPoolExecutor(max(workers, 1)) as pool:
        ahead = {path: pool.submit(_outcome, read, path) for path in dict.fromkeys(named) if _is_large(path)}
        for path in named:
            yield path, ahead[path].result() if path in ahead else _outcome(read, path)


def _is_large(path: Path) -> bool:
    try:
        return path.stat().st_size >= _LARGE
    except (OSError, ValueError):
        return False


def _outcome(read: Reader, path: Path) -> Digests | Unread:
    try:
        return read(path)
    except (OSError, ValueError) as failure:
        return failure
