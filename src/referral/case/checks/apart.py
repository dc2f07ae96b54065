"""What belongs to one place, one time or one source and is told as if it belonged to another.

`fact-of-another-place`: a fact told under an incident speaks only of places that are not those of the incident.
`summed-quantity`: a number that is the sum of others of unlike sources or dates; people may add, but say so.
"""

import re
from collections.abc import Iterable, Iterator, Set
from itertools import chain, combinations

from referral.case.load import LoadedCase
from referral.case.model import Case, Incident, Place, QuantityClaim
from referral.diagnostics import Diagnostic, warning

_FEW = 8
_NUMBER = re.compile(r"(?<![\w.,-])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\w.,]?\d)|(?<![\w.,-])\d{2,9}(?![\w.,-]?\d)")
_SPACE = re.compile("[ \u00a0\u202f]")


def facts_are_of_their_incidents(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`fact-of-another-place`"""
    for index, fact in loaded.entries("facts"):
        for number, name in enumerate(fact.incidents):
            incident = loaded.case.by_id.get(name)
            if isinstance(incident, Incident) and lie_apart(fact.places, incident.places, loaded.case):
                told, own = ", ".join(fact.places), ", ".join(incident.places)
                message = f"{fact.id} speaks of {told}, and is told under {name}, which lies in {own}"
                at = loaded.where("facts", index, "incidents", number)
                yield warning(at, "fact-of-another-place", message, "other places have other bodies, acts and ages")


def lie_apart(places: list[str], others: list[str], case: Case) -> bool:
    """Whether both are given and none of the one is, lies in, or holds one of the other."""
    return bool(places and others) and not any(_touch(one, other, case) for one in places for other in others)


def _touch(one: str, other: str, case: Case) -> bool:
    return one in around(other, case) or other in around(one, case)


def around(place: str, case: Case) -> set[str]:
    """A place and those in which it lies."""
    found: set[str] = set()
    name: str | None = place
    while name and name not in found:
        found.add(name)
        entry = case.by_id.get(name)
        name = entry.part_of if isinstance(entry, Place) else None
    return found


def numbers_are_not_sums(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`summed-quantity`: of others of the same category, whose evidence it cites"""
    claims = _Claims(claim for _, claim in loaded.entries("quantities") if claim.value)
    yield from _told_sums(loaded, claims)
    for index, claim in loaded.entries("quantities"):
        parts = _sum_of(claim, [other for other in claims.within(_items(claim)) if _may_be_part(other, claim)])
        if len({(str(part.as_of), _items(part)) for part in parts}) > 1:
            named = ", ".join(part.id for part in parts)
            message = f"{claim.id} is the sum of {named}, which are of different dates or sources"
            yield warning(loaded.where("quantities", index, "value"), "summed-quantity", message)


class _Claims:
    """The claims of a case, found by the evidence that they cite."""

    def __init__(self, claims: Iterable[QuantityClaim]) -> None:
        self._claims = [(claim, _items(claim)) for claim in claims]
        self.values = {claim.value for claim, _ in self._claims}
        self._citing: dict[str | None, list[int]] = {}  # None: those that cite nothing
        for number, (_, items) in enumerate(self._claims):
            for item in items or (None,):
                self._citing.setdefault(item, []).append(number)

    def within(self, items: Set[str]) -> list[QuantityClaim]:
        """Those that cite nothing beyond these items, in their order."""
        near = {number for item in (*items, None) for number in self._citing.get(item, ())}
        return [self._claims[number][0] for number in sorted(near) if self._claims[number][1] <= items]


def _told_sums(loaded: LoadedCase, claims: _Claims) -> Iterator[Diagnostic]:
    """A number in a fact that no claim has, and that is the sum of claims of unlike dates or sources cited by it."""
    for index, fact in loaded.entries("facts"):
        cited = {citation.evidence for citation in fact.citations}
        parts = [claim for claim in claims.within(cited) if claim.citations]
        told = {int(_SPACE.sub("", n)) for text in fact.text.by_lang.values() for n in _NUMBER.findall(text)}
        for number in sorted(told - claims.values):
            for category in dict.fromkeys(claim.category for claim in parts):
                summed = _parts_of(number, [claim for claim in parts if claim.category == category])
                if len({(str(part.as_of), _items(part)) for part in summed}) > 1:
                    named = ", ".join(part.id for part in summed)
                    message = f"{fact.id} gives {number}, the sum of {named}, which are of different dates or sources"
                    yield warning(loaded.where("facts", index, "text"), "summed-quantity", message)


def _may_be_part(other: QuantityClaim, claim: QuantityClaim) -> bool:
    return other.id != claim.id and other.category == claim.category


def _items(claim: QuantityClaim) -> frozenset[str]:
    return frozenset(citation.evidence for citation in claim.citations)


def _sum_of(claim: QuantityClaim, others: Iterable[QuantityClaim]) -> tuple[QuantityClaim, ...]:
    return _parts_of(claim.value or 0, others)


def _parts_of(value: int, others: Iterable[QuantityClaim]) -> tuple[QuantityClaim, ...]:
    """Those of the others of which a number is the sum, the fewest first; empty if it is none.

    Of many others only two, three or all are tried: any number is the sum of some of many.
    """
    smaller = [other for other in others if other.value and other.value < value]
    sizes = range(2, len(smaller) + 1) if len(smaller) <= _FEW else (2, 3, len(smaller))
    groups = chain.from_iterable(combinations(smaller, size) for size in sizes)
    return next((group for group in groups if sum(part.value or 0 for part in group) == value), ())
