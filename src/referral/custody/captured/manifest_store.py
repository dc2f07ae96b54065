"""C2PA manifests as cameras and programs write them: a `.c2pa` file beside a recording, or in the JPEG itself.

What a claim says is set beside the bits: its assertions, and the recording that it is bound to. The signature of the
claim is NOT verified, so that whoever changed both would not be found; a report of c2patool beside it says that.
"""

import hashlib
import importlib.util
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from referral.custody.captured import json_text, jumbf
from referral.custody.captured.jumbf import Box
from referral.custody.captured.stated import Stated, StatedDigest, UnreadableError, day_of, words_of

_FORM = "C2PA, its signature not verified"
NOT_INSTALLED = 'the package that reads C2PA manifests is not installed; run: pip install "referral[c2pa]"'
_CLAIMS = ("c2pa.claim.v2", "c2pa.claim")
_ACTIONS = ("c2pa.actions.v2", "c2pa.actions")
_ASSERTIONS, _BINDING = "c2pa.assertions", "c2pa.hash.data"
_REFERENCES = ("created_assertions", "gathered_assertions", "assertions")
_ALGORITHMS = ("sha256", "sha384", "sha512")
_PIECE = 1024 * 1024  # bytes

Data = Mapping[str, Any]


def can_read() -> bool:
    """Whether the package is there that reads what stands in a manifest."""
    return importlib.util.find_spec("cbor2") is not None


def read(data: bytes) -> Stated:
    """What a manifest beside a recording says. UnreadableError if it is none."""
    if len(data) > jumbf.LARGEST:
        raise UnreadableError(f"it has more than {jumbf.LARGEST // 2**20} MiB")
    manifest, claim = _active(data)
    bound = [] if (binding := _binding(manifest)).get("exclusions") else list(_digest(binding, claim))
    return _stated(manifest, claim, tuple(StatedDigest(None, name, value) for name, value in bound), ())


def read_jpeg(path: Path) -> Stated | None:
    """What the manifest in a JPEG says, None if it has none. UnreadableError for one that is damaged."""
    with path.open("rb") as stream:
        data = jumbf.boxes_of_jpeg(stream)
    if not data:
        return None
    manifest, claim = _active(data)
    faults = list(_unlike_recording(path, _binding(manifest), claim))
    return _stated(manifest, claim, (), faults)


def _active(data: bytes) -> tuple[Box, Data]:
    """The last manifest of the store, which is the one in force, and its claim."""
    store = next((box for box in jumbf.boxes_in(data) if box.label == "c2pa"), None)
    if store is None or not store.boxes:
        raise UnreadableError("it holds no C2PA manifest")
    manifest = store.boxes[-1]
    claim = next((box for name in _CLAIMS if (box := manifest.named(name))), None)
    if claim is None:
        raise UnreadableError("its manifest makes no claim")
    return manifest, _mapping(claim)


def _mapping(box: Box | None) -> Data:
    """What stands in a box as CBOR; nothing for what is not there."""
    try:
        import cbor2  # an extra: whoever has no such manifests does without
    except ImportError as failure:
        raise UnreadableError(NOT_INSTALLED) from failure
    try:
        found = cbor2.loads(box.data[0]) if box and box.data else {}
    except (cbor2.CBORError, ValueError, RecursionError) as failure:
        raise UnreadableError("a part of it is not readable CBOR") from failure
    return json_text.part(found)


def _assertion(manifest: Box, label: str) -> Box | None:
    held = manifest.named(_ASSERTIONS)
    return held.named(label) if held else None


def _binding(manifest: Box) -> Data:
    return _mapping(_assertion(manifest, _BINDING))


def _stated(manifest: Box, claim: Data, digests: tuple[StatedDigest, ...], faults: Any) -> Stated:
    taken = (action.get("when") for name in _ACTIONS for action in _actions(manifest, name))
    return Stated(
        _FORM,
        days=tuple(day for moment in taken for day in day_of(moment)),
        digests=digests,
        tool=next(_tools(claim), None),
        faults=(*_unlike_claim(manifest, claim), *faults),
    )


def _actions(manifest: Box, name: str) -> list[Data]:
    return json_text.parts(_mapping(_assertion(manifest, name)).get("actions"))


def _tools(claim: Data) -> Iterator[str]:
    info = claim.get("claim_generator_info")
    infos = [info] if isinstance(info, Mapping) else json_text.parts(info)
    yield from (" ".join(words_of(one.get("name"), one.get("version"))) for one in infos if one.get("name"))
    yield from words_of(claim.get("claim_generator"))


def _unlike_claim(manifest: Box, claim: Data) -> Iterator[str]:
    """Assertions of this manifest that are not those of which the claim has the digests."""
    references = [one for name in _REFERENCES for one in json_text.parts(claim.get(name))]
    for reference in references:
        label = str(reference.get("url")).rpartition("/")[2]
        box = _assertion(manifest, label)
        if box is None:
            yield f"its assertion {label} is missing"
        elif (name := _algorithm(reference, claim)) and hashlib.new(name, box.content).digest() != reference.get(
            "hash"
        ):
            yield f"its assertion {label} has not the digest that its claim states"


def _algorithm(said: Data, claim: Data) -> str | None:
    """None for one that is not reckoned here."""
    name = said.get("alg") or claim.get("alg") or _ALGORITHMS[0]
    return str(name) if name in _ALGORITHMS else None


def _digest(binding: Data, claim: Data) -> Iterator[tuple[str, str]]:
    """The digest of a whole recording, by an algorithm that the case can record."""
    name, value = _algorithm(binding, claim), binding.get("hash")
    if name in ("sha256", "sha512") and isinstance(value, bytes):
        yield name, value.hex()


def _unlike_recording(path: Path, binding: Data, claim: Data) -> Iterator[str]:
    """Whether the bits are those that the claim was made of, but for the place in which it lies itself."""
    name, value = _algorithm(binding, claim), binding.get("hash")
    if name and isinstance(value, bytes) and _reckoned(path, name, binding) != value:
        yield "the picture is not the one that its claim was made of"


def _reckoned(path: Path, algorithm: str, binding: Data) -> bytes:
    whole = hashlib.new(algorithm)
    with path.open("rb") as stream:
        for start, length in [*_left_out(binding), (path.stat().st_size, 0)]:
            while stream.tell() < start and (piece := stream.read(min(_PIECE, start - stream.tell()))):
                whole.update(piece)
            stream.seek(max(stream.tell(), start + length))
    return whole.digest()


def _left_out(binding: Data) -> list[tuple[int, int]]:
    """Begin and length of each stretch of which no digest was taken, in their order."""
    said = [(one.get("start"), one.get("length")) for one in json_text.parts(binding.get("exclusions"))]
    found = [(a, n) for a, n in said if isinstance(a, int) and isinstance(n, int) and min(a, n) >= 0]
    if len(found) != len(said):
        raise UnreadableError("what its claim leaves out of the recording is not said in numbers")
    return sorted(found)
