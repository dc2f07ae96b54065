"""Whatever bytes stand in the place of a C2PA manifest, they are refused in words and never break the program."""

from contextlib import suppress
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from referral.custody.captured.manifest_store import read, read_jpeg
from referral.custody.captured.stated import UnreadableError
from tests.unit.custody.test_manifest_store import jpeg, store

STORE = store()
PICTURE = jpeg(STORE, 200)


def spoilt(whole: bytes, at: int, by: bytes) -> bytes:
    at %= len(whole)
    return whole[:at] + by + whole[at + len(by) :]


@given(st.integers(0, 5000), st.binary(max_size=8), st.integers(0, 2000))
@settings(max_examples=200, deadline=None)
def test_a_spoilt_manifest_is_refused_or_read_and_nothing_else(at: int, by: bytes, cut: int):
    for data in (spoilt(STORE, at, by), STORE[: cut % len(STORE)], by):
        with suppress(UnreadableError):
            assert read(data).form


@given(st.integers(0, 5000), st.binary(max_size=8), st.integers(0, 2000))
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_spoilt_picture_is_refused_or_read_and_nothing_else(tmp_path: Path, at: int, by: bytes, cut: int):
    for data in (spoilt(PICTURE, at, by), PICTURE[: cut % len(PICTURE)], b"\xff\xd8" + by):
        (tmp_path / "x.jpg").write_bytes(data)
        with suppress(UnreadableError):
            found = read_jpeg(tmp_path / "x.jpg")
            assert found is None or found.form
