"""Typed files of the library, together with the place of every part of them; rules walk them through here."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, TypeVar

from referral.diagnostics import Position
from referral.law.model import (
    Claim,
    Companion,
    CompanionFile,
    Dated,
    Element,
    Instrument,
    LawFile,
    LawSource,
    Limb,
    MeansOfProof,
    PinFile,
    Provision,
    ProvisionText,
    Relation,
    RelationGroup,
    Remark,
    Term,
)
from referral.yaml_reader import Loc, YamlFile

Entry = TypeVar("Entry")
_REMARKS = (
    "pitfalls",
    "precedents",
    "positions",
    "events",
    "fact_patterns",
    "standards",
    "questions",
    "limits",
    "requirements",
    "capture_requirements",
)


@dataclass(frozen=True)
class _Placed:
    """A file and where its parts stand. Finding a place reads the file once more: rules ask for it with a finding."""

    yaml: YamlFile

    @property
    def folder(self) -> str:
        return self.yaml.path.rpartition("/")[0]

    def at(self, *loc: str | int) -> Position:
        """Where a value stands."""
        return self.yaml.position(loc)

    def at_key(self, *loc: str | int) -> Position:
        """Where a key stands; of a list entry, the entry itself."""
        return self.yaml.key_position(loc)


@dataclass(frozen=True)
class LoadedFile(_Placed):
    """The file of an instrument."""

    content: LawFile
    head: ClassVar[str] = "instrument"

    @property
    def instrument(self) -> Instrument:
        return self.content.instrument

    @property
    def header(self) -> Instrument:
        return self.content.instrument

    @property
    def spoken(self) -> list[str]:
        """The languages in which our own words stand."""
        return [lang for lang in self.instrument.languages if lang not in self.instrument.wording_only]

    def sources(self) -> Iterator[tuple[Loc, LawSource]]:
        yield from _listed(self.instrument.sources, self.head, "sources")

    def ids(self) -> Iterator[tuple[Loc, str]]:
        """Every id that must name one thing in the whole library."""
        yield (self.head, "id"), self.instrument.id
        for loc, authority in _listed(self.instrument.authorities, self.head, "authorities"):
            yield (*loc, "id"), authority.id
        for loc, means in self.means_of_proof():
            yield (*loc, "id"), means.id
        for loc, provision in self.provisions():
            yield (*loc, "id"), provision.id
            if provision.breakdown:
                yield (*loc, "breakdown"), provision.breakdown_id
        for loc, _, element in self.elements():
            yield (*loc, "id"), element.id

    def means_of_proof(self) -> Iterator[tuple[Loc, MeansOfProof]]:
        yield from _listed(self.content.means_of_proof, "means_of_proof")

    def provisions(self) -> Iterator[tuple[Loc, Provision]]:
        yield from _listed(self.content.provisions, "provisions")

    def lineage(self, provision: Provision) -> Iterator[Provision]:
        """The provision and those above it, the nearest first; a parent that is not there ends it."""
        above: Provision | None = provision
        known = {p.id: p for p in self.content.provisions}
        while above is not None:
            yield above
            above = known.pop(above.parent or "", None)  # popped, so that a circle of parents ends

    def elements(self) -> Iterator[tuple[Loc, Provision, Element]]:
        for loc, provision in self.provisions():
            for index, element in enumerate(provision.elements):
                yield (*loc, "elements", index), provision, element

    def limbs(self) -> Iterator[tuple[Loc, Element, Limb]]:
        """Every alternative within an element."""
        for loc, _, element in self.elements():
            for n, choice in enumerate(element.choices):
                for place, limb in _listed(choice.limbs, *loc, "choices", n, "limbs"):
                    yield place, element, limb

    def texts(self) -> Iterator[tuple[Loc, ProvisionText]]:
        """Every edition of a wording or of an official title."""
        for loc, provision in self.provisions():
            for name, editions in (("texts", provision.texts), ("titles", provision.titles)):
                for index, edition in enumerate(editions):
                    yield (*loc, name, index), edition

    def claims(self) -> Iterator[tuple[Loc, Claim]]:
        """Everything that has a status."""
        yield ("instrument",), self.instrument
        yield from _listed(self.instrument.authorities, self.head, "authorities")
        yield from self.means_of_proof()
        for index, bound in enumerate(self.instrument.bound):
            yield ("instrument", "bound", index), bound
        for loc, provision in self.provisions():
            yield loc, provision
            yield from _sanctions(loc, provision)
            if provision.breakdown:
                yield (*loc, "breakdown"), provision.breakdown
        yield from self.texts()
        for loc, _, element in self.elements():
            yield loc, element

    def spans(self) -> Iterator[tuple[Loc, Dated | Provision]]:
        """Everything that begins and ends."""
        yield from _listed(self.instrument.bound, self.head, "bound")
        for loc, provision in self.provisions():
            yield loc, provision
            yield from _sanctions(loc, provision)
        yield from self.texts()


def _sanctions(loc: Loc, provision: Provision) -> Iterator[tuple[Loc, Dated]]:
    for index, sanction in enumerate(provision.sanctions):
        yield (*loc, "sanctions", index), sanction


@dataclass(frozen=True)
class LoadedCompanion(_Placed):
    """A file of what stands beside the statutes."""

    content: CompanionFile
    head: ClassVar[str] = "companion"

    @property
    def header(self) -> Companion:
        return self.content.companion

    def sources(self) -> Iterator[tuple[Loc, LawSource]]:
        yield from _listed(self.header.sources, self.head, "sources")

    def ids(self) -> Iterator[tuple[Loc, str]]:
        """Every id that must name one thing in the whole library; those that a group makes stand where it stands."""
        yield (self.head, "id"), self.header.id
        yield from (((*loc, "id"), claim.id) for loc, claim in self.claims())
        for loc, group in self.groups():
            yield from (((*loc, "id"), relation.id) for relation in group.relations())

    def claims(self) -> Iterator[tuple[Loc, Remark | Relation | RelationGroup | Term]]:
        """Everything that has a status."""
        yield from self.remarks()
        yield from self.written_relations()
        yield from self.groups()
        yield from _listed(self.content.terms, "terms")

    def remarks(self) -> Iterator[tuple[Loc, Remark]]:
        """Everything said about provisions and elements."""
        for name in _REMARKS:
            yield from _listed(getattr(self.content, name), name)

    def groups(self) -> Iterator[tuple[Loc, RelationGroup]]:
        yield from _listed(self.content.relation_groups, "relation_groups")

    def written_relations(self) -> Iterator[tuple[Loc, Relation]]:
        yield from _listed(self.content.relations, "relations")

    def relations(self) -> Iterator[tuple[Loc, Relation]]:
        """Every pair, those of groups too; a pair of a group stands where the group stands."""
        yield from self.written_relations()
        for loc, group in self.groups():
            yield from ((loc, relation) for relation in group.relations())


@dataclass(frozen=True)
class LoadedPins(_Placed):
    """A file of digests of wording."""

    content: PinFile
    head: ClassVar[str] = "pins"


@dataclass(frozen=True)
class Loaded:
    """All files whose shape is right."""

    files: tuple[LoadedFile, ...] = ()
    companions: tuple[LoadedCompanion, ...] = ()
    pins: tuple[LoadedPins, ...] = ()

    @property
    def everything(self) -> tuple[LoadedFile | LoadedCompanion, ...]:
        return (*self.files, *self.companions)


def _listed(entries: Sequence[Entry], *where: str | int) -> Iterator[tuple[Loc, Entry]]:
    for index, entry in enumerate(entries):
        yield (*where, index), entry
