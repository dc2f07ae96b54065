"""Whole words of Latin letters that look like Cyrillic ones: no search, declension or transliteration reads them so.

`latin-lookalike`: a word among Cyrillic ones is typed in Latin letters that only look Cyrillic; retype the word.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from referral.case.load import LoadedCase
from referral.case.texts import texts_in
from referral.diagnostics import Diagnostic, warning
from referral.yaml_reader import Loc

_TWINS = str.maketrans("ABCEHIKMOPTXYaceiopxy", "АВСЕНІКМОРТХУасеіорху")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# Letters that all have a twin, and nothing beside them that belongs to a code, an address or a part of a name.
_TWIN_WORD = re.compile(r"(?<![\w./@:\\'’(-])[ABCEHIKMOPTXYaceiopxy]+(?![\w/@\\'’)-]|[.:]\w)")
_LATIN, _CYRILLIC = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏ]"), re.compile("[\u0400-\u052f]")
_VOWEL, _CONSONANT = re.compile(r"[AEIOYaeioy]"), re.compile(r"[BCHKMPTXcpx]")
_ROMAN = re.compile(r"M*(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_SHORTEST = 4  # letters; a shorter word may be an abbreviation, unless the case has its Cyrillic twin
_TRULY_LATIN = {
    "PACE",
    "ICTY",
    "MICT",
    "IMEI",
    "ICAO",
    "IATA",
    "OPEC",
    "APEC",
    "META",
    "EPIC",
    "EXPO",
    "TIKTOK",
    "COPY",
}
_WORDS_OF_ONE_LETTER = "iyo"  # others name points of a list
_AS_IN_THE_SOURCE = frozenset({"quote", "latin"})  # quoted as it stands in the item; Latin on purpose


@dataclass
class _Seen:
    """What the texts of a case hold: how many under a key have Cyrillic letters, and the words to look at."""

    cyrillic: Counter[object] = field(default_factory=Counter)
    other: Counter[object] = field(default_factory=Counter)
    words: list[tuple[Loc, str, bool]] = field(default_factory=list)  # whether Cyrillic words stand in the same text

    def add(self, loc: Loc, text: str) -> None:
        is_cyrillic = bool(_CYRILLIC.search(text))
        (self.cyrillic if is_cyrillic else self.other)[_key(loc)] += 1
        self.words += [(loc, word, is_cyrillic) for word in lookalikes(text)]

    def is_read_as_cyrillic(self, loc: Loc) -> bool:
        """Whether most texts under the same key, of a language above all, have Cyrillic letters."""
        return self.cyrillic[_key(loc)] > self.other[_key(loc)]


def words_are_of_one_alphabet(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`latin-lookalike`"""
    seen = _Seen()
    for loc, text in texts_in(loaded.case):
        if _AS_IN_THE_SOURCE.isdisjoint(loc):
            seen.add(loc, text)
    twins = _twins(loaded, {word for _, word, _ in seen.words if not _is_long(word)})
    for loc, word, is_cyrillic in seen.words:
        if (is_cyrillic or seen.is_read_as_cyrillic(loc)) and (_is_long(word) or word in twins):
            message = f"the word “{word}” is typed in Latin letters that look like Cyrillic ones; retype it"
            yield warning(loaded.origin.position(loc), "latin-lookalike", message)


def lookalikes(text: str) -> list[str]:
    """Words wholly of letters that have a Cyrillic twin, none of them beside another Latin word."""
    if not _TWIN_WORD.search(text):
        return []
    words = list(_WORD.finditer(text))
    latin = [bool(_LATIN.search(word[0])) and not _TWIN_WORD.fullmatch(word[0]) for word in words]
    found = ((at, word) for at, word in enumerate(words) if _TWIN_WORD.match(text, word.start(), word.end() + 2))
    alone = (word[0] for at, word in found if not any(latin[max(at - 1, 0) : at + 2]))
    return [word for word in alone if not _ROMAN.fullmatch(word) and word.upper() not in _TRULY_LATIN]


def _is_long(word: str) -> bool:
    return len(word) >= _SHORTEST and bool(_VOWEL.search(word) and _CONSONANT.search(word))


def _twins(loaded: LoadedCase, words: set[str]) -> set[str]:
    """Those of the short words whose Cyrillic twin stands in the case as a word too."""
    cyrillic = {word.translate(_TWINS): word for word in words if len(word) > 1 or word in _WORDS_OF_ONE_LETTER}
    if not cyrillic:
        return set()
    return {cyrillic[w] for _, text in texts_in(loaded.case) for w in _WORD.findall(text) if w in cyrillic}


def _key(loc: Loc) -> object:
    return next((part for part in reversed(loc) if isinstance(part, str)), None)
