"""Which alternatives within an element the case shows: by choice and limb, the mappings that say they bear on it.

No state depends on it. One limb of each choice suffices, so that a limb which nothing shows is no gap; and a
contradiction of weight without an answer contests the whole element, whichever limb it says it is about.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from referral.case.model import Bearing
from referral.coverage.model import ElementCoverage, Item
from referral.law.model import Choice, Limb


@dataclass(frozen=True)
class Bears:
    """The ids of mappings, by what they do. What is context shows no limb."""

    supports: tuple[str, ...]
    contradicts: tuple[str, ...]
    qualifies: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        return not (self.supports or self.contradicts or self.qualifies)


@dataclass(frozen=True)
class LimbCoverage:
    limb: Limb
    bears: Bears


@dataclass(frozen=True)
class ChoiceCoverage:
    """One choice of an element: a limb that no mapping names has its place too."""

    choice: Choice
    limbs: tuple[LimbCoverage, ...]


def choices_of(covered: ElementCoverage) -> tuple[ChoiceCoverage, ...]:
    """The choices of an element in the order of the law library; empty where its wording has none."""
    return tuple(_choice(choice, covered.items) for choice in covered.element.choices)


def unsaid_of(covered: ElementCoverage) -> Bears:
    """The mappings that name no limb of the element; none where there is nothing to choose."""
    named = {limb.id for limb in covered.element.limbs}
    return _bears(item for item in covered.items if named and named.isdisjoint(item.mapping.limbs))


def _choice(choice: Choice, items: Sequence[Item]) -> ChoiceCoverage:
    limbs = (LimbCoverage(limb, _bears(i for i in items if limb.id in i.mapping.limbs)) for limb in choice.limbs)
    return ChoiceCoverage(choice, tuple(limbs))


def _bears(items: Iterable[Item]) -> Bears:
    ids: dict[Bearing, list[str]] = {bearing: [] for bearing in Bearing}
    for item in items:
        ids[item.bearing].append(item.mapping.id)
    return Bears(tuple(ids[Bearing.SUPPORTS]), tuple(ids[Bearing.CONTRADICTS]), tuple(ids[Bearing.QUALIFIES]))
