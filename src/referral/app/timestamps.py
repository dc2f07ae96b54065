"""Timestamps: asked of an authority over the network, which nothing else here does, or verified."""

import re
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

from referral.app.proofs import Proof
from referral.app.stamped import file_to_stamp
from referral.custody import digests_of
from referral.custody.timestamps import rfc3161
from referral.custody.timestamps.check import proven_by
from referral.custody.timestamps.proven import Proven, TimestampError
from referral.durable import replace_file
from referral.errors import ReferralError, UsageError

_SECONDS = 30
_HEADER = re.compile("[0-9a-f]{160}")
_ASKED, _ANSWERED = "application/timestamp-query", "application/timestamp-reply"


def request_timestamp(path: Path, address: str, out: Path) -> Proven:
    """Ask an authority for a token and write it; it is told the SHA-256 of the file, and nothing of the file itself.

    `path` is a file, a bundle or a case; of these a list of digests is stamped. Raises UsageError for an address that
    is none, or a file that is there; ReferralError if no good token comes.
    """
    if urllib.parse.urlsplit(address).scheme not in ("http", "https"):
        raise UsageError(f'"{address}" is no address of an authority; write https://…')
    if out.exists():
        raise UsageError(f"{out} is there already and is not replaced; name another file")
    digests = digests_of(file_to_stamp(path, out))
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


def verify_timestamp(path: Path, proof: Proof) -> list[Proven]:
    """What a timestamp shows of a file or bundle, the strongest first. Raises ReferralError if it shows nothing.

    Raises UsageError for a header of a block that can be none.
    """
    require_header(proof.block_header)
    try:
        return proven_by(proof.of(path))
    except TimestampError as failure:
        raise ReferralError(f"{proof.stamp}: {failure}") from failure


def require_header(block_header: str | None) -> None:
    """UsageError for what can be no header of a block."""
    if block_header is not None and not _HEADER.fullmatch(block_header):
        raise UsageError("the header of a block is 160 of the digits 0-9 and a-f")
