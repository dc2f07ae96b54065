"""Codes that the end of a line must not part: EV-0001, 12-VII, 1(2)(a)(vi). Longer than their line, they may be."""

import re

JOINER = "\N{WORD JOINER}"  # no width, no glyph: what stands on both sides of it stays on one line
LONGEST = 24  # letters; in a narrow column its own width is the limit

_WORD = re.compile(r"(?<!\S)\S{2,80}(?!\S)")  # what is longer holds no code, and would be slow to search
# An address or the name of a file: it is never a code, however many figures it holds.
_ADDRESS = re.compile(r"//|\.[^\W\d_]{2,}")
_CHAIN = re.compile(r"(?:\w|(?<=\)))\w*(?:-\w+)+")
# The places in a code that only a joiner holds: between two brackets, and in a range of numbers, as of pages.
_JOINT = re.compile(r"(?<=\))/?(?=\()|(?<=\d)–(?=\d)")


def unparted(text: str, room: int = LONGEST) -> str:
    """The text with a joiner at each place in a code where a line could end; `room` is how many letters a line has."""
    if not any(sign in text for sign in "-–)"):  # most texts
        return text
    return _WORD.sub(lambda word: _joined(word[0], room), text)


def _joined(word: str, room: int) -> str:
    if _ADDRESS.search(word):
        return word
    joined = _CHAIN.sub(lambda chain: _without_breaks(chain[0], room), word)
    return _JOINT.sub(lambda sign: sign[0] + JOINER, joined) if len(word) <= room else joined


def _without_breaks(chain: str, room: int) -> str:
    """Words joined by hyphens; those with a figure, or all in capitals, are a code: «so-called» is none."""
    is_code = chain == chain.upper() or any(sign.isdigit() for sign in chain)
    return chain.replace("-", f"-{JOINER}") if is_code and len(chain) <= room else chain
