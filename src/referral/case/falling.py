"""Who falls with whom: what entries rest on, the rule by which they fall, and the graph of both, made once for a case.

Nothing here says what a loss means for a charge; see `coverage`.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from referral.case.model import Case, Citation, Entity, EvidenceItem, Fact, Mapping, QuantityClaim, ReadMapping
from referral.case.reachable import reachable


@dataclass(frozen=True)
class Gone(Container[str]):
    """Ids of what is gone: of the case as it stands, and of what fell since."""

    before: frozenset[str]
    since: set[str]

    def __contains__(self, code: object) -> bool:
        return code in self.since or code in self.before


class Falling:
    """What a loss takes down with it. `gone` is what is withdrawn already, and what fell with it."""

    def __init__(self, case: Case) -> None:
        resting = (*case.evidence, *case.facts, *case.quantities, *case.mappings)
        self._entries: dict[str, Entity] = {entry.id: entry for entry in resting}
        self._resting: dict[str, list[str]] = defaultdict(list)
        for entry in resting:
            for ground in dict.fromkeys(rests_on(entry)):
                self._resting[ground].append(entry.id)
        self.gone: frozenset[str] = frozenset()
        self.gone = frozenset(self.without(entity.id for _, _, entity in case.entities() if entity.is_withdrawn).since)

    def without(self, lost: Iterable[str]) -> Gone:
        """What is gone without these entries: they, and round by round what has no ground left."""
        gone = Gone(self.gone, set(lost) - self.gone)
        fallen = set(gone.since)
        while fallen:
            touched = {code for ground in fallen for code in self._resting.get(ground, ()) if code not in gone}
            fallen = {code for code in touched if falls(self._entries[code], gone)}
            gone.since.update(fallen)
        return gone

    def reached(self, lost: Iterable[str]) -> set[str]:
        """These entries and all that rests on them over any number of steps, whether it falls with them or not."""
        return reachable(lost, lambda code: self._resting.get(code, ()))


def falls(entry: Entity, gone: Container[str]) -> bool:
    """An item falls with its source and with what it was made of, a fact with all its citations or all its premises.

    A mapping falls with what it maps; one that is read under another charge, also with the one that it repeats
    and with the charge under which that was weighed.
    """
    if isinstance(entry, EvidenceItem):
        return entry.source in gone or any(code in gone for code in entry.made_of)
    if isinstance(entry, Mapping):
        return any(code in gone for code in rests_on(entry))
    if isinstance(entry, Fact) and entry.inferred_from and all(code in gone for code in entry.inferred_from):
        return True
    return isinstance(entry, Fact | QuantityClaim) and not any(is_standing(c, gone) for c in entry.citations)


def rests_on(entry: Entity) -> Iterator[str]:
    """The ids of all that an entry may fall with."""
    if isinstance(entry, EvidenceItem):
        yield from (entry.source, *entry.made_of)
    elif isinstance(entry, Mapping):
        yield from (code for code in (entry.fact, entry.evidence) if code)
        yield from (entry.read_from, entry.weighed_under) if isinstance(entry, ReadMapping) else ()
    elif isinstance(entry, Fact | QuantityClaim):
        yield from (code for c in entry.citations for code in (c.evidence, c.speaker) if code)
        yield from entry.inferred_from if isinstance(entry, Fact) else ()


def is_standing(citation: Citation, gone: Container[str]) -> bool:
    """False if the item cited, or the one who speaks in it, is gone."""
    return citation.evidence not in gone and citation.speaker not in gone
