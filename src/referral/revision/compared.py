"""What differs between two values of a case, of its coverage, of its documents. Pure: nothing is read or written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from referral.case.model import SECTIONS, Case, Model
from referral.coverage import Coverage, ElementCoverage, State
from referral.protection.vault import Identity

HEADER = "case"
VAULT = "vault"


class How(StrEnum):
    """`restamped`: the same words, under another stamp of provenance; of documents alone."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    RESTAMPED = "restamped"


@dataclass(frozen=True)
class EntryChange:
    """An entry that is new, gone, or another in these of its keys. Of an identity the code alone, and never a key."""

    section: str
    id: str
    how: How
    fields: tuple[str, ...] = ()


@dataclass(frozen=True)
class StateChange:
    """An element of a charge that stands otherwise; None where the charge, or the element, is not there.

    `hole`: whether nothing supports it and nobody recorded why that may stay, before and after.
    """

    charge: str
    element: str
    before: State | None
    after: State | None
    hole: tuple[bool, bool]


@dataclass(frozen=True)
class DocumentChange:
    """A document of the later revision that is not what it was, or one of the earlier that is no longer asked for."""

    name: str
    how: How


@dataclass(frozen=True)
class Compared:
    """All that one recipient could see to be different."""

    entries: tuple[EntryChange, ...]
    elements: tuple[StateChange, ...]
    documents: tuple[DocumentChange, ...]

    @property
    def is_same(self) -> bool:
        return not (self.entries or self.elements or self.documents)


@dataclass(frozen=True)
class Revision:
    """One revision as one recipient may know it; of `identities` he is told no more than that one is another."""

    case: Case
    coverage: Coverage
    identities: Mapping[str, Identity] = field(default_factory=dict)


def compared(before: Revision, after: Revision, documents: tuple[DocumentChange, ...] = ()) -> Compared:
    """What differs; which documents do is found by whoever can compose them."""
    entries = (*entry_changes(before.case, after.case), *identity_changes(before.identities, after.identities))
    return Compared(entries, tuple(state_changes(before.coverage, after.coverage)), documents)


def entry_changes(before: Case, after: Case) -> Iterator[EntryChange]:
    """The header, then the sections in their order; in each, what is there now in its order, then what is gone."""
    if fields := _differing(before.case, after.case):
        yield EntryChange(HEADER, after.case.id, How.CHANGED, fields)
    for section in SECTIONS:
        old = {entry.id: entry for entry in before.section(section)}
        new = {entry.id: entry for entry in after.section(section)}
        yield from _changes(section, old, new)


def identity_changes(before: Mapping[str, Identity], after: Mapping[str, Identity]) -> Iterator[EntryChange]:
    """Whose identity is another, by code; what of it is not told, for that would tell of the vault."""
    yield from (EntryChange(VAULT, one.id, one.how) for one in _changes(VAULT, before, after))


def _changes(section: str, old: Mapping[str, Model], new: Mapping[str, Model]) -> Iterator[EntryChange]:
    for code, entry in new.items():
        if code not in old:
            yield EntryChange(section, code, How.ADDED)
        elif fields := _differing(old[code], entry):
            yield EntryChange(section, code, How.CHANGED, fields)
    yield from (EntryChange(section, code, How.REMOVED) for code in old if code not in new)


def _differing(old: Model, new: Model) -> tuple[str, ...]:
    return tuple(name for name in type(new).model_fields if getattr(old, name, None) != getattr(new, name))


def state_changes(before: Coverage, after: Coverage) -> Iterator[StateChange]:
    """Charge by charge: the elements there are now, then those that are gone."""
    old, new = _elements(before), _elements(after)
    for charge, element in dict.fromkeys((*new, *old)):
        was, now = old.get((charge, element)), new.get((charge, element))
        states, hole = (_state(was), _state(now)), (_is_hole(was), _is_hole(now))
        if states[0] is not states[1] or hole[0] != hole[1]:
            yield StateChange(charge, element, *states, hole)


def _elements(coverage: Coverage) -> dict[tuple[str, str], ElementCoverage]:
    return {(c.charge.id, e.element.id): e for c in coverage.charges for e in c.elements}


def _state(covered: ElementCoverage | None) -> State | None:
    return covered.state if covered else None


def _is_hole(covered: ElementCoverage | None) -> bool:
    return covered is not None and covered.is_hole
