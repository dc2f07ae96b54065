"""A timestamp shows that these bits were there at that moment, if it can be checked; and nothing else."""

import hashlib
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from asn1crypto import tsp
from opentimestamps.core.serialize import BytesDeserializationContext
from opentimestamps.core.timestamp import DetachedTimestampFile

from referral.custody import Digests
from referral.custody.timestamps import opentimestamps, rfc3161
from referral.custody.timestamps.check import StampedFile, check_timestamps, proven_by
from referral.custody.timestamps.proven import (
    AnotherFileError,
    NotInstalledError,
    NotTrustedError,
    Proven,
    Standing,
    UnreadableError,
)
from referral.diagnostics import Position
from tests.unit.custody.authority import (
    MOMENT,
    NAME,
    answer,
    append,
    block,
    certificates,
    in_block,
    in_calendar,
    prepend,
    proof,
    token,
)

BITS = b"the recording"


def named(value: object) -> str | None:
    """Tokens hold chance; a test may not be called by them."""
    return "bytes" if isinstance(value, bytes) else None


DIGESTS = Digests(hashlib.sha256(BITS).hexdigest(), hashlib.sha512(BITS).hexdigest())
SHOWN = Proven(Standing.VERIFIED, MOMENT, NAME)
CALENDAR = "https://calendar.example.org"
AT = Position("case.yaml", 3)


@pytest.mark.parametrize("algorithm", ["sha256", "sha512"])
def test_a_token_of_the_authority_shows_the_moment_alone_and_in_an_answer(algorithm: str):
    alone = token(BITS, algorithm)

    assert SHOWN == rfc3161.verify(alone, DIGESTS, certificates())
    assert SHOWN == rfc3161.verify(answer(alone), DIGESTS, certificates())


def test_without_certificates_a_token_is_not_checked():
    assert Proven(Standing.UNCHECKED, MOMENT, NAME) == rfc3161.verify(token(BITS), DIGESTS)


def test_a_token_of_other_bits_shows_nothing():
    with pytest.raises(AnotherFileError, match=hashlib.sha256(b"other").hexdigest()):
        rfc3161.verify(token(b"other"), DIGESTS, certificates())


def test_a_token_of_another_authority_is_not_trusted():
    with pytest.raises(NotTrustedError):
        rfc3161.verify(token(BITS, name="Somebody else"), DIGESTS, certificates())


def test_a_token_signed_when_its_certificate_was_not_valid_is_not_trusted():
    with pytest.raises(NotTrustedError):
        rfc3161.verify(token(BITS, moment=datetime(2023, 1, 1, tzinfo=UTC)), DIGESTS, certificates())


def test_a_token_whose_moment_was_changed_is_not_trusted():
    forged = token(BITS).replace(b"20220312100000Z", b"20220311100000Z")

    with pytest.raises(NotTrustedError):
        rfc3161.verify(forged, DIGESTS, certificates())


@pytest.mark.parametrize(
    "data", [b"", b"0", b"no token", b"0\x80", b"\x30\x82\xff\xff\x06", token(BITS)[:100]], ids=named
)
def test_what_is_no_token_is_said_to_be_none(data: bytes):
    with pytest.raises(UnreadableError):
        rfc3161.verify(data, DIGESTS, certificates())


def test_a_file_without_certificates_is_said_to_hold_none():
    with pytest.raises(UnreadableError, match="certificates"):
        rfc3161.verify(token(BITS), DIGESTS, b"nothing")


def test_without_the_library_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "rfc3161_client", None)

    with pytest.raises(NotInstalledError, match=r"referral\[timestamps\]"):
        rfc3161.verify(token(BITS), DIGESTS)


def test_a_request_tells_an_authority_the_digest_and_nothing_else():
    asked = tsp.TimeStampReq.load(rfc3161.request_for(DIGESTS)).native

    assert {"algorithm": "sha256", "parameters": None} == asked["message_imprint"]["hash_algorithm"]
    assert bytes.fromhex(DIGESTS.sha256) == asked["message_imprint"]["hashed_message"]
    assert (True, None) == (asked["cert_req"], asked["nonce"])


STEPS = (append(b"\x01\x02"), b"\x08", prepend(b"\x03"), b"\x08")
ROOT = hashlib.sha256(b"\x03" + hashlib.sha256(hashlib.sha256(BITS).digest() + b"\x01\x02").digest()).digest()


def test_a_proof_leads_to_a_block_whose_header_shows_the_moment():
    whole = proof(BITS, *STEPS, in_block(7))

    assert [Proven(Standing.VERIFIED, MOMENT, "7")] == opentimestamps.verify(whole, DIGESTS, block(ROOT))
    assert [Proven(Standing.UNCHECKED, None, "7")] == opentimestamps.verify(whole, DIGESTS)


def test_a_proof_that_forks_leads_to_every_attestation_the_strongest_first():
    forked = proof(BITS, b"\xff", append(b"\x05"), in_calendar(CALENDAR), *STEPS, in_block(7))
    pending = Proven(Standing.PENDING, None, CALENDAR)

    assert [Proven(Standing.UNCHECKED, None, "7"), pending] == opentimestamps.verify(forked, DIGESTS)


@pytest.mark.parametrize(
    "whole",
    [
        proof(BITS, *STEPS, in_block(7)),
        proof(BITS, in_calendar(CALENDAR)),
        proof(BITS, b"\xff", append(b"\x05"), in_calendar(CALENDAR), *STEPS, in_block(7)),
        proof(BITS, b"\x02", b"\xf3", b"\x08", in_block(100)),
        proof(BITS, b"\xff", in_calendar(CALENDAR), b"\x00", b"12345678", b"\x02ab"),
    ],
    ids=named,
)
def test_the_library_of_its_makers_reads_the_same_in_a_proof(whole: bytes):
    theirs = DetachedTimestampFile.deserialize(BytesDeserializationContext(whole))
    blocks = {str(a.height) for _, a in theirs.timestamp.all_attestations() if hasattr(a, "height")}
    calendars = {a.uri for _, a in theirs.timestamp.all_attestations() if hasattr(a, "uri")}
    roots = {message for message, a in theirs.timestamp.all_attestations() if hasattr(a, "height")}

    ours = opentimestamps.verify(whole, DIGESTS)

    assert blocks == {one.by for one in ours if one.standing is Standing.UNCHECKED}
    assert calendars == {one.by for one in ours if one.standing is Standing.PENDING}
    for root in roots:
        if len(root) == 32:
            assert Standing.VERIFIED is opentimestamps.verify(whole, DIGESTS, block(root))[0].standing


def test_a_proof_of_other_bits_shows_nothing():
    with pytest.raises(AnotherFileError):
        opentimestamps.verify(proof(b"other", in_block(7)), DIGESTS)


HARD = "ffff001d"  # a target that no header made here meets


@pytest.mark.parametrize(
    "header",
    [block(bytes(32)), block(ROOT)[:144] + HARD + block(ROOT)[152:], "00" * 80],
    ids=["of another block", "without work", "of nothing"],
)
def test_a_header_of_another_block_or_of_none_is_not_trusted(header: str):
    with pytest.raises(NotTrustedError):
        opentimestamps.verify(proof(BITS, *STEPS, in_block(7)), DIGESTS, header)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        proof(BITS),
        proof(BITS, in_block(7), b"\x00"),
        proof(BITS, in_block(7))[:-1],
        proof(BITS, b"\x67", in_block(7)),
        proof(BITS, b"\xf0\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01"),
        proof(BITS, b"\xf0\xff\xff\x01"),
        proof(BITS, *[b"\x08"] * 300, in_block(7)),
        proof(BITS, *[b"\xf3"] * 9, in_block(7)),
        proof(BITS, b"\x00" + bytes.fromhex("0588960d73d71901") + b"\x00"),
        b"\x00OpenTimestamps\x00\x00Proof\x00" + bytes(80),
    ],
    ids=named,
)
def test_what_is_no_proof_is_said_to_be_none(data: bytes):
    with pytest.raises(UnreadableError):
        opentimestamps.verify(data, DIGESTS)


def stamped(folder: Path, stamp: bytes, is_token: bool = True, **given: Any) -> StampedFile:
    (folder / "x.mp4").write_bytes(BITS)
    (folder / "x.stamp").write_bytes(stamp)
    (folder / "root.pem").write_bytes(certificates())
    if is_token:
        given = {"certificates": folder / "root.pem", **given}
    return StampedFile(folder / "x.mp4", folder / "x.stamp", "x.stamp", lambda: AT, is_token, **given)


def found(file: StampedFile) -> list[str]:
    findings = list(check_timestamps([file]))
    assert all(AT == finding.position for finding in findings)
    return [finding.rule for finding in findings]


def test_a_good_timestamp_of_a_possible_day_is_no_finding(tmp_path: Path):
    days: dict[str, Any] = {"not_before": date(2022, 3, 12), "not_after": date(2022, 3, 12)}
    file = stamped(tmp_path, token(BITS), **days)

    assert [] == found(file)
    assert [SHOWN] == proven_by(file)
    assert [] == found(stamped(tmp_path, proof(BITS, *STEPS, in_block(7)), False, block_header=block(ROOT), **days))


@pytest.mark.parametrize("days", [{"not_before": date(2022, 3, 13)}, {"not_after": date(2022, 3, 11)}])
def test_a_timestamp_of_an_impossible_day_is_found(tmp_path: Path, days: dict[str, Any]):
    assert ["timestamp-impossible"] == found(stamped(tmp_path, token(BITS), **days))


@pytest.mark.parametrize(
    ("rule", "stamp", "given"),
    [
        ("timestamp-of-another", token(b"other"), {}),
        ("timestamp-not-trusted", token(BITS, name="Somebody else"), {}),
        ("timestamp-unreadable", b"no token", {}),
        ("timestamp-unchecked", token(BITS), {"certificates": None}),
        ("timestamp-missing", token(BITS), {"certificates": Path("nowhere.pem")}),
        ("timestamp-unchecked", proof(BITS, in_calendar(CALENDAR)), {"is_token": False}),
        ("timestamp-unchecked", proof(BITS, *STEPS, in_block(7)), {"is_token": False}),
        ("timestamp-unchecked", proof(BITS, b"\x00" + b"12345678" + b"\x00"), {"is_token": False}),
        ("timestamp-unreadable", bytes(2 * 1024 * 1024), {"is_token": False}),
    ],
    ids=named,
)
def test_what_is_wrong_with_a_timestamp_is_found(tmp_path: Path, rule: str, stamp: bytes, given: dict[str, Any]):
    assert [rule] == found(stamped(tmp_path, stamp, **given))


def test_a_timestamp_that_is_not_there_is_found(tmp_path: Path):
    file = stamped(tmp_path, b"")
    file.stamp.unlink()

    assert ["timestamp-missing"] == found(file)
