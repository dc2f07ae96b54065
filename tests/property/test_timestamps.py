"""Whatever bytes stand in the place of a timestamp, they are refused in words and never break the program."""

import hashlib
from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from referral.custody import Digests
from referral.custody.timestamps import opentimestamps, rfc3161
from referral.custody.timestamps.proven import TimestampError
from tests.unit.custody.authority import MOMENT, append, certificates, in_block, in_calendar, proof, token

BITS = b"bits"
DIGESTS = Digests(hashlib.sha256(BITS).hexdigest(), hashlib.sha512(BITS).hexdigest())
PROOF = proof(BITS, b"\xff", append(b"\x05"), in_calendar("https://example.org"), b"\x08", in_block(7))
TOKEN = token(BITS)


def spoilt(whole: bytes, at: int, by: bytes) -> bytes:
    at %= len(whole)
    return whole[:at] + by + whole[at + len(by) :]


@given(st.integers(0, 5000), st.binary(max_size=8), st.integers(0, 400))
@settings(max_examples=150, deadline=None)
def test_a_spoilt_proof_is_refused_or_read_and_nothing_else(at: int, by: bytes, cut: int):
    for data in (spoilt(PROOF, at, by), PROOF[: cut % len(PROOF)], PROOF[:65] + by):
        with suppress(TimestampError):
            assert opentimestamps.verify(data, DIGESTS) is not None


@given(st.integers(0, 5000), st.binary(max_size=8), st.integers(0, 2000))
@settings(max_examples=100, deadline=None)
def test_a_spoilt_token_is_refused_or_read_and_nothing_else(at: int, by: bytes, cut: int):
    for data in (spoilt(TOKEN, at, by), TOKEN[: cut % len(TOKEN)]):
        with suppress(TimestampError):
            assert rfc3161.verify(data, DIGESTS) is not None
            assert MOMENT == rfc3161.verify(data, DIGESTS, certificates()).moment  # what was signed was not changed
