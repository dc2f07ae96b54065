"""How else the letters of a name may be met in writing: other alphabets, other tables, letters that only look alike."""

import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from referral.yaml_reader import read_yaml

_FILE = "spellings.yaml"
_CYRILLIC = range(0x400, 0x530)


@dataclass(frozen=True)
class Spellings:
    """`ways` gives the other spellings of a small letter, `ends` those of the end of a name; `cyrillic` and `latin` the
    letter of that alphabet that looks like another; `twins` the Cyrillic letter from which a typed Latin one, small or
    capital, cannot be told, and `truly_latin` words of such letters that are Latin on purpose, in capitals;
    `searched_as` the letter that a search takes another for."""

    ways: Mapping[str, tuple[str, ...]]
    ends: Mapping[str, tuple[str, ...]]
    cyrillic: Mapping[str, str]
    latin: Mapping[str, str]
    twins: Mapping[str, str]
    truly_latin: frozenset[str]
    searched_as: Mapping[str, str]

    def of(self, letter: str) -> tuple[str, ...]:
        """The letter itself, then every other way to write it."""
        return self.ways.get(letter, (letter,))

    def variants(self, word: str) -> Iterator[str]:
        """A word as it is, and with its end as others write it."""
        yield word
        for end, others in self.ends.items():
            if word.endswith(end):
                yield from (word.removesuffix(end) + other for other in others)

    def readings(self, word: str) -> Iterator[str]:
        """A word in small letters as it is, and as it reads if letters in it stand for others that look like them."""
        yield word
        if word.isascii() and not word.isalpha():
            return
        as_cyrillic = "".join(self.cyrillic.get(letter, letter) for letter in word)
        if as_cyrillic != word and all(ord(letter) in _CYRILLIC for letter in as_cyrillic):
            yield as_cyrillic
        as_latin = "".join(self.latin.get(letter, letter) for letter in _bare(word))
        if as_latin != word and not any(ord(letter) in _CYRILLIC for letter in as_latin):
            yield as_latin


def _bare(word: str) -> str:
    """Without the marks above Latin letters; a Cyrillic letter with a mark is another letter."""
    if word.isascii():
        return word
    return "".join(letter if ord(letter) in _CYRILLIC else unicodedata.normalize("NFD", letter)[0] for letter in word)


@cache
def spellings() -> Spellings:
    """The table that ships with the program."""
    data = read_yaml(files("referral.language").joinpath(_FILE).read_bytes(), _FILE).data
    alike: dict[str, str] = data["look_alikes"]
    latin = {theirs: own for own, theirs in alike.items() if own.isascii()} | data["latin_look_alikes"]
    ways = {letter: (letter, *others) for letter, others in data["spellings"].items()}
    ends = {end: tuple(others) for end, others in data["ends"].items()}
    twins = _twins({own: theirs for own, theirs in alike.items() if theirs in ways}, data["alike_when_small"])
    return Spellings(ways, ends, alike, latin, twins, frozenset(data["truly_latin"]), data["searched_as"])


def _twins(alike: Mapping[str, str], small: Collection[str]) -> dict[str, str]:
    """Of letters on the keyboard the capitals, and those small ones that are named."""
    typed = {own: theirs for own, theirs in alike.items() if own.isascii()}
    capitals = {own.upper(): theirs.upper() for own, theirs in typed.items()}
    return capitals | {own: typed[own] for own in small}
