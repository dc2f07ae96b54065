"""The evidence files of a case, checked against the digests that it records."""

from pathlib import Path

import pytest

from referral.app.verify import verify
from referral.errors import InvalidCaseError
from tests.unit.app.small_bundles import write_small


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return write_small(tmp_path)


def test_a_sound_store_is_sound(case: Path):
    assert (2, ()) == ((found := verify(case)).files, found.findings)
    assert () == verify(case / "case.yaml").findings


def test_everything_is_said_at_once(case: Path):
    (case / "files/post.txt").write_text("changed")
    (case / "files/record.txt").rename(case / "files/renamed.txt")
    (case / "files/new.txt").write_text("new")
    (case / "files/link.txt").symlink_to("new.txt")
    assert [
        ("changed", "files/post.txt"),
        ("extra", "files/new.txt"),
        ("renamed", "files/record.txt"),
        ("unsafe", "files/link.txt"),
    ] == sorted((finding.kind, finding.path) for finding in verify(case).findings)


def test_a_file_without_a_digest_is_named_and_is_no_change(case: Path):
    path = case / "case.yaml"
    lines = path.read_text("utf-8").splitlines()
    path.write_text("\n".join("    files: [{path: files/post.txt}]" if "post.txt" in line else line for line in lines))
    assert ((), ("files/post.txt",)) == ((found := verify(case)).findings, found.unvouched)


def test_what_another_entry_names_is_no_stray_file(case: Path):
    (case / "files/head.docx").write_bytes(b"x")
    assert ["files/head.docx"] == [finding.path for finding in verify(case).findings]
    path = case / "case.yaml"
    text = path.read_text("utf-8")
    slip = "{id: slip, lang: en, profile: internal}"
    path.write_text(text.replace(slip, f"{slip[:-1]}, letterhead: files/head.docx}}"), "utf-8")
    assert () == verify(case).findings


def test_a_case_that_cannot_be_read_is_not_verified(case: Path):
    (case / "case.yaml").write_text("x: [", "utf-8")
    with pytest.raises(InvalidCaseError):
        verify(case)
