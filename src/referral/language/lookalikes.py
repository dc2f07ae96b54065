"""Whole words of Latin letters that look like Cyrillic ones: no search, declension or transliteration reads them so."""

import re
from functools import cache

from referral.language.spellings import spellings

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LATIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏ]")
_ROMAN = re.compile(r"M*(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")


def lookalikes(text: str) -> list[str]:
    """Words wholly of letters that have a Cyrillic twin, none of them beside another Latin word."""
    twin_word = _twin_word()
    if not twin_word.search(text):
        return []
    words = list(WORD.finditer(text))
    latin = [bool(_LATIN.search(word[0])) and not twin_word.fullmatch(word[0]) for word in words]
    found = ((at, word) for at, word in enumerate(words) if twin_word.match(text, word.start(), word.end() + 2))
    alone = (word[0] for at, word in found if not any(latin[max(at - 1, 0) : at + 2]))
    return [word for word in alone if not _ROMAN.fullmatch(word) and word.upper() not in spellings().truly_latin]


def cyrillic_twin(word: str) -> str:
    """The word that such a word looks like."""
    return word.translate({ord(own): theirs for own, theirs in spellings().twins.items()})


@cache
def _twin_word() -> re.Pattern[str]:
    """Letters that all have a twin, and nothing beside them that belongs to a code, an address or a part of a name."""
    letters = "".join(sorted(spellings().twins))
    return re.compile(rf"(?<![\w./@:\\'’(-])[{letters}]+(?![\w/@\\'’)-]|[.:]\w)")
