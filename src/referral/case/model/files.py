"""Files of evidence items: where they lie, their digests, what they were made of, what their pictures show."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from referral.case.model.base import LocalText, Model
from referral.case.model.scalars import EdtfDate, FilePath, Flag, Form, WholeNumber, Words


class Algorithm(StrEnum):
    SHA256 = "sha256"
    SHA512 = "sha512"


Digits = Annotated[str, Form(r"^[0-9a-f]{64}([0-9a-f]{64})?$", "a digest is 64 or 128 of the digits 0-9 and a-f")]


BlockHeader = Annotated[str, Form(r"^[0-9a-f]{160}$", "a header of a block is 160 of the digits 0-9 and a-f")]


class Digest(Model):
    """What anyone can reckon from a file again, to see that not a bit of it has changed."""

    algorithm: Algorithm = Field(Algorithm.SHA256, description="how it was reckoned")
    value: Digits = Field(description="the digits, as `sha256sum FILE` prints them")

    @model_validator(mode="after")
    def _fits_algorithm(self) -> "Digest":
        length = {Algorithm.SHA256: 64, Algorithm.SHA512: 128}[self.algorithm]
        if len(self.value) != length:
            raise ValueError(f"a digest by {self.algorithm} has {length} digits; this one has {len(self.value)}")
        return self


class FileRole(StrEnum):
    """What a file is; `evidentiary_copy`: never touched; `working_copy`: to work with; `sidecar`: about another."""

    ORIGINAL = "original"
    EVIDENTIARY_COPY = "evidentiary_copy"
    WORKING_COPY = "working_copy"
    REDACTED = "redacted"
    TRANSLATION = "translation"
    TRANSCRIPT = "transcript"
    SIDECAR = "sidecar"


DERIVED_ROLES = frozenset({FileRole.WORKING_COPY, FileRole.REDACTED, FileRole.TRANSLATION, FileRole.TRANSCRIPT})


class TimestampKind(StrEnum):
    """`rfc3161`: signed by an authority; `opentimestamps`: a way to a block of the Bitcoin chain."""

    RFC3161 = "rfc3161"
    OPENTIMESTAMPS = "opentimestamps"


class Timestamp(Model):
    """A proof that a file was there on a day. It says nothing of whether the file is true, or who made it."""

    kind: TimestampKind = Field(description="what kind of proof it is")
    path: FilePath = Field(description="the token or proof, relative to the case folder, with /")
    day: EdtfDate | None = Field(None, description="the day that it states, in universal time")
    by: Words | None = Field(None, description="the authority that signed it, or the number of the block")
    certificates: FilePath | None = Field(None, description="rfc3161: certificates of the authority (PEM)")
    block_header: BlockHeader | None = Field(None, description="opentimestamps: the header of the block that it names")

    @property
    def paths(self) -> tuple[str, ...]:
        """The proof, and the certificates that it is checked with."""
        is_checked_by = self.certificates if self.kind is TimestampKind.RFC3161 else None
        return (self.path, is_checked_by) if is_checked_by else (self.path,)


class Manifest(Model):
    """A list of the digests of all evidence files, as they were on a day: a timestamp of it is one of all of them."""

    path: FilePath = Field(description="the list, as sha256sum writes it, relative to the case folder, with /")
    timestamps: list[Timestamp] = Field([], description="proofs that the list was there on a day")


class FileObject(Model):
    """Bits: a file below the case folder with the digest it had when it was taken in (PREMIS Object)."""

    path: FilePath = Field(description="relative to the case folder, with /")
    role: FileRole = Field(FileRole.ORIGINAL, description="original, or made from another file")
    digest: Digest | None = Field(None, description="the digest at the time it was taken in")
    second_digest: Digest | None = Field(None, description="a digest of the same bits by the other algorithm")
    size: WholeNumber | None = Field(None, description="in bytes")
    derived_from: FilePath | None = Field(None, description="the path of the file it was made from")
    timestamps: list[Timestamp] = Field([], description="proofs that it was there on a day")
    depicts: LocalText | None = Field(None, description="of an image: what is seen in it, for who cannot see it")
    shows_nobody: Flag = Field(False, description="of an image: looked through, nobody to be protected is known by it")

    @model_validator(mode="after")
    def _digests_differ_in_algorithm(self) -> "FileObject":
        if self.second_digest and (not self.digest or self.digest.algorithm is self.second_digest.algorithm):
            raise ValueError("second_digest stands beside digest and is reckoned by the other algorithm")
        return self

    @property
    def digests(self) -> tuple[Digest, ...]:
        """Every digest that was recorded."""
        return tuple(digest for digest in (self.digest, self.second_digest) if digest)
