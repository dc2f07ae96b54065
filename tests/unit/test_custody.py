"""Evidence files are what the case says they are, and pass from hand to hand without a break."""

from hashlib import sha256, sha512
from pathlib import Path
from typing import Any

import pytest

from referral.custody import Handover, RecordedFile, check_chain, check_files, digest_of
from referral.diagnostics import Position, Severity

AT = Position("case.yaml", 5, 9)
BITS = b"bits"


@pytest.fixture
def bits(tmp_path: Path) -> Path:
    path = tmp_path / "x.txt"
    path.write_bytes(BITS)
    return path


def rules(path: Path, **recorded: Any) -> list[str]:
    findings = list(check_files([RecordedFile(path, "files/x.txt", AT, **recorded)]))
    assert all(AT == finding.position for finding in findings)
    return [finding.rule for finding in findings]


def test_a_file_that_is_as_recorded_has_no_finding(bits: Path):
    assert [] == rules(bits, digest=sha256(BITS).hexdigest(), size=4)
    assert [] == rules(bits, algorithm="sha512", digest=sha512(BITS).hexdigest())


def test_a_file_that_is_not_as_recorded_is_found(bits: Path):
    assert ["digest-differs"] == rules(bits, digest=sha256(b"others").hexdigest())
    assert ["size-differs", "digest-differs"] == rules(bits, digest=sha256(b"others").hexdigest(), size=6)
    assert ["no-digest"] == rules(bits)


def test_an_empty_file_has_a_size_too(tmp_path: Path):
    path = tmp_path / "x.txt"
    path.touch()

    assert ["size-differs"] == rules(path, digest=sha256(b"").hexdigest(), size=1)


@pytest.mark.parametrize("name", ["nothing.txt", "x" * 5000, "a/" * 3000, "\0", "\ud800", "."])
def test_what_is_no_file_is_missing(tmp_path: Path, name: str):
    assert ["file-missing"] == rules(tmp_path / name, digest=sha256(BITS).hexdigest())


def test_a_file_without_a_digest_is_a_warning_and_a_wrong_one_an_error(bits: Path):
    (absent,) = check_files([RecordedFile(bits, "x", AT)])
    (wrong,) = check_files([RecordedFile(bits, "x", AT, digest="0" * 64)])

    assert (Severity.WARNING, Severity.ERROR) == (absent.severity, wrong.severity)
    assert digest_of(bits) in wrong.message


def breaks(*events: tuple[str | None, str | None, str | None]) -> list[int]:
    """Events as agent, from, to; the numbers of those before which the item was with somebody else."""
    chain = [Handover(Position("x", number), *event) for number, event in enumerate(events)]
    findings = list(check_chain(chain))
    assert all("custody-gap" == finding.rule for finding in findings)
    return [finding.position.line for finding in findings]


@pytest.mark.parametrize(
    ("where", "events"),
    [
        ([], []),
        ([], [("A", None, None)]),
        ([], [("A", None, None), ("A", None, None)]),
        ([], [("A", None, "B"), ("B", None, None)]),
        ([], [("A", None, "B"), ("C", "B", None)]),
        ([], [("A", None, "B"), (None, "B", None)]),
        ([1], [("A", None, None), ("B", None, None)]),
        ([1], [("A", None, "B"), ("C", None, None)]),
        ([1], [("A", None, "B"), ("C", "A", None)]),
        ([1], [("A", None, "B"), (None, "C", None)]),
        ([2], [("A", None, "B"), ("B", None, None), ("C", None, None)]),
        ([1], [("A", None, None), (None, None, None), ("B", None, None)]),
        ([], [(None, None, "B"), ("B", None, None)]),
    ],
)
def test_a_chain_is_broken_where_another_acts_than_the_holder(
    where: list[int], events: list[tuple[str | None, str | None, str | None]]
):
    assert where == breaks(*events)
