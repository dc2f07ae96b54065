"""Proofs of ProofMode beside a recording, as JSON or CSV: its digest, and when the proof was made.

Where it was taken, by which device and over which network is left unread: it endangers whoever filmed.
"""

import csv
from collections.abc import Mapping
from io import StringIO
from typing import Any

from referral.custody.captured import json_text
from referral.custody.captured.stated import Stated, StatedDigest, UnreadableError, day_of

_DIGEST, _MADE, _CHANGED = "File Hash SHA256", "Proof Generated", "File Modified"


def read_json(data: bytes) -> Stated:
    """What a proof in JSON says. UnreadableError if it is none."""
    return _stated(json_text.mapping(data))


def read_csv(data: bytes) -> Stated:
    """What a proof in CSV says: a line of names, a line of values. UnreadableError if it is none."""
    try:
        rows = list(csv.DictReader(StringIO(data[: json_text.LARGEST].decode("utf-8-sig"))))
    except (UnicodeDecodeError, csv.Error) as failure:
        raise UnreadableError("it is not readable CSV") from failure
    return _stated(rows[-1] if rows else {})


def _stated(told: Mapping[str, Any]) -> Stated:
    digest = str(told.get(_DIGEST, "")).lower()
    if not digest:
        raise UnreadableError(f'it does not state "{_DIGEST}"')
    days = day_of(told.get(_MADE)) or day_of(told.get(_CHANGED))
    return Stated("ProofMode", days=days, digests=(StatedDigest(None, "sha256", digest),), tool="ProofMode")
