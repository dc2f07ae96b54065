"""Both digests of a file, in one reading, of one file and of many."""

from hashlib import sha256, sha512
from pathlib import Path

import pytest

from referral.custody import Digests, digests_of, digests_of_all

LARGE = 1024 * 1024


def of(data: bytes) -> Digests:
    return Digests(sha256(data).hexdigest(), sha512(data).hexdigest())


@pytest.mark.parametrize("size", [0, 1, 128 * 1024 - 1, 128 * 1024, 128 * 1024 + 1, LARGE + 7])
def test_both_digests_are_those_of_the_whole_file(tmp_path: Path, size: int):
    data = bytes(number % 251 for number in range(size))
    path = tmp_path / "x"
    path.write_bytes(data)

    assert of(data) == digests_of(path)


def test_a_digest_is_had_by_the_name_of_its_algorithm():
    digests = of(b"x")

    assert (digests.sha256, digests.sha512) == (digests.by("sha256"), digests.by("sha512"))


@pytest.mark.parametrize("workers", [0, 1, 3])
def test_many_files_come_in_the_order_asked_for_large_ones_and_small(tmp_path: Path, workers: int):
    contents = {"b": b"b" * LARGE, "a": b"a", "c": b"c" * (LARGE + 1)}
    for name, data in contents.items():
        (tmp_path / name).write_bytes(data)

    found = list(digests_of_all([tmp_path / name for name in (*contents, "b")], workers=workers))

    assert [(tmp_path / name, of(contents[name])) for name in ("b", "a", "c", "b")] == found


@pytest.mark.parametrize("name", ["nothing", "x" * 5000, "\0", "."])
def test_what_cannot_be_read_says_why_and_stops_nothing(tmp_path: Path, name: str):
    (tmp_path / "x").write_bytes(b"x")

    (_, failure), (_, found) = digests_of_all([tmp_path / name, tmp_path / "x"])

    assert isinstance(failure, OSError | ValueError)
    assert of(b"x") == found
