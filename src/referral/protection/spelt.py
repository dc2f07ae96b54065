"""Words found however they are spelt: in another alphabet, by another table, with letters that only look alike."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from referral.language.spellings import Spellings, spellings


@dataclass(slots=True)
class _Node:
    """What a word may go on with after the letters that lead here; `words` end here."""

    further: dict[str, "_Node"] = field(default_factory=dict)
    words: set[str] = field(default_factory=set)


class SpeltWords:
    """A set of words in small letters; a written word finds those of them that it may stand for.

    Numbers have but one spelling.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._table: Spellings = spellings()
        self._root = _Node()
        self._known: dict[str, frozenset[str]] = {}
        self._numbers: set[str] = set()
        for word in set(words):
            if word.isdigit():
                self._numbers.add(word)
            else:
                self._learn(word)

    def _learn(self, word: str) -> None:
        for variant in self._table.variants(word):
            node = self._root
            for letter in variant:
                node = node.further.setdefault(letter, _Node())
            node.words.add(word)

    def meant_by(self, written: str) -> frozenset[str]:
        """The words of the set that a word in small letters, without apostrophes, may stand for."""
        found = self._known.get(written)
        if found is None:
            found = self._known[written] = self._found(written)
        return found

    def _found(self, written: str) -> frozenset[str]:
        if written.isdigit():
            return frozenset({written} & self._numbers)
        readings = self._table.readings(written)
        return frozenset(word for reading in readings for word in self._walk(self._root, reading))

    def _walk(self, node: _Node, rest: str) -> Iterator[str]:
        if not rest:
            yield from node.words
        for letter, further in node.further.items():
            for way in self._table.of(letter):
                if rest.startswith(way):
                    yield from self._walk(further, rest[len(way) :])
