"""A package as a zip file: checked as it lies, nothing unpacked; and what zip files can pretend."""

import stat
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

import bagit
import pytest

from referral.app.verify import verify
from referral.bundling.folder import zipped
from referral.errors import ReferralError
from tests.unit.bundling.bags import parts

Entries = dict[str, bytes]
NOTICE = "x/data/documents/notice.uk.docx"


def write_zip(path: Path, more: Iterable[tuple[zipfile.ZipInfo | str, bytes]] = (), without: str = "") -> Path:
    """The package with further entries, or without one, as no honest program would write it."""
    path.write_bytes(b"".join(zipped(parts(), "x")))
    if without:
        with zipfile.ZipFile(path) as source, zipfile.ZipFile(path.with_suffix(".new"), "w") as target:
            for entry in source.infolist():
                if entry.filename != without:
                    target.writestr(entry, source.read(entry))
        path.with_suffix(".new").replace(path)
    with zipfile.ZipFile(path, "a") as target:
        for name, data in more:
            target.writestr(name, data)
    return path


def link(name: str, target: str) -> tuple[zipfile.ZipInfo, bytes]:
    entry = zipfile.ZipInfo(name)
    entry.create_system = 3
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry, target.encode()


def patched(path: Path, old: bytes, new: bytes, count: int = -1) -> Path:
    """The bytes of the zip file itself, changed."""
    data = path.read_bytes()
    assert old in data
    path.write_bytes(data.replace(old, new, count))
    return path


def remarked(path: Path, words: bytes) -> Path:
    with zipfile.ZipFile(path, "a") as archive:
        archive.comment = words
    return path


def prefixed(path: Path, data: bytes) -> Path:
    path.write_bytes(data + path.read_bytes())
    return path


TRICKS: dict[str, tuple[Callable[[Path], Path], str]] = {
    "an entry that climbs": (lambda p: write_zip(p, [("x/../../evil.txt", b"x")]), "unsafe"),
    "a folder that climbs": (lambda p: write_zip(p, [("x/../../evil/", b"")]), "unsafe"),
    "an absolute entry": (lambda p: write_zip(p, [("/etc/evil", b"x")]), "unsafe"),
    "an entry of a drive": (lambda p: write_zip(p, [("C:/evil", b"x")]), "unsafe"),
    "an entry with backslashes": (lambda p: write_zip(p, [("x\\data\\evil", b"x")]), "unsafe"),
    "an entry beside the folder": (lambda p: write_zip(p, [("evil.txt", b"x")]), "extra"),
    "an entry in a second folder": (lambda p: write_zip(p, [("y/data/evil.txt", b"x")]), "extra"),
    "an entry more": (lambda p: write_zip(p, [("x/data/new.txt", b"x")]), "extra"),
    "a folder more": (lambda p: write_zip(p, [("x/data/evil/", b"")]), "extra"),
    "words of the zip file itself": (lambda p: remarked(write_zip(p), b"evil"), "extra"),
    "a file before the zip file": (lambda p: prefixed(write_zip(p), b"#!/bin/sh\n"), "extra"),
    "an entry less": (lambda p: write_zip(p, without=NOTICE), "missing"),
    "a link for a document": (lambda p: write_zip(p, [link(NOTICE, "/etc/passwd")], without=NOTICE), "unsafe"),
    "a link more": (lambda p: write_zip(p, [link("x/data/link", "../../..")]), "unsafe"),
    "another document under one name": (lambda p: write_zip(p, [(NOTICE, b"x")], without=NOTICE), "changed"),
    "a changed byte": (lambda p: patched(write_zip(p), b"not really", b"but really"), "unreadable"),
    "two names for one entry": (
        lambda p: patched(write_zip(p), NOTICE.encode(), NOTICE.upper().encode(), 1),
        "unreadable",
    ),
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "x.zip"


def test_a_package_is_checked_in_its_zip_file(path: Path):
    assert (len(parts()), ()) == ((found := verify(write_zip(path))).files, found.findings)


def test_its_folder_is_what_bagit_takes(path: Path, tmp_path: Path):
    with zipfile.ZipFile(write_zip(path)) as archive:
        archive.extractall(tmp_path / "out")
    assert bagit.Bag(str(tmp_path / "out/x")).validate()


@pytest.mark.parametrize("name", TRICKS)
def test_a_trick_is_found(name: str, path: Path):
    trick, says = TRICKS[name]
    assert says in {finding.kind for finding in verify(trick(path)).findings}


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_stands_twice_is_found(path: Path):
    """Programs differ in which of the two they unpack."""
    assert "malformed" in {f.kind for f in verify(write_zip(path, [(NOTICE, b"another")])).findings}


@pytest.mark.parametrize("size", [0, 10, 1000])
def test_a_zip_file_cut_off_is_no_package(path: Path, size: int):
    write_zip(path)
    path.write_bytes(path.read_bytes()[:size])
    with pytest.raises(ReferralError, match="neither a folder nor a zip file that can be read"):
        verify(path)
