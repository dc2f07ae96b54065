"""Image files of a case: which they are, what is wrong with them, and the pictures that they give.

`picture-not-shown`: an image file that no document can show: broken, empty, far too large, or no image at all.
`picture-of-another-kind`: an image whose file name says another kind than its bytes; give the file its right ending.
`picture-of-several`: a file of several pages or frames, of which documents show the first.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from referral.diagnostics import Diagnostic, Where, warning
from referral.document.drawings import Picture
from referral.pictures.decode import Decoded, PictureError, decoded

LARGEST_FILE = 64 * 1024 * 1024  # bytes
_ENDINGS = {"jpg": "JPEG", "jpeg": "JPEG", "png": "PNG", "tif": "TIFF", "tiff": "TIFF", "webp": "WEBP"}


@dataclass(frozen=True)
class ImageFile:
    """A file as the case records it; `digest` in hexadecimal."""

    path: Path
    shown_as: str
    at: Where
    algorithm: str = "sha256"
    digest: str | None = None


def kind_by_name(path: str) -> str | None:
    """What the ending of a file name says that it holds; None if it says no image."""
    return _ENDINGS.get(PurePosixPath(path).suffix.lstrip(".").lower())


def check_pictures(files: Iterable[ImageFile]) -> Iterator[Diagnostic]:
    """`picture-not-shown`, `picture-of-another-kind`, `picture-of-several`"""
    for file in files:
        try:
            found = decoded(_bytes_of(file.path))
        except PictureError as failure:
            yield _finding(file, "picture-not-shown", f"cannot be shown in a document: {failure}")
        except (OSError, ValueError):
            continue  # that it is not there, or cannot be opened, is said by those who check files
        else:
            yield from _remarks(file, found)


def _remarks(file: ImageFile, found: Decoded) -> Iterator[Diagnostic]:
    if found.kind != kind_by_name(file.shown_as):
        yield _finding(file, "picture-of-another-kind", f"is {found.kind} inside; let its name end accordingly")
    if found.frames > 1:
        yield _finding(file, "picture-of-several", f"holds {found.frames} pages or frames; documents show the first")


def _finding(file: ImageFile, rule: str, message: str) -> Diagnostic:
    return warning(file.at(), rule, f'the image file "{file.shown_as}" {message}')


def read_picture(file: ImageFile, folder: Path) -> Picture | None:
    """The picture, if its file lies in this folder, is the one whose digest was recorded, and can be shown."""
    real = Path(os.path.realpath(file.path))
    if not real.is_relative_to(os.path.realpath(folder)) or file.digest is None:
        return None
    try:
        data = _bytes_of(real)
        is_recorded = hashlib.new(file.algorithm, data).hexdigest() == file.digest
        return decoded(data).picture if is_recorded else None
    except (OSError, ValueError, PictureError):
        return None


def _bytes_of(path: Path) -> bytes:
    if path.stat().st_size > LARGEST_FILE:
        raise PictureError(f"it has more than {LARGEST_FILE // 2**20} MiB; put a smaller working copy beside it")
    return path.read_bytes()
