"""Words of a case that are typed in another alphabet than they seem to be; no search for names reads them as meant.

`latin-lookalike`: a word among Cyrillic ones is typed in Latin letters that only look Cyrillic; retype the word.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from referral.case.load import LoadedCase
from referral.case.texts import texts_in
from referral.diagnostics import Diagnostic, warning
from referral.language.lookalikes import WORD, cyrillic_twin, lookalikes
from referral.yaml_reader import Loc

_CYRILLIC = re.compile("[\u0400-\u052f]")
_VOWEL, _CONSONANT = re.compile(r"[AEIOYaeioy]"), re.compile(r"[BCHKMPTXcpx]")
_SHORTEST = 4  # letters; a shorter word may be an abbreviation, unless the case has its Cyrillic twin
_WORDS_OF_ONE_LETTER = "iyo"  # others name points of a list
_AS_IN_THE_SOURCE = frozenset({"quote", "latin"})  # quoted as it stands in the item; Latin on purpose


@dataclass
class _Seen:
    """What the texts of a case hold: how many under a key have Cyrillic letters, and the words to look at."""

    cyrillic: Counter[object] = field(default_factory=Counter)
    other: Counter[object] = field(default_factory=Counter)
    words: list[tuple[Loc, str, bool]] = field(default_factory=list)  # whether Cyrillic words stand in the same text

    def add(self, loc: Loc, text: str) -> None:
        is_cyrillic = not text.isascii() and bool(_CYRILLIC.search(text))
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


def _is_long(word: str) -> bool:
    return len(word) >= _SHORTEST and bool(_VOWEL.search(word) and _CONSONANT.search(word))


def _twins(loaded: LoadedCase, words: set[str]) -> set[str]:
    """Those of the short words whose Cyrillic twin stands in the case as a word too."""
    cyrillic = {cyrillic_twin(word): word for word in words if len(word) > 1 or word in _WORDS_OF_ONE_LETTER}
    if not cyrillic:
        return set()
    return {cyrillic[w] for _, text in texts_in(loaded.case) for w in WORD.findall(text) if w in cyrillic}


def _key(loc: Loc) -> object:
    for part in reversed(loc):
        if isinstance(part, str):
            return part
    return None
