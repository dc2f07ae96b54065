"""C2PA manifests as the report in JSON that c2patool prints: who made the claim, when it was signed, what was amiss.

The signature itself was verified by the program that wrote the report, not by us. The manifests themselves are read in
`manifest_store`.
"""

import base64
import binascii
from collections.abc import Iterator, Mapping
from typing import Any

from referral.custody.captured import json_text
from referral.custody.captured.stated import Stated, StatedDigest, UnreadableError, day_of, words_of

_BINDING = "c2pa.hash.data"
_ALGORITHMS = ("sha256", "sha512")


def read(data: bytes) -> Stated:
    """What a report says of its active manifest. UnreadableError if it is no such report."""
    whole = json_text.mapping(data)
    label = whole.get("active_manifest")
    manifest = json_text.part(whole, "manifests", label) if isinstance(label, str) else {}
    if not manifest:
        raise UnreadableError("it is not a report of C2PA manifests")
    return Stated(
        "C2PA",
        days=day_of(_signature(manifest).get("time")),
        digests=tuple(_bound(manifest)),
        tool=next(_tools(manifest), None),
        faults=tuple(f"its report says {status.get('code')}" for status in _amiss(whole)),
    )


def _signature(manifest: Mapping[str, Any]) -> Mapping[str, Any]:
    return json_text.part(manifest, "signature_info") or json_text.part(manifest, "signature")


def _tools(manifest: Mapping[str, Any]) -> Iterator[str]:
    for claim in (manifest, json_text.part(manifest, "claim")):
        infos = json_text.parts(claim.get("claim_generator_info"))
        yield from (" ".join(words_of(info.get("name"), info.get("version"))) for info in infos if info.get("name"))
        yield from words_of(claim.get("claim_generator"))


def _amiss(whole: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    newer = json_text.part(whole, "validation_results", "activeManifest").get("failure")
    return [*json_text.parts(whole.get("validation_status")), *json_text.parts(newer)]


def _bound(manifest: Mapping[str, Any]) -> Iterator[StatedDigest]:
    """The digest of the whole file, where the manifest stands beside it and leaves no part of it out."""
    bindings = [json_text.part(manifest, "assertion_store", _BINDING)]
    for assertion in json_text.parts(manifest.get("assertions")):
        bindings += [json_text.part(assertion, "data")] if assertion.get("label") == _BINDING else []
    for binding in bindings:
        algorithm = binding.get("alg")
        if algorithm in _ALGORITHMS and not binding.get("exclusions"):
            yield from (StatedDigest(None, str(algorithm), value) for value in _hexadecimal(binding.get("hash")))


def _hexadecimal(text: object) -> Iterator[str]:
    try:
        yield base64.b64decode(str(text), validate=True).hex()
    except (binascii.Error, ValueError):
        return
