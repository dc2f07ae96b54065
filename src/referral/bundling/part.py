"""One file of a bundle: its path there, where its bytes come from, and their digests."""

import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from referral.bundling.verifier import digests_in
from referral.errors import WriteError

_STEP = 1 << 18


@dataclass(frozen=True)
class Part:
    """`path` is the one in the bundle, with slashes; `source` the bytes, or the file that holds them."""

    path: str
    source: bytes | Path
    size: int
    digests: dict[str, str]

    def pieces(self) -> Iterator[bytes]:
        """The bytes. Raises WriteError at their end if they are not those whose digests were taken."""
        if isinstance(self.source, bytes):
            yield self.source
            return
        found = hashlib.sha256()
        with self.source.open("rb") as stream:
            while piece := stream.read(_STEP):
                found.update(piece)
                yield piece
        if found.hexdigest() != self.digests["sha256"]:
            raise WriteError(f"{self.source}: the file was changed while it was packed; run the command again")


def part(path: str, source: bytes | Path) -> Part:
    """The file with its digests, read once."""
    if isinstance(source, bytes):
        return Part(path, source, len(source), digests_in(io.BytesIO(source), len(source)))
    size = source.stat().st_size
    with source.open("rb", buffering=0) as stream:
        return Part(path, source, size, digests_in(stream, size))
