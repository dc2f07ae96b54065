"""Evidence files are what the case says they are."""

from functools import partial
from hashlib import sha256, sha512
from pathlib import Path

import pytest

from referral.custody import RecordedFile, check_files, digest_of
from referral.diagnostics import Position, Severity

AT = Position("case.yaml", 5, 9)
BITS = b"bits"


@pytest.fixture
def bits(tmp_path: Path) -> Path:
    path = tmp_path / "x.txt"
    path.write_bytes(BITS)
    return path


def rules(path: Path, size: int | None = None, **digests: str) -> list[str]:
    """What is found of a file recorded with these digests, by their algorithm."""
    findings = list(check_files([RecordedFile(path, "files/x.txt", lambda: AT, tuple(digests.items()), size)]))
    assert all(AT == finding.position for finding in findings)
    return [finding.rule for finding in findings]


def test_a_file_that_is_as_recorded_has_no_finding(bits: Path):
    assert [] == rules(bits, sha256=sha256(BITS).hexdigest(), size=4)
    assert [] == rules(bits, sha512=sha512(BITS).hexdigest())


def test_a_file_that_is_not_as_recorded_is_found(bits: Path):
    assert ["digest-differs"] == rules(bits, sha256=sha256(b"others").hexdigest())
    assert ["size-differs", "digest-differs"] == rules(bits, sha256=sha256(b"others").hexdigest(), size=6)
    assert ["no-digest"] == rules(bits)


def test_either_digest_is_looked_at(bits: Path):
    good = sha256(BITS).hexdigest()

    assert [] == rules(bits, sha256=good, sha512=sha512(BITS).hexdigest())
    assert ["digest-differs"] == rules(bits, sha256=good, sha512="0" * 128)


def test_every_finding_stands_where_its_file_is_recorded(tmp_path: Path):
    places = [3, 1, 2]
    files = [RecordedFile(tmp_path / "nothing", "nothing", partial(Position, "case.yaml", place)) for place in places]

    assert places == [finding.position.line for finding in check_files(files)]


def test_an_empty_file_has_a_size_too(tmp_path: Path):
    path = tmp_path / "x.txt"
    path.touch()

    assert ["size-differs"] == rules(path, sha256=sha256(b"").hexdigest(), size=1)


@pytest.mark.parametrize("name", ["nothing.txt", "x" * 5000, "a/" * 3000, "\0", "\ud800", "."])
def test_what_is_no_file_is_missing(tmp_path: Path, name: str):
    assert ["file-missing"] == rules(tmp_path / name, sha256=sha256(BITS).hexdigest())


def test_a_file_without_a_digest_is_a_warning_and_a_wrong_one_an_error(bits: Path):
    (absent,) = check_files([RecordedFile(bits, "x", lambda: AT)])
    (wrong,) = check_files([RecordedFile(bits, "x", lambda: AT, (("sha256", "0" * 64),))])

    assert (Severity.WARNING, Severity.ERROR) == (absent.severity, wrong.severity)
    assert digest_of(bits) in wrong.message
