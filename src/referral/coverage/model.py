"""Coverage as values: charges, their elements, the state of each and the items behind it. No score, no verdict."""

from dataclasses import dataclass
from enum import StrEnum

from referral.case.model import Bearing, Charge, JustifiedGap, Mapping
from referral.law.model import Element


class State(StrEnum):
    """The six states of section 11 of the evidence standards. None of them says that something is proven."""

    CORROBORATED = "supported_corroborated"
    UNCORROBORATED = "supported_uncorroborated"
    SECONDARY_ONLY = "secondary_only"
    CONTESTED = "contested"
    CONTEXT_ONLY = "context_only"
    GAP = "gap"


@dataclass(frozen=True)
class Item:
    """One mapping with the evidence it rests on. `origins` holds, per citation, the origins it may come from."""

    mapping: Mapping
    evidence: tuple[str, ...]
    origins: frozenset[frozenset[str]]

    @property
    def bearing(self) -> Bearing:
        return self.mapping.bearing


@dataclass(frozen=True)
class ElementCoverage:
    """One element of one charge. `origins` counts independent origins of the supporting items.

    `alternatives` are the elements any of which would do in its place and that something supports. If
    `is_reason_withheld`, somebody recorded why a hole may stay, and this recipient does not see it.
    """

    element: Element
    state: State
    items: tuple[Item, ...]
    origins: int
    justified: JustifiedGap | None = None
    alternatives: tuple[str, ...] = ()
    is_reason_withheld: bool = False

    def with_bearing(self, bearing: Bearing) -> tuple[Item, ...]:
        return tuple(item for item in self.items if item.bearing is bearing)

    @property
    def is_supported(self) -> bool:
        """True if something supports the element, contested or not."""
        return self.origins > 0

    @property
    def is_hole(self) -> bool:
        """True if nothing supports the element or an alternative, and nobody recorded why that may stay so."""
        return not (self.is_supported or self.alternatives or self.justified or self.is_reason_withheld)


@dataclass(frozen=True)
class ChargeCoverage:
    charge: Charge
    elements: tuple[ElementCoverage, ...]


@dataclass(frozen=True)
class Coverage:
    """`orphans` are the ids of evidence items on which no mapping rests.

    `withheld` are charges and elements of which a recipient sees less than there is; never by how much.
    """

    charges: tuple[ChargeCoverage, ...]
    orphans: tuple[str, ...]
    withheld: frozenset[tuple[str, str]] = frozenset()

    def of(self, charge: str) -> ChargeCoverage | None:
        """The coverage of a charge; None if there is no such charge, or this recipient does not see it."""
        return next((c for c in self.charges if c.charge.id == charge), None)
