"""All that is searched for, word after word in one tree, so that what many data begin with is looked up once."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from referral.language.addresses import address_words
from referral.protection.datum import Datum
from referral.protection.spelt import SpeltWords
from referral.protection.tokens import Tokens

Meant = tuple[
    str, int, bool
]  # a word that is sought, the index of the token after it, whether it is spelt as we know it


@dataclass(slots=True)
class _Node:
    further: dict[str, "_Node"] = field(default_factory=dict)
    ends: list[tuple[Datum, str]] = field(default_factory=list)
    is_parted: bool = False  # whether words like «street» or «No.» may stand here


class WordTree:
    """Data by their words, each with the person's code."""

    def __init__(self) -> None:
        self._root = _Node()
        self._words: set[str] = set()
        self._spelt = SpeltWords(())

    def __bool__(self) -> bool:
        return bool(self._words)

    def add(self, datum: Datum, person: str) -> None:
        """One more; `close` must follow before the search."""
        node = self._root
        for word in datum.words:
            node = node.further.setdefault(word, _Node())
            node.is_parted |= datum.is_parted
        node.ends.append((datum, person))
        self._words.update(datum.words)

    def close(self) -> None:
        """All is added."""
        self._spelt = SpeltWords(self._words)

    def found_in(self, tokens: Tokens) -> Iterator[tuple[Datum, str, int, bool]]:
        """What stands in a text: the datum, the person, the index of its first word and whether that is exact."""
        found_at: dict[int, list[Meant]] = {}
        for index in range(len(tokens.all)):
            for word, after, is_exact in self._meant_at(tokens, index, found_at):
                if node := self._root.further.get(word):
                    for datum, person in self._ends(node, tokens, after, found_at):
                        yield datum, person, index, is_exact

    def _ends(
        self, node: _Node, tokens: Tokens, index: int, found_at: dict[int, list[Meant]], skipped: bool = False
    ) -> Iterator[tuple[Datum, str]]:
        yield from (end for end in node.ends if end[0].is_parted or not skipped)
        if not node.further or index >= len(tokens.all):
            return
        if node.is_parted and tokens.all[index].plain in address_words():
            yield from self._ends(node, tokens, index + 1, found_at, True)
        for word, after, _ in self._meant_at(tokens, index, found_at):
            if further := node.further.get(word):
                yield from self._ends(further, tokens, after, found_at, skipped)

    def _meant_at(self, tokens: Tokens, index: int, found_at: dict[int, list[Meant]]) -> list[Meant]:
        """The words sought that may begin at a token."""
        found = found_at.get(index)
        if found is None:
            meant_by = self._spelt.meant_by
            found = found_at[index] = [
                (word, after, word.replace("'", "") == written)
                for written, after in tokens.words_at(index)
                for word in meant_by(written)
            ]
        return found
