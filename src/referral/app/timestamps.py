"""Timestamps of single files: asked of an authority over the network, which nothing else here does, or verified."""

import re
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

from referral.custody import digests_of
from referral.custody.timestamps import rfc3161
from referral.custody.timestamps.check import StampedFile, proven_by
from referral.custody.timestamps.proven import Proven, TimestampError
from referral.diagnostics import Position
from referral.durable import replace_file
from referral.errors import ReferralError, UsageError

_SECONDS = 30
_HEADER = re.compile("[0-9a-f]{160}")
_ASKED, _ANSWERED = "application/timestamp-query", "application/timestamp-reply"


def request_timestamp(file: Path, address: str, out: Path) -> Proven:
    """Ask an authority for a token and write it; it is told the SHA-256 of the file, and nothing of the file itself.

    Raises UsageError for an address that is none, or a file that is there; ReferralError if no good token comes.
    """
    if urllib.parse.urlsplit(address).scheme not in ("http", "https"):
        raise UsageError(f'"{address}" is no address of an authority; write https://…')
    if out.exists():
        raise UsageError(f"{out} is there already and is not replaced; name another file")
    digests = digests_of(file)
    answer = _answer(address, rfc3161.request_for(digests))
    try:
        proven = rfc3161.verify(answer, digests)
    except TimestampError as failure:
        raise ReferralError(f"{address}: the answer is no timestamp of this file: {failure}") from failure
    replace_file(out, answer)
    return proven


def _answer(address: str, body: bytes) -> bytes:
    asked = urllib.request.Request(address, body, {"Content-Type": _ASKED, "Accept": _ANSWERED})  # noqa: S310 - http only
    try:
        with urllib.request.urlopen(asked, timeout=_SECONDS) as answer:  # noqa: S310 - the address was looked at
            data: bytes = answer.read(rfc3161.LARGEST + 1)
    except (urllib.error.URLError, OSError) as failure:
        raise ReferralError(f"{address}: no timestamp came: {failure}") from failure
    if len(data) > rfc3161.LARGEST:
        raise ReferralError(f"{address}: the answer is far too large for a timestamp")
    return data


def verify_timestamp(file: Path, stamp: Path, certificates: Path | None, block_header: str | None) -> list[Proven]:
    """What a timestamp shows of a file, the strongest first. Raises ReferralError if it shows nothing.

    Raises UsageError for a header of a block that can be none.
    """
    if block_header is not None and not _HEADER.fullmatch(block_header):
        raise UsageError("the header of a block is 160 of the digits 0-9 and a-f")
    is_token = stamp.suffix.lower() != ".ots"
    stamped = StampedFile(file, stamp, str(stamp), Position(str(stamp)), is_token, certificates, block_header)
    try:
        return proven_by(stamped)
    except TimestampError as failure:
        raise ReferralError(f"{stamp}: {failure}") from failure
