"""What the same HTML must meet to become the same bytes: the program, its libraries, its fonts."""

import ctypes
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path

from referral.version import VERSION
from referral.writers.pdf import engine
from referral.writers.pdf.fonts import FOLDER

_LAYS_OUT = ("engine.py", "finished.py", "conformance.py", "light_tags.py", "pdfua.xml")
_HARFBUZZ = ("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll")


@cache
def environment() -> str:
    """A digest of all of it. Raises WriteError if a library is missing."""
    weasyprint = engine.load()
    own = (Path(__file__).with_name(name) for name in _LAYS_OUT)
    return digest_of((VERSION, weasyprint.__version__, *_versions()), (*own, *sorted(FOLDER.glob("*.ttf"))))


def digest_of(versions: Iterable[str], files: Iterable[Path]) -> str:
    """One digest of the versions and of what is in the files."""
    told = sha256("\0".join(versions).encode())
    for path in files:
        told.update(sha256(path.read_bytes()).digest())
    return told.hexdigest()


def _versions() -> tuple[str, ...]:
    # They come with WeasyPrint, which not every installation has.
    import fontTools  # noqa: PLC0415
    import pydyf  # noqa: PLC0415
    from weasyprint.text import ffi

    return fontTools.version, pydyf.__version__, str(ffi.pango.pango_version()), _harfbuzz()


def _harfbuzz() -> str:
    """Its version, asked of itself, because WeasyPrint does not tell it; empty where it goes by another name."""
    for name in _HARFBUZZ:
        with suppress(OSError):
            version = ctypes.CDLL(name).hb_version_string
            version.restype = ctypes.c_char_p
            return str(version().decode())
    return ""
