"""Whose words an item carries: origins, counted once however many outlets repeat them (design.md 2.7)."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from referral.case.in_force import is_standing
from referral.case.model import Case, Citation, EvidenceItem, Fact, Source

Origins = frozenset[str]


class OriginIndex:
    """The origins of the sources, items and facts of a case, everything derived followed to what it derives from."""

    def __init__(self, case: Case) -> None:
        self._sources = {source.id: source for source in case.sources}
        self._items = {item.id: item for item in case.evidence}
        self._facts = {fact.id: fact for fact in case.facts}
        self._group = _groups_as_one(case.sources)
        self._voices = _voices(case, self._group)
        self._known: dict[str, Origins] = {}

    def fact(self, code: str) -> Fact:
        return self._facts[code]

    def of_fact(self, fact: str, gone: frozenset[str] = frozenset()) -> frozenset[Origins]:
        """Per citation in force, the origins it may come from; a fact inferred from others adds none to theirs."""
        first = _ends(fact, lambda code: [f for f in self._facts[code].inferred_from if f not in gone])
        citations = (c for code in first for c in self._facts[code].citations if is_standing(c, gone))
        return frozenset(map(self.of_citation, citations))

    def of_citation(self, citation: Citation) -> Origins:
        """The origins a citation may come from: the speaker's if one is named, else the item's."""
        if citation.speaker:
            return self.of_source(citation.speaker)
        return self.of_evidence(citation.evidence)

    def of_evidence(self, evidence: str) -> Origins:
        """The origins an item may come from: those of what it translates, transcribes, excerpts or tells again."""
        if evidence not in self._known:
            first = _ends(evidence, lambda code: parents(self._items[code]))
            self._known[evidence] = frozenset().union(*(self._of_item(self._items[code]) for code in first))
        return self._known[evidence]

    def of_source(self, source: str) -> Origins:
        """The origins that the words of a source may have; sources that repeat each other may all be the origin."""
        if source not in self._known:
            ends = _ends(source, lambda code: self._sources[code].repeats)
            self._known[source] = frozenset(self._group[self._sources[s].origin_group] for s in ends)
        return self._known[source]

    def _of_item(self, item: EvidenceItem) -> Origins:
        """An account is also its teller's, whoever took it."""
        voice = self._voices.get(item.account.person) if item.account else None
        return self.of_source(item.source) | ({voice} if voice else frozenset())


def parents(item: EvidenceItem) -> list[str]:
    """The items whose words an item carries: it is a version or a part of them, or tells again what they told."""
    whole = (item.translation_of, item.transcript_of, item.excerpt_of)
    return [code for code in whole if code] + (item.account.prior_accounts if item.account else [])


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


def _ends(start: str, above: Callable[[str], Sequence[str]]) -> set[str]:
    """Where the steps upwards from `start` end; of a circle that leads nowhere else, all of it."""
    reached: set[str] = set()
    waiting = [start]
    while waiting:
        current = waiting.pop()
        if current not in reached:
            reached.add(current)
            waiting += above(current)
    return {code for code in reached if not set(above(code)) - {code}} or reached


def _groups_as_one(sources: Iterable[Source]) -> dict[str, str]:
    """Each origin group and the one that stands for it: groups through which one person speaks are one origin."""
    stands_for = {source.origin_group: source.origin_group for source in sources}
    first: dict[str, str] = {}
    for source in sources:
        if source.person and not source.is_withdrawn:
            one = stands_for[first.setdefault(source.person, source.origin_group)]
            other = stands_for[source.origin_group]
            if one != other:
                stands_for = {group: one if name == other else name for group, name in stands_for.items()}
    return stands_for


def _voices(case: Case, group: dict[str, str]) -> dict[str, str]:
    """The origin of each person who gave accounts: his group, or his code where several others took them down."""
    own = {source.person: group[source.origin_group] for source in case.sources if source.person}
    takers: dict[str, set[str]] = defaultdict(set)
    for item in case.evidence:
        if item.account and not item.is_withdrawn:
            takers[item.account.person].add(item.source)
    return {person: own.get(person, person) for person, found in takers.items() if person in own or len(found) > 1}
