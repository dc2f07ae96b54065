"""How much of a file is opened, counted while it is unpacked and not by what it claims; and files inside files."""

import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from referral.scan.passage import Read

_STEP = 1 << 20


class TooLargeError(Exception):
    """More bytes come out than may be unpacked."""


class Readable(Protocol):
    def read(self, size: int, /) -> bytes: ...


@dataclass(frozen=True)
class Limits:
    """`bytes` unpacked from one file on disk, all files inside it together; `deepest`: files within files."""

    bytes: int = 2 << 30
    entries: int = 200_000
    deepest: int = 4
    revisions: int = 8


class Allowance:
    """What may still be unpacked of one file on disk."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._left = limits.bytes

    def read(self, stream: Readable) -> bytes:
        """All of a stream that unpacks as it is read. Raises TooLargeError."""
        parts = []
        while part := stream.read(_STEP):
            self._take(len(part))
            parts.append(part)
        return b"".join(parts)

    def inflated(self, data: bytes) -> bytes:
        """What zlib makes of data, also if they were cut off. Raises TooLargeError, and zlib.error."""
        machine = zlib.decompressobj()
        parts = [machine.decompress(data, _STEP)]
        while parts[-1] and not machine.eof:
            self._take(len(parts[-1]))
            parts.append(machine.decompress(machine.unconsumed_tail, _STEP))
        return b"".join(parts)

    def _take(self, size: int) -> None:
        self._left -= size
        if self._left < 0:
            raise TooLargeError


@dataclass(frozen=True)
class Inside:
    """What a reader of packages needs for the files in them: how they are opened, and how much may be."""

    open: Callable[[bytes], Iterator[Read]]
    allowance: Allowance
