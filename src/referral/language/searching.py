"""Words as a search compares them: folded letters, and the other forms of a word. It finds too much, never too little.

What is folded is compared and never shown.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from referral.language.load import known_languages
from referral.language.spellings import spellings
from referral.yaml_reader import read_yaml

_FILE = "searching.yaml"
_FEWEST = 3  # letters before an end
_APOSTROPHE = re.compile(r"(?<=\w)['’ʼ‘`´′](?=\w)")
_WORD = re.compile(r"\w+")


def folded(text: str) -> str:
    """Small letters, without apostrophes within words, marks of stress and letters that are written either way.

    Only a mark that makes no other letter is dropped: й and ї stay what they are.
    """
    plain = unicodedata.normalize("NFC", text).casefold().translate(_letters())
    return _APOSTROPHE.sub("", "".join(sign for sign in plain if not unicodedata.combining(sign)))


def words_of(text: str) -> list[str]:
    """The words of a text, folded; what a search for a part of a code or a number is put together from."""
    return _WORD.findall(folded(text))


def forms_of(word: str) -> frozenset[str]:
    """What may be another form of a folded word in any of our languages; itself among them."""
    ways = (_FormsOf(rules).all(word) for rules in _rules())
    return frozenset((word, *(form for found in ways for form in found)))


@dataclass(frozen=True)
class _Rules:
    """How the forms of a word differ in one language, in folded letters."""

    kinds: Sequence[Sequence[str]]  # ends, the longest first
    vowels: Mapping[str, Sequence[str]]
    fleeting: Sequence[str]
    consonants: Mapping[str, Sequence[str]]

    @property
    def letters(self) -> frozenset[str]:
        return frozenset("".join(end for ends in self.kinds for end in ends))


class _FormsOf:
    """The forms of words by the rules of one language."""

    def __init__(self, rules: _Rules) -> None:
        self._rules = rules

    def all(self, word: str) -> Iterator[str]:
        """Nothing for numbers, and for words in another alphabet."""
        if word.isdigit() or self._rules.letters.isdisjoint(word):
            return
        for ends in self._rules.kinds:
            end = next((end for end in ends if word.endswith(end) and len(word) - len(end) >= _FEWEST), None)
            if end is not None:
                yield from (stem + other for stem in self._stems(word[: len(word) - len(end)]) for other in ends)

    def _stems(self, stem: str) -> Iterator[str]:
        """A stem as it is, and as it may read before other ends."""
        yield stem
        last, rules = len(stem) - 1, self._rules
        yield from (stem[:last] + other for other in rules.consonants.get(stem[last], ()))
        for at in (last - 1, last - 2):
            yield from (stem[:at] + other + stem[at + 1 :] for other in rules.vowels.get(stem[at : at + 1], ()))
        if stem[last - 1] in rules.fleeting:
            yield stem[: last - 1] + stem[last]
        yield from (stem[:last] + vowel + stem[last] for vowel in rules.fleeting)


@cache
def _letters() -> Mapping[int, str]:
    return {ord(letter): other for letter, other in spellings().searched_as.items()}


@cache
def _rules() -> tuple[_Rules, ...]:
    """Of every language that has such rules."""
    found = (files("referral.language").joinpath(code, _FILE) for code in known_languages())
    return tuple(_read(path.read_bytes()) for path in found if path.is_file())


def _read(raw: bytes) -> _Rules:
    data = read_yaml(raw, _FILE).data
    kinds = [sorted({folded(end) for end in ends}, key=len, reverse=True) for ends in data["kinds_of_ends"].values()]
    changing = data.get("vowels_that_change", {})
    return _Rules(kinds, changing, data.get("vowels_that_come_and_go", ()), data.get("consonants_that_change", {}))
