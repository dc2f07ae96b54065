"""How wide words are in the typeface that ships with the program, and where their lines end."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PIL import ImageFont

from referral.document.line_drawing import MM_PER_POINT, Anchor, Words

# The files stand with the writers, who embed them; nothing of the writers is imported.
_FONTS = Path(__file__).parent.parent / "writers" / "fonts"
_FACES = {
    (False, False): "LiberationSerif-Regular.ttf",
    (True, False): "LiberationSerif-Bold.ttf",
    (False, True): "LiberationSerif-Italic.ttf",
    (True, True): "LiberationSerif-BoldItalic.ttf",
}
_UNITS = 2048  # to the em: at this size every letter is a whole number of them wide
_LEADING = 1.18
_ASCENT = 0.89  # of the size, above the baseline
_DESCENT = 0.22
_ELLIPSIS = "…"
_PARTS = re.compile(r"(?<=[^\W\d]-)(?=[^\W\d])|(?<=/)(?=[^\W\d])")


@cache
def _face(bold: bool, italic: bool) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(_FONTS / _FACES[bold, italic], _UNITS, layout_engine=ImageFont.Layout.BASIC)


@cache
def _advance(sign: str, bold: bool, italic: bool) -> float:
    return _face(bold, italic).getlength(sign)


@dataclass(frozen=True, slots=True)
class Lettering:
    """One size and cut of the typeface."""

    size: float
    bold: bool = False
    italic: bool = False

    @property
    def leading(self) -> float:
        """From baseline to baseline."""
        return self.size * MM_PER_POINT * _LEADING

    @property
    def ascent(self) -> float:
        return self.size * MM_PER_POINT * _ASCENT

    @property
    def descent(self) -> float:
        return self.size * MM_PER_POINT * _DESCENT

    def width(self, text: str) -> float:
        """In millimetres, without kerning: no program sets it wider."""
        return sum(_advance(sign, self.bold, self.italic) for sign in text) * self.size * MM_PER_POINT / _UNITS

    def lines(self, text: str, room: float, most: int = 0) -> tuple[str, ...]:
        """The text in lines no wider than `room`; of more than `most` lines the last ends with an ellipsis."""
        found = tuple(self._filled(text, room))
        if not most or len(found) <= most:
            return found
        return (*found[: most - 1], self._cut(found[most - 1], room))

    def at(self, text: str, x: float, y: float, anchor: Anchor = Anchor.START) -> Words:
        return Words(text, x, y, self.size, anchor, self.bold, self.italic)

    def _filled(self, text: str, room: float) -> Iterator[str]:
        line = ""
        for space, piece in _pieces(text):
            longer = f"{line}{space if line else ''}{piece}"
            if self.width(longer) <= room:
                line = longer
                continue
            if line:
                yield line
            *whole, line = self._parted(piece, room)
            yield from whole
        if line:
            yield line

    def _parted(self, piece: str, room: float) -> list[str]:
        """A piece that is wider than a line, parted at any letter; there is at least one on each line."""
        parts = [""]
        for sign in piece:
            if parts[-1] and self.width(parts[-1] + sign) > room:
                parts.append("")
            parts[-1] += sign
        return parts

    def _cut(self, line: str, room: float) -> str:
        while line and self.width(line + _ELLIPSIS) > room:
            line = line[:-1]
        return line.rstrip(" ,;:–-") + _ELLIPSIS


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """What a line may end after, each with the space before it: words, and parts of words; a code stays whole."""
    for word in text.split(" "):
        space = " "
        for piece in _PARTS.split(word):
            yield space, piece
            space = ""
