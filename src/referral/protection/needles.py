"""Identity data searched for in texts, whole words at a time and however they are spelt in signs and capitals."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from referral.protection.identifying import Datum, Words, data_of, spelt, telephones
from referral.protection.vault import Identity

_DIGITS = re.compile(r"\d(?:[\s().+/–-]{0,3}\d){6,}")  # a telephone number, however it is set apart
_WHOLE = 9  # digits; fewer could stand inside any longer number
_ENTRY = re.compile(r"[A-Z][A-Z0-9]*(-[A-Z0-9]+)+")  # the letters of an id are no name


class Needles:
    """The words that would tell who somebody is, each with the person's code.

    `told` are places that the case names anyway: a birthplace among them tells nobody.
    """

    def __init__(self, identities: Iterable[Identity], told: Collection[Words] = ()) -> None:
        self._by_first_word: dict[str, list[tuple[Datum, str]]] = defaultdict(list)
        self._telephones: dict[str, set[str]] = defaultdict(set)
        for identity in identities:
            for datum in sorted(data_of(identity), key=lambda datum: datum.words):
                if not (datum.is_place and datum.words in told):
                    self._by_first_word[datum.words[0]].append((datum, identity.person))
            for number in telephones(identity):
                self._telephones[number].add(identity.person)

    def __bool__(self) -> bool:
        return bool(self._by_first_word or self._telephones)

    def persons_in(self, text: str) -> list[str]:
        """The codes of the persons whose data stand in a text."""
        hits = list(self._hits(text))
        named = {code for datum, code in hits if not datum.is_place} | set(self._called(text))
        beside = {code for datum, code in hits if datum.is_place and code in text}
        return sorted(named | beside)

    def _hits(self, text: str) -> Iterator[tuple[Datum, str]]:
        written = spelt(text)
        words = tuple(word.casefold() for word in written)
        for start, word in enumerate(words):
            for datum, code in self._by_first_word.get(word, ()):
                if words[start : start + len(datum.words)] == datum.words and _is_meant(datum, written[start], text):
                    yield datum, code

    def _called(self, text: str) -> Iterator[str]:
        runs = ["".join(filter(str.isdecimal, run)) for run in _DIGITS.findall(text)] if self._telephones else []
        for number, codes in self._telephones.items():
            if any(number in run if len(number) >= _WHOLE else number == run for run in runs):
                yield from codes


def _is_meant(datum: Datum, written: str, text: str) -> bool:
    """A short name, and a form made by rule, is a name only with a capital, or in a path, where nobody writes capitals;
    an id holds none.
    """
    if not (datum.is_short_name or datum.is_formed):
        return True
    return not _ENTRY.fullmatch(text) and (written[0].isupper() or (" " not in text and "/" in text))
