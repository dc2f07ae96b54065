"""Ukrainian in Latin letters by the official table, which is data. Words of other languages have other spellings."""

import re
import unicodedata
from functools import cache

from referral.language.uk.paradigms import words_of
from referral.language.uk.spelling import key

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ`´‘′][^\W\d_]+)*")


def latin(text: str) -> str:
    """The text with every word transliterated; whatever is no word stays."""
    return _WORD.sub(lambda found: _word(found[0]), unicodedata.normalize("NFC", text))


def _word(word: str) -> str:
    """Capitals as in the word: none, the first letter, or all."""
    told = _letters(key(word))
    if word.isupper() and sum(letter.isalpha() for letter in word) > 1:
        return told.upper()
    return told[:1].upper() + told[1:] if word[:1].isupper() else told


def _letters(word: str) -> str:
    first, rest, dropped = _tables()
    told, at = "", 0
    while at < len(word):
        pair = word[at : at + 2]
        taken = pair if pair in rest else word[at]
        if taken not in dropped:
            told += (rest if told or at else first).get(taken, taken)
        at += len(taken)
    return told


@cache
def _tables() -> tuple[dict[str, str], dict[str, str], frozenset[str]]:
    """What letters become at the beginning of a word and elsewhere, and those that are dropped."""
    data = words_of("latin.yaml")
    everywhere = data["letters"] | data["together"]
    return everywhere | data["at_the_beginning"], everywhere | data["elsewhere"], frozenset(data["dropped"])
