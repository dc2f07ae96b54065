"""Identity data searched for in texts, whole words at a time and however they are spelt in signs and capitals."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator

from referral.protection.vault import Identity

_SHORTEST = 4  # shorter names and numbers occur inside ordinary sentences too often to be searched for
_APOSTROPHES = re.compile("[’ʼ`´‘′]")
_JOINERS = re.compile("[\u00ad\u034f\u200b-\u200d\u2060\ufeff]")  # invisible inside a word
_WORD = re.compile(r"\w+")

Words = tuple[str, ...]


class Needles:
    """The words that would tell who somebody is, each with the person's code."""

    def __init__(self, identities: Iterable[Identity]) -> None:
        self._by_first_word: dict[str, list[tuple[Words, str]]] = defaultdict(list)
        for identity in identities:
            for text in sorted(set(_identifying(identity))):
                words = words_of(text)
                if sum(map(len, words)) >= _SHORTEST:
                    self._by_first_word[words[0]].append((words, identity.person))

    def __bool__(self) -> bool:
        return bool(self._by_first_word)

    def persons_in(self, text: str) -> list[str]:
        """The codes of the persons whose data stand in a text."""
        words = words_of(text)
        found = (
            code
            for start, word in enumerate(words)
            for needle, code in self._by_first_word.get(word, ())
            if words[start : start + len(needle)] == needle
        )
        return sorted(set(found))


def words_of(text: str) -> Words:
    """The words of a text as they are compared: one apostrophe, no capitals, no invisible characters."""
    composed = unicodedata.normalize("NFC", _JOINERS.sub("", text))
    return tuple(_WORD.findall(_APOSTROPHES.sub("'", composed).casefold()))


def _identifying(identity: Identity) -> Iterator[str]:
    """Surnames in every form that is known, numbers of papers, contacts, relatives; no first names alone."""
    for name in identity.names:
        forms = (name, name.forms.gen, name.forms.dat, name.forms.acc, name.forms.ins)
        yield from (form.last for form in forms if form and form.last)
    yield from (paper.number for paper in identity.documents)
    yield from identity.contacts
    yield from (relative.name for relative in identity.family)
