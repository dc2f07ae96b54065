"""A bundle for its recipient alone: encrypted with age. Each time the bytes are others, for a key is drawn anew."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from referral.errors import UsageError, WriteError

_NOT_INSTALLED = 'the package that encrypts is not installed; run: pip install "referral[age]"'


def write_encrypted(pieces: Iterable[bytes], path: Path, recipients: Sequence[str]) -> None:
    """A new file that only the holders of the keys of `recipients` can open. Nothing unencrypted touches the disk."""
    try:
        import pyrage  # an extra: whoever encrypts nothing does without
    except ImportError as failure:
        raise WriteError(_NOT_INSTALLED) from failure
    keys = [_key(pyrage, text) for text in recipients]
    with path.open("xb") as stream:
        source, sink = _Source(pieces), _Sink(stream)
        try:
            pyrage.encrypt_io(source, sink, keys)
        except pyrage.EncryptError as failure:
            raise source.failure or sink.failure or WriteError(f"{path}: cannot be encrypted: {failure}") from failure
        if sink.failure:  # of which the library says nothing if it comes last
            raise sink.failure
        os.fsync(stream.fileno())
    path.chmod(0o644)


def _key(pyrage: Any, text: str) -> Any:
    try:
        return pyrage.x25519.Recipient.from_str(text.strip())
    except pyrage.RecipientError as failure:
        raise UsageError(f'"{text}" is no public key of age; it begins with age1, as age-keygen prints it') from failure


class _Source:
    """Bytes that are made while they are read; keeps what went wrong, which the library would tell in its own words."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = iter(pieces)
        self._held = b""
        self.failure: Exception | None = None

    def read(self, size: int) -> bytes:
        try:
            while len(self._held) < size and (piece := next(self._pieces, None)) is not None:
                self._held += piece
        except Exception as failure:
            self.failure = failure
            raise
        data, self._held = self._held[:size], self._held[size:]
        return data


class _Sink:
    """A file that keeps what went wrong in writing it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.failure: OSError | None = None

    def write(self, data: bytes) -> int:
        try:
            written = self._stream.write(data)
            self._stream.flush()
        except OSError as failure:
            self.failure = failure
            raise
        return written

    def flush(self) -> None:
        """Nothing waits."""
