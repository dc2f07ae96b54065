"""What would tell a recipient whom he may not know, searched for in what he would get, and in the files of a case.

A name counts in every grammatical case, in any table of transliteration, with letters that only look alike, torn by the
end of a line, letter-spaced, in a path or an address. No first names alone.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from referral.protection.datum import Datum, Words, words_of
from referral.protection.identifying import data_of, names_of, telephones
from referral.protection.spelt import SpeltWords
from referral.protection.tokens import Tokens, codes_in, digits_in, tokens_of
from referral.protection.vault import Identity
from referral.protection.whereabouts import proper
from referral.protection.word_tree import WordTree

_SHORTEST_LINE, _WHOLE_LINE = 7, 9  # digits of a telephone number; fewer could stand inside any longer number


@dataclass(frozen=True, slots=True)
class Found:
    """That a text tells who somebody is: the person's code and the place in the text; never the words.

    If it `is_code`, what stands there is a code that other recipients read, and `person` is it.
    """

    person: str
    at: int
    is_code: bool = False


class Sought:
    """What of these identities a text may not tell. `shown` is what its reader may know, by person.

    `told` are places that the case names anyway: a birthplace among them tells nobody. `codes` are those of other
    recipients, by which this one could join what he has with what they have.
    """

    def __init__(
        self,
        identities: Collection[Identity],
        shown: Mapping[str, Identity] | None = None,
        told: Iterable[Words] = (),
        codes: Collection[str] = (),
    ) -> None:
        self._codes = codes
        self._data = WordTree()
        self._lines: dict[str, set[str]] = defaultdict(set)
        allowed = list((shown or {}).values())
        known = {datum.words for identity in allowed for datum in data_of(identity)}
        lines = {line for identity in allowed for line in telephones(identity)}
        self._told = {words for place in told for words in (place, proper(place))}
        for identity in identities:
            for datum in sorted(data_of(identity), key=lambda datum: datum.words):
                if datum.words not in known and not (datum.is_place and datum.words in self._told):
                    self._data.add(datum, identity.person)
            for line in telephones(identity) - lines:
                self._lines[line].add(identity.person)
        self._data.close()
        self._names = SpeltWords(w for identity in identities for name in names_of(identity) for w in words_of(name))

    def __bool__(self) -> bool:
        return bool(self._data or self._lines or self._codes)

    def found_in(self, text: str, *, is_path: bool = False) -> list[Found]:
        """Who is told of, each person once, in the order of the text. In a path names count without capitals too."""
        first: dict[tuple[str, bool], int] = {}
        for tokens in tokens_of(text) if self else ():
            for person, at in (*self._named(tokens, is_path), *self._called(tokens.text)):
                first.setdefault((person, False), at)
        for code, at in codes_in(text, is_path) if self._codes else ():
            if code in self._codes:
                first.setdefault((code, True), at)
        found = (Found(person, at, is_code) for (person, is_code), at in first.items())
        return sorted(found, key=lambda each: (each.at, each.person))

    def may_be_printed(self, text: str) -> bool:
        """Whether words for a message hold no part of any name, not even one that alone tells of nobody."""
        return not self.found_in(text, is_path=True) and not any(
            self._names.meant_by(word)
            for tokens in tokens_of(text)
            for index in range(len(tokens.all))
            for word, _ in tokens.words_at(index)
            if not word.isdigit()
        )

    def _named(self, tokens: Tokens, is_path: bool) -> Iterator[tuple[str, int]]:
        for datum, person, index, is_exact in self._data.found_in(tokens):
            if (
                self._is_beside(person, datum, tokens, index)
                if datum.is_place
                else _is_meant(datum, is_exact, tokens, index, is_path)
            ):
                yield person, tokens.all[index].start

    def _is_beside(self, person: str, place: Datum, tokens: Tokens, index: int) -> bool:
        """Whether a place stands in one text with a person's code, and is none that the case names."""
        written = tuple(token.plain for token in tokens.all[index : index + len(place.words)])
        return person.casefold() in tokens.text.casefold() and proper(written) not in self._told

    def _called(self, text: str) -> Iterator[tuple[str, int]]:
        for digits, at in digits_in(text, _SHORTEST_LINE) if self._lines else ():
            yield from ((person, at) for person in self._lines.get(digits, ()))
            for start in range(len(digits) - _WHOLE_LINE + 1):
                yield from ((person, at) for person in self._lines.get(digits[start : start + _WHOLE_LINE], ()))


def _is_meant(datum: Datum, is_exact: bool, tokens: Tokens, index: int, is_path: bool) -> bool:
    """Whether a word is the name and no ordinary word: it can be nothing else, has a capital, or stands in an address.

    A short one tells nothing when it is spelt otherwise, nor when it is written small and a rule made it.
    """
    if datum.words[0].isdigit():
        return not datum.is_whole or tokens.all[index].plain == datum.words[0]
    has_capital = tokens.all[index].written[0].isupper()
    if datum.is_short_name:
        if tokens.is_in_code(index) or not (is_exact and (has_capital or not datum.is_formed)):
            return False
    elif datum.is_sure or (is_exact and not datum.needs_capital):
        return True
    return has_capital or is_path or tokens.is_in_address(index)
