"""Facts gathered into paragraphs of prose. What is said of them here is the whole rule; a template prints them."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import accumulate
from math import ceil
from typing import Any

from referral.composition.functions.words import WordFunctions
from referral.composition.scene import Scene

Entry = dict[str, Any]

_LONGEST = 900  # letters: longer paragraphs are not read to their end, and cannot be referred to with any use


class ProseFunctions:
    """Which facts one paragraph tells."""

    def __init__(self, scene: Scene) -> None:
        self._t = WordFunctions(scene).t

    def paragraphs(self, facts: list[Entry], most: int = 5) -> list[list[Entry]]:
        """The facts as lists, one for each paragraph.

        Facts belong together that are told under the same first incident; of those under none, that have the same
        first topic and the same first place. What is invented never stands beside what is real. Whatever belongs
        together comes where its first fact came, in the order of time; what has one date, or none, stays in its order.
        It is divided anew where the next sentence would be the sixth (`most`), or would make the paragraph longer than
        900 letters; as evenly as the number of sentences allows. No fact is lost, and none is told twice.
        """
        return [
            paragraph
            for together in _grouped(facts)
            for short in self._short(_by_time(together))
            for paragraph in _even(short, most)
        ]

    def _short(self, facts: list[Entry]) -> Iterator[list[Entry]]:
        """Stretches that are short enough to be read; a single fact may be longer."""
        start, letters = 0, 0
        for end, fact in enumerate(facts):
            more = len(self._t(fact["text"]).striptags())
            if end > start and letters + more > _LONGEST:
                yield facts[start:end]
                start, letters = end, 0
            letters += more
        yield facts[start:]


def _grouped(facts: Iterable[Entry]) -> Iterator[list[Entry]]:
    groups: dict[tuple[object, ...], dict[str, Entry]] = {}
    for fact in facts:
        groups.setdefault(_subject(fact), {}).setdefault(fact["id"], fact)
    return (list(group.values()) for group in groups.values())


def _by_time(facts: list[Entry]) -> list[Entry]:
    """Oldest first; undated ones at the end."""
    return sorted(facts, key=lambda fact: (fact["date"] and fact["date"].earliest) or date.max)


def _subject(fact: Entry) -> tuple[object, ...]:
    incident, topic, place = (next(iter(fact[key]), None) for key in ("incidents", "topics", "places"))
    return (fact["invented"], incident) if incident else (fact["invented"], None, topic, place)


def _even(facts: list[Entry], most: int) -> Iterator[list[Entry]]:
    count = ceil(len(facts) / max(most, 1))
    ends = accumulate(len(facts) // count + (n < len(facts) % count) for n in range(count))
    start = 0
    for end in ends:
        yield facts[start:end]
        start = end
