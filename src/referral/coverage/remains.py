"""What remains of each element when entries are lost, assessed again only where the loss can be felt.

The rules are those of `assess` and `falling`; here stands only which elements need not be looked at again.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from referral.case.falling import Falling
from referral.case.model import Bearing, Case, Tier
from referral.coverage.assess import element_of, is_open_contradiction, item_of
from referral.coverage.model import Coverage, ElementCoverage, Item
from referral.coverage.origins import FactOrigins, OriginIndex, independent

Key = tuple[str, str]  # charge and element
Remaining = tuple[str, ElementCoverage, ElementCoverage]  # charge, the element before and after


class Remains:
    """Asks one coverage what remains of its elements without some entries."""

    def __init__(self, case: Case, coverage: Coverage, falling: Falling) -> None:
        self._falling, self._index = falling, OriginIndex(case)
        self._keys: dict[str, Key] = {m.id: (m.charge, m.element) for m in case.mappings}
        self._elements = {(c.charge.id, e.element.id): e for c in coverage.charges for e in c.elements}
        self._places = {key: place for place, key in enumerate(self._elements)}
        self._mainstays: dict[Key, frozenset[str]] = {}
        self._replaced_by: dict[Key, list[Key]] = defaultdict(list)  # whoever has this one as an alternative
        for key, covered in self._elements.items():
            for other in covered.alternatives:
                self._replaced_by[key[0], other].append(key)

    def without(self, lost: Sequence[str]) -> Iterator[Remaining]:
        """The elements that may be others without these entries, in the order of the coverage."""
        left = self._assessed_again(lost)
        bare = {key for key, new in left.items() if self._elements[key].is_supported and not new.is_supported}
        touched = left.keys() | {other for key in bare for other in self._replaced_by.get(key, ())}
        for key in sorted(touched, key=self._places.__getitem__):
            old = self._elements[key]
            kept = tuple(code for code in old.alternatives if (key[0], code) not in bare)
            yield key[0], old, replace(left.get(key, old), alternatives=kept)

    def _assessed_again(self, lost: Sequence[str]) -> dict[Key, ElementCoverage]:
        reached = self._falling.reached(lost)
        felt = [key for key in self._keys_of(reached) if not reached.isdisjoint(self._holding(key))]
        if not felt:
            return {}
        gone = self._falling.without(lost)
        facts = FactOrigins(self._index, gone)
        left: dict[Key, ElementCoverage] = {}
        for key in felt:
            old = self._elements[key]
            standing = (item for item in old.items if item.mapping.id not in gone)
            items = [item_of(i.mapping, self._index, facts) if i.mapping.id in reached else i for i in standing]
            left[key] = element_of(old.element, items, old.justified)
        return left

    def _keys_of(self, reached: Iterable[str]) -> set[Key]:
        found = {self._keys[code] for code in reached if code in self._keys}
        return {key for key in found if key in self._elements}

    def _holding(self, key: Key) -> frozenset[str]:
        if key not in self._mainstays:
            self._mainstays[key] = mainstays(self._elements[key])
        return self._mainstays[key]


def mainstays(covered: ElementCoverage) -> frozenset[str]:
    """Mappings that hold the state of an element by themselves: it stays the same as long as nothing touches them.

    A loss never adds to what is left. So where a few items alone give the state of all, everything between the few and
    all gives it too.
    """
    few = tuple(_few(covered.items))
    alone = element_of(covered.element, few, covered.justified)
    is_held = (alone.state, alone.is_supported) == (covered.state, covered.is_supported)
    return frozenset(item.mapping.id for item in (few if is_held else covered.items))


def _few(items: Sequence[Item]) -> Iterator[Item]:
    """The first item of each kind on which a state turns: against; for, at first hand, of another origin; beside."""
    yield from [item for item in items if is_open_contradiction(item.mapping)][:1]
    supports = [item for item in items if item.bearing is Bearing.SUPPORTS]
    first = next((item for item in supports if item.mapping.tier is Tier.PRIMARY), next(iter(supports), None))
    if first:
        yield first
        yield next((item for item in supports if independent(first.origins | item.origins) > 1), first)
    else:
        yield from [item for item in items if item.bearing in (Bearing.CONTEXT, Bearing.QUALIFIES)][:1]
