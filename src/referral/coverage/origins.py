"""Whose words an item carries: origins, counted once however many outlets repeat them (design.md 2.7)."""

from collections.abc import Iterable

from referral.case.model import Case, Citation

Origins = frozenset[str]


class OriginIndex:
    """The origins of every source of a case, `repeats` followed to the ends."""

    def __init__(self, case: Case) -> None:
        self._sources = {source.id: source for source in case.sources}
        self._source_of = {item.id: item.source for item in case.evidence}
        self._known: dict[str, Origins] = {}

    def of_citation(self, citation: Citation) -> Origins:
        """The origins a citation may come from: the speaker's if one is named, else the item's."""
        if citation.speaker:
            return self.of_source(citation.speaker)
        return self.of_evidence(citation.evidence)

    def of_evidence(self, evidence: str) -> Origins:
        """The origins an item may come from."""
        return self.of_source(self._source_of[evidence])

    def of_source(self, source: str) -> Origins:
        """The origins that the words of a source may have; sources that repeat each other may all be the origin."""
        if source not in self._known:
            reached = self._reached(source)
            ends = {s for s in reached if not set(self._sources[s].repeats) - {s}}
            self._known[source] = frozenset(self._sources[s].origin_group for s in ends or reached)
        return self._known[source]

    def _reached(self, source: str) -> set[str]:
        reached: set[str] = set()
        waiting = [source]
        while waiting:
            current = waiting.pop()
            if current not in reached:
                reached.add(current)
                waiting += self._sources[current].repeats
        return reached


def independent(origins: Iterable[Origins]) -> int:
    """How many origins there are at the least: items that may all come from one are counted as one.

    {A}, {A or B}, {C} are two. Where several items leave it open whence they come, two is the most they add.
    """
    found = set(origins)
    certain = {name for one in found if len(one) == 1 for name in one}
    uncertain = [one for one in found if not one & certain]
    if not uncertain:
        return len(certain)
    return len(certain) + (1 if frozenset.intersection(*uncertain) else 2)
