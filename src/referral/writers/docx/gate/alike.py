"""The main part as it is read: of the rows of a table that differ in their words alone, the first stands for all.

A long annex would otherwise be in memory as a tree of a million elements. A row is left out only if every letter of it
beyond its words stands in a row that is read, and its words are such as XML can hold.
"""

import re
from codecs import getincrementaldecoder
from collections.abc import Iterable, Iterator

_ROW, _END, _TABLE = "<w:tr>", "</w:tr>", "<w:tbl>"
_OPENED = '<w:t xml:space="preserve">'
_WORDS = re.compile(f"{_OPENED}(?:[^<&\x00-\x1f\ud800-\udfff\ufffe\uffff]++|&(?:amp|lt|gt);)++(?=</w:t>)")
# What has a number or a name that stands once, or is told across rows: such a row is always read.
_OWN = re.compile("<w:(?:bookmark|fldChar|instrText|footnoteReference|hyperlink|drawing|sdt)|<!|<\\?")


def thinned(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The part without the rows that need not be read, piece by piece. UnicodeDecodeError if it is not UTF-8."""
    known: set[str] = set()
    for text in _up_to_rows(pieces):
        shape = _WORDS.sub(_OPENED, text)
        if shape in known:
            continue
        yield text.encode()
        if _TABLE in text:
            known.clear()
        elif _is_row(shape):
            known.add(shape)


def _up_to_rows(pieces: Iterable[bytes]) -> Iterator[str]:
    """The text, cut behind every row."""
    decoder, rest = getincrementaldecoder("utf-8")(), ""
    for piece in pieces:
        *whole, rest = (rest + decoder.decode(piece)).split(_END)
        yield from (f"{text}{_END}" for text in whole)
    yield rest + decoder.decode(b"", final=True)


def _is_row(shape: str) -> bool:
    """Whether it is one row and nothing else, and others like it need not be read."""
    is_one = shape.startswith(_ROW) and shape.endswith(_END) and shape.count(_ROW) == 1
    return is_one and not _OWN.search(shape)
