"""Spaces that a language sets at its punctuation, as in « mot ; »; never in markup, codes and foreign words."""

import re
from collections.abc import Mapping

_KEPT = re.compile(r"(<code>.*?</code>|<span lang=.*?</span>|<[^>]*>|&#?\w+;)", re.DOTALL)


def spaced(words: str, spacing: Mapping[str, str]) -> str:
    """Text, or XML with text in it, in which each pattern is replaced wherever the words are the language's own."""
    pieces = _KEPT.split(words)
    pieces[::2] = [_replaced(piece, spacing) for piece in pieces[::2]]
    return "".join(pieces)


def _replaced(words: str, spacing: Mapping[str, str]) -> str:
    for pattern, instead in spacing.items():
        words = re.sub(pattern, instead, words)
    return words
