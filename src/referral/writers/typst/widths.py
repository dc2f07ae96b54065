"""How wide words are in our typefaces: enough to see which of them no line could hold, and where to part these."""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import repeat

from referral.writers.pdf.fonts import FOLDER

_HERE = "\N{ZERO WIDTH SPACE}"
_UNKNOWN = 1.0  # in its size, of a character that stands in no font of ours; it will be refused
FIXED = 0.61  # in its size, of each character of the typeface with a fixed width
_BOLDER = ("LiberationSerif-Regular.ttf", "LiberationSerif-Bold.ttf")


def width(text: str) -> float:
    """The width of a text in its size, at most: each letter as in the wider of two faces, regular and bold."""
    return sum(map(_advances().get, text, repeat(_UNKNOWN)))


def parted(text: str, room: float) -> str:
    """The text with places to end a line in words wider than `room`, which is in its size; no other word is touched."""
    if len(text) * _UNKNOWN <= room or not any(_is_too_long(word, room) for word in text.split()):
        return text
    return " ".join(_in_pieces(word, room) if _is_too_long(word, room) else word for word in text.split(" "))


def parted_fixed(text: str, letters: int) -> str:
    """The same for a typeface with a fixed width, by the number of letters that a line has."""
    pieces = (_pieces_of(word, letters) if len(word) > letters else word for word in text.split(" "))
    return " ".join(pieces)


def _pieces_of(word: str, letters: int) -> str:
    return _HERE.join(word[at : at + letters] for at in range(0, len(word), letters))


def _is_too_long(word: str, room: float) -> bool:
    return len(word) * _UNKNOWN > room and width(word) > room


def _in_pieces(word: str, room: float) -> str:
    return _HERE.join(_pieces(word, room))


def _pieces(word: str, room: float) -> Iterator[str]:
    known, piece, filled = _advances(), "", 0.0
    for sign in word:
        advance = known.get(sign, _UNKNOWN)
        if piece and filled + advance > room:
            yield piece
            piece, filled = "", 0.0
        piece, filled = piece + sign, filled + advance
    yield piece


@cache
def _advances() -> Mapping[str, float]:
    found: dict[str, float] = {}
    for name in _BOLDER:
        for sign, advance in _advances_of(name):
            found[sign] = max(advance, found.get(sign, 0.0))
    return found


def _advances_of(name: str) -> Iterator[tuple[str, float]]:
    # Imported here, because it comes with the extras that write PDF; it publishes no types.
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    with TTFont(FOLDER / name, lazy=True) as font:
        widths, unit = font["hmtx"].metrics, font["head"].unitsPerEm
        for code, glyph in font.getBestCmap().items():
            yield chr(code), widths[glyph][0] / unit
