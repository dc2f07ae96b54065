"""The metadata.json of an auto-archiver folder (Bellingcat): the address, when, and the digest of each file."""

from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import Any

from referral.custody.captured import json_text
from referral.custody.captured.stated import Stated, StatedDigest, UnreadableError, day_of, words_of

_ALGORITHMS = {"SHA-256": "sha256", "SHA-512": "sha512"}  # it can reckon SHA3-512 too, which we do not


def read(data: bytes) -> Stated:
    """What the file says. UnreadableError if it is another."""
    whole = json_text.mapping(data)
    if not isinstance(whole.get("metadata"), dict) or not isinstance(whole.get("media"), list):
        raise UnreadableError("it is not the metadata of an archived page")
    told = json_text.part(whole, "metadata")
    return Stated(
        "auto-archiver",
        words_of(told.get("url")),
        day_of(told.get("_processed_at")),
        tuple(_digests(json_text.parts(whole["media"]))),
        tool="auto-archiver",
        faults=() if "success" in str(whole.get("status")) else (f'it ended as "{whole.get("status")}"',),
    )


def _digests(media: list[Mapping[str, Any]]) -> Iterator[StatedDigest]:
    for medium in media:
        algorithm, _, value = str(json_text.part(medium, "properties").get("hash", "")).partition(":")
        if algorithm in _ALGORITHMS:
            name = PurePath(str(medium.get("key") or medium.get("filename"))).name
            yield StatedDigest(name, _ALGORITHMS[algorithm], value.lower())
