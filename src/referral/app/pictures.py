"""The image files of a case: which of its files they are, and how a document that may show one gets its pixels."""

from collections.abc import Iterator

from referral.case.checks.evidence import stays_inside
from referral.case.load import LoadedCase
from referral.composition.scene import PictureReader
from referral.document.drawings import Picture
from referral.pictures.files import ImageFile, kind_by_name, read_picture
from referral.protection.view import View


def image_files(loaded: LoadedCase) -> Iterator[ImageFile]:
    """The files whose names say that they are images, where the case records them."""
    for index, item in loaded.entries("evidence"):
        for number, file in enumerate(item.files):
            if stays_inside(file.path) and kind_by_name(file.path):
                at = loaded.place("evidence", index, "files", number, "path")
                algorithm = file.digest.algorithm.value if file.digest else "sha256"
                digest = file.digest.value if file.digest else None
                yield ImageFile(loaded.folder / file.path, file.path, at, algorithm, digest)


def picture_reader(loaded: LoadedCase, view: View) -> PictureReader:
    """Reads the pictures that this view may show, each when it is asked for; no other file is opened."""
    called = ((view.codes.in_text(file.shown_as), file) for file in image_files(loaded))
    files = {path: file for path, file in called if path in view.pictures}

    def read(path: str) -> Picture | None:
        return read_picture(files[path], loaded.folder) if path in files else None

    return read
