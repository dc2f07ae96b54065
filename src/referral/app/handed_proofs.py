"""The timestamps that go out with a bundle: which file each proves, written for programs and read when verified."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationError

from referral.app.exhibits import Exhibit, HandedManifests
from referral.bundling.bag import PAYLOAD
from referral.bundling.index import json_bytes
from referral.bundling.part import Part, part
from referral.bundling.verifier import DECLARATION, fault_of
from referral.case.model.files import BlockHeader, Timestamp, TimestampKind
from referral.custody.captured import json_text
from referral.custody.captured.stated import UnreadableError
from referral.custody.timestamps import rfc3161
from referral.custody.timestamps.check import StampedFile
from referral.diagnostics import Position
from referral.protection.files_seen import Form

PROOFS = f"{PAYLOAD}timestamps.json"


def _plain(path: str) -> str:
    if fault := fault_of(path):
        raise ValueError(fault)
    return path


_Path = Annotated[str, AfterValidator(_plain)]


class HandedProof(BaseModel):
    """One timestamp; paths are those below `data/`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    of: _Path
    kind: TimestampKind
    proof: _Path
    certificates: _Path | None = None
    block_header: BlockHeader | None = None
    day: str | None = None
    by: str | None = None


class HandedProofs(BaseModel):
    """All timestamps of a bundle, or of a set of them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    schema_version: Literal["1"] = "1"
    timestamps: list[HandedProof]


def proofs_part(exhibits: Sequence[Exhibit], manifests: HandedManifests) -> list[Part]:
    """The file that tells of them, if there are any."""
    told = _handed(exhibits, manifests)
    return [part(PROOFS, json_bytes(HandedProofs(timestamps=told).model_dump(mode="json")))] if told else []


def proofs_read(exhibits: Sequence[Exhibit], manifests: HandedManifests) -> set[str]:
    """The paths of timestamps that were read whole when the case was checked: no search could tell more of them."""
    can_read = {TimestampKind.OPENTIMESTAMPS: True, TimestampKind.RFC3161: rfc3161.can_verify()}
    return {PAYLOAD + one.proof for one in _handed(exhibits, manifests) if can_read[one.kind]}


def _handed(exhibits: Sequence[Exhibit], manifests: HandedManifests) -> list[HandedProof]:
    of_lists = (one for kept in manifests.lists for one in _of(kept.path, kept.timestamps, manifests.parts))
    return [*_of_exhibits(exhibits), *of_lists]


def _of_exhibits(exhibits: Sequence[Exhibit]) -> Iterator[HandedProof]:
    for _, of_item in groupby(exhibits, lambda one: one.handed.item.id):
        whole = [(one.handed.file, one.part) for one in of_item if one.handed.form is Form.AS_RECORDED]
        there = {file.path: found for file, found in whole if found}
        for file, _ in whole:
            yield from _of(file.path, file.timestamps, there)


def _of(path: str, stamps: Iterable[Timestamp], there: Mapping[str, Part]) -> Iterator[HandedProof]:
    """Those whose file and proof are both handed over."""
    for stamp in stamps:
        if path in there and stamp.path in there:
            certificates = there.get(stamp.certificates or "")
            yield HandedProof(
                of=_below(there[path]),
                kind=stamp.kind,
                proof=_below(there[stamp.path]),
                certificates=_below(certificates) if certificates else None,
                block_header=stamp.block_header,
                day=str(stamp.day) if stamp.day else None,
                by=stamp.by,
            )


def _below(found: Part) -> str:
    return found.path.removeprefix(PAYLOAD)


def stamps_in(path: Path) -> list[StampedFile]:
    """The timestamps of a bundle that lies unpacked, or of a folder of them. UnreadableError if they cannot be read."""
    alone = (path / DECLARATION).is_file()
    packages = [path] if alone else [found.parent for found in sorted(path.glob(f"*/{DECLARATION}"))]
    listed = next((package / PROOFS for package in packages if (package / PROOFS).is_file()), None)
    if listed is None:
        return []
    with listed.open("rb") as stream:
        data = json_text.mapping(stream.read(json_text.LARGEST + 1))
    try:
        proofs = HandedProofs.model_validate(data)
    except ValidationError as failure:
        raise UnreadableError("it is not the list of timestamps that this program writes") from failure
    return [_stamped(packages, proof) for proof in proofs.timestamps]


def _stamped(packages: Sequence[Path], proof: HandedProof) -> StampedFile:
    """Of a set each file lies in one of the packages."""

    def place(name: str) -> Path:
        places = [package / PAYLOAD / name for package in packages]
        return next((found for found in places if found.is_file()), places[0])

    at = Position(PAYLOAD + proof.proof)
    certificates = place(proof.certificates) if proof.certificates else None
    is_token = proof.kind is TimestampKind.RFC3161
    stamp, shown = place(proof.proof), PAYLOAD + proof.proof
    return StampedFile(place(proof.of), stamp, shown, lambda: at, is_token, certificates, proof.block_header)
