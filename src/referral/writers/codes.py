"""Codes that the end of a line must not part: EV-0001, 12-VII, 1(2)(a)(vi). Longer than their line, they may be.

The same holds for words between which no line should end, as those of a date: in a narrow column one must.
"""

import re

JOINER = "\N{WORD JOINER}"  # no width, no glyph: what stands on both sides of it stays on one line
LONGEST = 24  # letters; in a narrow column its own width is the limit

_NO_BREAK = "\N{NO-BREAK SPACE}"
_HELD = re.compile(rf"(?<!\S)\S++(?:{_NO_BREAK}\S++)+")
_LONG = 80  # letters; what is longer holds no code, and would be slow to search
_WORD = re.compile(rf"(?<!\S)\S{{2,{_LONG}}}(?!\S)")
# An address or the name of a file: it is never a code, however many figures it holds.
_ADDRESS = re.compile(r"//|\.[^\W\d_]{2,}")
_CHAIN = re.compile(r"(?:\w|(?<=\)))\w*(?:-\w+)+")
_JOINING = re.compile("[-–)]")
# The places in a code that only a joiner holds: between two brackets, and in a range of numbers, as of pages.
_JOINT = re.compile(r"(?<=\))/?(?=\()|(?<=\d)–(?=\d)")


def unparted(text: str, room: int = LONGEST) -> str:
    """The text with a joiner at each place in a code where a line could end; `room` is how many letters a line has."""
    if _NO_BREAK in text:
        text = _HELD.sub(lambda words: _loosened(words[0], room), text)
    if not _JOINING.search(text):  # most texts
        return text
    if text.isascii() and text.isprintable() and " " not in text and len(text) <= _LONG:  # a code alone, as in tables
        return _joined(text, room)
    return _WORD.sub(lambda word: _joined(word[0], room), text)


def _loosened(words: str, room: int) -> str:
    """Words held together, with a common space nearest to the middle if one line cannot hold them all."""
    places = [place for place, sign in enumerate(words) if sign == _NO_BREAK]
    if len(words) <= room or not places:
        return words
    middle = min(places, key=lambda place: abs(2 * place + 1 - len(words)))
    return f"{_loosened(words[:middle], room)} {_loosened(words[middle + 1 :], room)}"


def _joined(word: str, room: int) -> str:
    if _ADDRESS.search(word):
        return word
    joined = _CHAIN.sub(lambda chain: _without_breaks(chain[0], room), word)
    has_joints = len(word) <= room and (")" in word or "–" in word)
    return _JOINT.sub(lambda sign: sign[0] + JOINER, joined) if has_joints else joined


def _without_breaks(chain: str, room: int) -> str:
    """Words joined by hyphens; those with a figure, or all in capitals, are a code: «so-called» is none."""
    is_code = chain == chain.upper() or any(sign.isdigit() for sign in chain)
    return chain.replace("-", f"-{JOINER}") if is_code and len(chain) <= room else chain
