"""The fonts that ship with the program, and no others: where they are, what they can print, how fontconfig is told."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

FOLDER = Path(__file__).parent.parent / "fonts"

_CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>
"""


@cache
def covered() -> frozenset[str]:
    """Every character that at least one of the fonts has."""
    return frozenset(sign for path in FOLDER.glob("*.ttf") for sign in _signs(path))


def _signs(path: Path) -> list[str]:
    # Imported here, because it comes with WeasyPrint, which not every installation has; it publishes no types.
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    with TTFont(path, lazy=True) as font:
        return [chr(code) for code in font.getBestCmap()]


@contextmanager
def only_ours() -> Iterator[None]:
    """Show fontconfig these fonts alone: others would change the bytes, and would hide that a letter is missing."""
    with tempfile.TemporaryDirectory(prefix="referral-fonts-") as folder:
        configuration = Path(folder) / "fonts.conf"
        text = _CONFIGURATION.format(fonts=escape(str(FOLDER)), cache=escape(str(Path(folder) / "cache")))
        configuration.write_text(text, encoding="utf-8")
        with _environment("FONTCONFIG_FILE", str(configuration)):
            yield


@contextmanager
def _environment(name: str, value: str) -> Iterator[None]:
    environment = os.environ  # noqa: TID251 - fontconfig, a C library, can be told in no other way; nothing is read
    before = environment.get(name)
    environment[name] = value
    try:
        yield
    finally:
        del environment[name]
        if before is not None:
            environment[name] = before
