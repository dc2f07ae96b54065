"""What two processes say to each other through pipes: messages of bytes, each with its length before it."""

import os
import sys
from typing import IO, Literal

_LENGTH = 8  # bytes that say how many follow
_ORDER: Literal["big"] = "big"


def send(stream: IO[bytes], message: bytes) -> None:
    stream.write(len(message).to_bytes(_LENGTH, _ORDER))
    stream.write(message)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes | None:
    """The next message; None if the other side has ended, even within one."""
    length = int.from_bytes(stream.read(_LENGTH), _ORDER)
    message = stream.read(length)
    return message if length and len(message) == length else None


def own_output() -> IO[bytes]:
    """Standard output for the answers alone: what a library prints goes nowhere."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return answers
