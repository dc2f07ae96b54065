"""Proofs of OpenTimestamps: from the digest of a file, step by step, to what calendars and blocks attest.

The format is small and settled, and the library that reads it has a licence that the program cannot take over.
"""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from referral.custody.digests import Digests
from referral.custody.timestamps.proven import AnotherFileError, NotTrustedError, Proven, Standing, UnreadableError

LARGEST = 1024 * 1024  # bytes
_MAGIC = bytes.fromhex("004f70656e54696d657374616d7073000050726f6f6600bf89e2e884e89294")
_VERSION = 1
_SHA256 = 0x08
_ATTESTATION, _FORK = 0x00, 0xFF
_TAG, _LONGEST_PAYLOAD, _LONGEST_MESSAGE, _DEEPEST = 8, 8192, 4096, 256
_CALENDAR, _BLOCK = bytes.fromhex("83dfe30d2ef90c8e"), bytes.fromhex("0588960d73d71901")
_ALONE: dict[int, Callable[[bytes], bytes]] = {
    0x02: lambda message: hashlib.sha1(message, usedforsecurity=False).digest(),
    _SHA256: lambda message: hashlib.sha256(message).digest(),
    0xF3: lambda message: message.hex().encode(),
}
_WITH_BYTES: dict[int, Callable[[bytes, bytes], bytes]] = {
    0xF0: lambda message, more: message + more,
    0xF1: lambda message, more: more + message,
}


@dataclass(frozen=True, slots=True)
class _Attested:
    """What an attestation says of a message: a calendar's address, or the number of a block."""

    tag: bytes
    payload: bytes
    message: bytes


class _Reader:
    """Bytes taken one after the other. UnreadableError at their end."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def take(self, count: int) -> bytes:
        taken = self._data[self._at : self._at + count]
        if len(taken) != count:
            raise UnreadableError("the proof ends too early")
        self._at += count
        return taken

    def byte(self) -> int:
        return self.take(1)[0]

    def number(self) -> int:
        value = shift = 0
        while True:
            byte = self.byte()
            value |= (byte & 0x7F) << shift
            if not byte & 0x80:
                return value
            if (shift := shift + 7) > 63:
                raise UnreadableError("the proof holds a number that is too large")

    def piece(self, longest: int) -> bytes:
        if (count := self.number()) > longest:
            raise UnreadableError("the proof holds a piece that is too long")
        return self.take(count)

    def at_end(self) -> bool:
        return self._at == len(self._data)


def verify(data: bytes, digests: Digests, block_header: str | None = None) -> list[Proven]:
    """What a proof shows of a file with these digests, the strongest first.

    UnreadableError, AnotherFileError, or NotTrustedError if the block whose header is given does not hold it.
    """
    reader = _Reader(data)
    if reader.take(len(_MAGIC)) != _MAGIC or reader.number() != _VERSION:
        raise UnreadableError("it is no proof of OpenTimestamps")
    if reader.byte() != _SHA256:
        raise UnreadableError("the proof is of another digest than SHA-256")
    digest = reader.take(32)
    if digest.hex() != digests.sha256:
        raise AnotherFileError(f"it is a proof of the file whose sha256 is {digest.hex()}")
    attested = list(_walk(reader, digest, _DEEPEST))
    if not reader.at_end():
        raise UnreadableError("something stands behind the proof")
    shown = [proven for one in attested for proven in _shown(one, block_header)]
    return sorted(shown, key=lambda proven: list(Standing).index(proven.standing))


def _walk(reader: _Reader, message: bytes, depth: int) -> Iterator[_Attested]:
    """Every attestation that can be reached from a message."""
    if not depth:
        raise UnreadableError("the proof has too many steps")
    while True:
        tag = reader.byte()
        is_last = tag != _FORK
        tag = tag if is_last else reader.byte()
        if tag == _ATTESTATION:
            yield _Attested(reader.take(_TAG), reader.piece(_LONGEST_PAYLOAD), message)
        else:
            yield from _walk(reader, _after(tag, reader, message), depth - 1)
        if is_last:
            return


def _after(tag: int, reader: _Reader, message: bytes) -> bytes:
    if tag in _ALONE:
        after = _ALONE[tag](message)
    elif tag in _WITH_BYTES:
        after = _WITH_BYTES[tag](message, reader.piece(_LONGEST_MESSAGE))
    else:
        raise UnreadableError(f"the proof takes a step (0x{tag:02x}) that is not reckoned here")
    if len(after) > _LONGEST_MESSAGE:
        raise UnreadableError("the proof makes a message that is too long")
    return after


def _shown(attested: _Attested, block_header: str | None) -> Iterator[Proven]:
    """Attestations of kinds that we do not know show nothing."""
    payload = _Reader(attested.payload)
    if attested.tag == _CALENDAR:
        address = payload.piece(1000).decode("ascii", errors="replace")
        yield Proven(Standing.PENDING, None, address)
    elif attested.tag == _BLOCK:
        block = str(payload.number())
        moment = _time_of(bytes.fromhex(block_header), attested.message) if block_header else None
        yield Proven(Standing.VERIFIED if moment else Standing.UNCHECKED, moment, block)


def _time_of(header: bytes, message: bytes) -> datetime:
    """The time of a block whose work was done and which holds the message; how hard the work was is in the header."""
    root, seconds, bits = header[36:68], int.from_bytes(header[68:72], "little"), header[72:76]
    target = int.from_bytes(bits[:3], "little") << (8 * max(bits[3] - 3, 0))
    work = hashlib.sha256(hashlib.sha256(header).digest()).digest()
    if root != message:
        raise NotTrustedError("the block whose header is given does not hold it; give the header of the block it names")
    if int.from_bytes(work, "little") > target:
        raise NotTrustedError("the header that is given is not that of a block: no work was done for it")
    return datetime.fromtimestamp(seconds, UTC)
