"""Whose words an item carries: origins, counted once however many outlets repeat them (design.md 2.7)."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator

from referral.case.falling import is_standing
from referral.case.model import Case, Citation, EvidenceItem, Fact, Source
from referral.coverage.ends import Ends

Origins = frozenset[str]


class OriginIndex:
    """The origins of the sources, items and facts of a case, everything derived followed to what it derives from."""

    def __init__(self, case: Case) -> None:
        self._sources = {source.id: source for source in case.sources}
        self._items = {item.id: item for item in case.evidence}
        self.facts = {fact.id: fact for fact in case.facts}
        self.group = groups_as_one(case.sources)
        self.voices = voices(case, self.group)
        self._first_sources = Ends(lambda code: self._sources[code].repeats)
        self._first_items = Ends(lambda code: parents(self._items[code]))
        self._known: dict[str, Origins] = {}
        self._all_facts = FactOrigins(self)

    def of_fact(self, fact: str) -> frozenset[Origins]:
        """The origins of a fact if nothing is withdrawn; see `FactOrigins`."""
        return self._all_facts.of(fact)

    def of_citation(self, citation: Citation) -> Origins:
        """The origins a citation may come from: the speaker's if one is named, else the item's."""
        if citation.speaker:
            return self.of_source(citation.speaker)
        return self.of_evidence(citation.evidence)

    def of_evidence(self, evidence: str) -> Origins:
        """The origins an item may come from: those of what it translates, transcribes, excerpts or tells again."""
        if evidence not in self._known:
            first = self._first_items.of(evidence)
            self._known[evidence] = frozenset().union(*(self._of_item(self._items[code]) for code in first))
        return self._known[evidence]

    def of_source(self, source: str) -> Origins:
        """The origins that the words of a source may have; sources that repeat each other may all be the origin."""
        if source not in self._known:
            first = self._first_sources.of(source)
            self._known[source] = frozenset(self.group[self._sources[s].origin_group] for s in first)
        return self._known[source]

    def _of_item(self, item: EvidenceItem) -> Origins:
        """An account is also its teller's, whoever took it."""
        voice = self.voices.get(item.account.person) if item.account else None
        return self.of_source(item.source) | ({voice} if voice else frozenset())


class FactOrigins:
    """The origins of facts when some entries are gone."""

    def __init__(self, index: OriginIndex, gone: Container[str] = frozenset()) -> None:
        self._index, self._gone = index, gone
        self._premises = Ends(lambda code: [f for f in index.facts[code].inferred_from if f not in gone])
        self._known: dict[str, frozenset[Origins]] = {}

    def of(self, fact: str) -> frozenset[Origins]:
        """Per citation in force, the origins it may come from; a fact inferred from others adds none to theirs."""
        if fact not in self._known:
            self._known[fact] = frozenset(map(self._index.of_citation, self.citations_behind(fact)))
        return self._known[fact]

    def citations_behind(self, fact: str) -> Iterator[Citation]:
        """The citations in force of a fact; of one that was inferred, those of its first premises."""
        first = self._premises.of(fact)
        return (citation for code in sorted(first) for citation in self.citations(self._index.facts[code]))

    def cited(self, fact: str) -> tuple[str, ...]:
        """The items that a fact itself cites and that stand."""
        return tuple(dict.fromkeys(c.evidence for c in self.citations(self._index.facts[fact])))

    def citations(self, fact: Fact) -> list[Citation]:
        return [citation for citation in fact.citations if is_standing(citation, self._gone)]


def parents(item: EvidenceItem) -> list[str]:
    """The items whose words an item carries: it is a version or a part of them, or tells again what they told."""
    return item.made_of + (item.account.prior_accounts if item.account else [])


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


def groups_as_one(sources: Iterable[Source]) -> dict[str, str]:
    """Each origin group and the one that stands for it: groups through which one person speaks are one origin."""
    stands_for: dict[str, str] = {}
    first: dict[str, str] = {}
    for source in sources:
        stands_for.setdefault(source.origin_group, source.origin_group)
        if source.person and not source.is_withdrawn:
            one = _standing_for(first.setdefault(source.person, source.origin_group), stands_for)
            stands_for[_standing_for(source.origin_group, stands_for)] = one
    return {group: _standing_for(group, stands_for) for group in stands_for}


def _standing_for(group: str, stands_for: dict[str, str]) -> str:
    """Whoever stands for a group in the end; the way there is made short for those who ask again."""
    way = []
    while stands_for[group] != group:
        way.append(group)
        group = stands_for[group]
    stands_for.update(dict.fromkeys(way, group))
    return group


def voices(case: Case, group: dict[str, str]) -> dict[str, str]:
    """The origin of each person who gave accounts: his group, or his code where several others took them down."""
    own = {source.person: group[source.origin_group] for source in case.sources if source.person}
    takers: dict[str, set[str]] = defaultdict(set)
    for item in case.evidence:
        if item.account and not item.is_withdrawn:
            takers[item.account.person].add(item.source)
    return {person: own.get(person, person) for person, found in takers.items() if person in own or len(found) > 1}
