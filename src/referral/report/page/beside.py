"""Facts that cannot be true beside a fact that supports an element, and that nobody set against that element."""

from collections import defaultdict

from referral.case.model import Bearing, Case, Mapping


class Beside:
    """Looks them up in one case. Either of two facts may name the other."""

    def __init__(self, case: Case) -> None:
        self._against: dict[str, set[str]] = defaultdict(set)
        for fact in case.facts:
            for other in fact.contradicts:
                self._against[fact.id].add(other)
                self._against[other].add(fact.id)
        self._weighed = {(m.charge, m.element, m.fact) for m in case.mappings}

    def of(self, mapping: Mapping) -> list[str]:
        """The ids of such facts, for a mapping of a fact as support."""
        if mapping.fact is None or mapping.bearing is not Bearing.SUPPORTS:
            return []
        found = sorted(self._against.get(mapping.fact, ()))
        return [code for code in found if (mapping.charge, mapping.element, code) not in self._weighed]
