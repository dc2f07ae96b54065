"""Image files of a case: known by name, blamed in plain words, read only if they are the recorded ones."""

import hashlib
from pathlib import Path

import pytest

from referral.diagnostics import Position
from referral.pictures import files
from referral.pictures.files import ImageFile, check_pictures, kind_by_name, read_picture
from tests.unit.images import image_bytes

AT = Position("case.yaml", 7, 15)


def image_file(folder: Path, data: bytes, name: str = "a.png", digest: str | None = "own") -> ImageFile:
    (folder / name).write_bytes(data)
    recorded = hashlib.sha256(data).hexdigest() if digest == "own" else digest
    return ImageFile(folder / name, name, lambda: AT, digest=recorded)


def blamed(file: ImageFile) -> list[tuple[str, str, Position]]:
    return [(finding.rule, finding.message, finding.position) for finding in check_pictures([file])]


def test_an_image_is_known_by_the_ending_of_its_name():
    names = ("a/b.JPG", "c.tiff", "d.txt", "png", "e.png.txt")
    assert ["JPEG", "TIFF", None, None, None] == [kind_by_name(name) for name in names]


def test_a_sound_file_is_not_blamed(tmp_path: Path):
    assert [] == blamed(image_file(tmp_path, image_bytes()))


def test_a_broken_file_is_blamed_where_the_case_records_it(tmp_path: Path):
    words = 'the image file "a.png" cannot be shown in a document: it is none of: JPEG, PNG, TIFF, WEBP'
    assert [("picture-not-shown", words, AT)] == blamed(image_file(tmp_path, b"words"))


def test_a_file_that_is_another_kind_than_its_name_says_is_blamed(tmp_path: Path):
    words = 'the image file "a.png" is JPEG inside; let its name end accordingly'
    assert [("picture-of-another-kind", words, AT)] == blamed(image_file(tmp_path, image_bytes("JPEG")))


def test_a_file_that_is_too_large_is_blamed_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(files, "LARGEST_FILE", 10)
    assert ["picture-not-shown"] == [rule for rule, _, _ in blamed(image_file(tmp_path, image_bytes()))]


def test_a_file_that_is_not_there_is_left_to_the_check_of_files(tmp_path: Path):
    assert [] == blamed(ImageFile(tmp_path / "none.png", "none.png", lambda: AT))


def test_the_recorded_file_is_read(tmp_path: Path):
    found = read_picture(image_file(tmp_path, image_bytes()), tmp_path)
    assert found is not None
    assert (40, 30) == (found.width, found.height)


@pytest.mark.parametrize("digest", [None, "0" * 64])
def test_a_file_without_the_recorded_digest_is_not_shown(tmp_path: Path, digest: str | None):
    assert read_picture(image_file(tmp_path, image_bytes(), digest=digest), tmp_path) is None


def test_a_file_outside_the_folder_of_the_case_is_not_shown_whatever_leads_there(tmp_path: Path):
    case = tmp_path / "case"
    case.mkdir()
    outside = image_file(tmp_path, image_bytes())
    (case / "link.png").symlink_to(outside.path)
    linked = ImageFile(case / "link.png", "link.png", lambda: AT, digest=outside.digest)

    assert read_picture(outside, case) is None
    assert read_picture(linked, case) is None


def test_a_broken_file_gives_no_picture_and_no_failure(tmp_path: Path):
    assert read_picture(image_file(tmp_path, b"words"), tmp_path) is None
