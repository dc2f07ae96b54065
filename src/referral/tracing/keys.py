"""Words reduced to what two programs agree on: no spaces, no signs without width, no numbers that are computed."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

_COMPUTED = "\ue000"  # in the place of a number of another place in the document
_NO_WIDTH = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")


@dataclass(frozen=True)
class Key:
    """What is compared, and for each of its letters where in the words it stands."""

    text: str
    at: tuple[int, ...] = field(repr=False)


def key(words: str, computed: Iterable[tuple[int, int]] = ()) -> Key:
    """The key of some words; each computed number in them is one sign, whatever it is."""
    starts = {start: end for start, end in computed if end > start}
    signs: list[str] = []
    at: list[int] = []
    place = 0
    while place < len(words):
        sign = _COMPUTED if place in starts else _kept(words[place])
        signs.append(sign)
        at += [place] * len(sign)
        place = starts.get(place, place + 1)
    return Key("".join(signs), tuple(at))


def _kept(letter: str) -> str:
    if letter.isspace() or letter in _NO_WIDTH or letter == _COMPUTED:
        return ""
    return "-" if letter == "\N{NON-BREAKING HYPHEN}" else unicodedata.normalize("NFC", letter)


def says_something(words: str) -> bool:
    return any(letter.isalnum() for letter in words)
