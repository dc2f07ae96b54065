"""JSON of others, read with a limit and without trust in its shape."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from referral.custody.captured.stated import UnreadableError

LARGEST = 32 * 1024 * 1024  # bytes; a sidecar has some thousand


def mapping(data: bytes) -> Mapping[str, Any]:
    """The object that stands in JSON text. UnreadableError if there is none."""
    if len(data) > LARGEST:
        raise UnreadableError(f"it has more than {LARGEST // 2**20} MiB")
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as failure:
        raise UnreadableError("it is not readable JSON") from failure
    if not isinstance(found, dict):
        raise UnreadableError("it is not what its name says")
    return found


def part(whole: object, *keys: str) -> Mapping[str, Any]:
    """The object below these keys, an empty one where there is none."""
    for key in keys:
        whole = whole.get(key) if isinstance(whole, Mapping) else None
    return whole if isinstance(whole, Mapping) else {}


def parts(whole: object) -> list[Mapping[str, Any]]:
    """The objects of a list, whatever else stands there."""
    listed = whole if isinstance(whole, Sequence) and not isinstance(whole, str) else ()
    return [one for one in listed if isinstance(one, Mapping)]
