"""The entries that a document about a person is drawn from, each with its place, or where one of them is wanting.

What is wanting because something else is (the name of an investigator whom nobody named) is not told twice.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from referral.case.load import LoadedCase
from referral.case.model import Charge, DocumentRequest, Model, Proceeding
from referral.case.model.root import Author
from referral.composition.stated import Root
from referral.diagnostics import Position
from referral.protection.vault_file import LoadedVault


@dataclass(frozen=True)
class Held:
    """Something that is there, under what it goes by in a message."""

    at: Position
    who: str
    entry: Model


@dataclass(frozen=True)
class Lack:
    """Something that is not there: where it should be, and what it is."""

    at: Position
    words: str


Source = Held | Lack


@dataclass(frozen=True)
class DrawnFrom:
    """The sources of one request, the `index`-th of the case."""

    loaded: LoadedCase
    vault: LoadedVault
    request: DocumentRequest
    index: int

    @property
    def at(self) -> Position:
        """Where the request stands."""
        return self.loaded.origin.position(("documents", self.index))

    def of(self, root: Root) -> Iterator[Source]:
        """What a root stands for; nothing where another root tells already that it is wanting."""
        person, _, part = root.partition(".")
        if part or person in _PEOPLE:
            yield from self._of_person(_PEOPLE[person](self), part)
        else:
            yield from _ROOTS[root](self)

    @cached_property
    def charges(self) -> list[tuple[int, Charge]]:
        """The charges that the document tells of."""
        return [(i, c) for i, c in self.loaded.entries("charges") if c.person == self.request.person]

    @cached_property
    def proceeding(self) -> tuple[int, Proceeding] | None:
        """The one in which the first of them is brought, as documents take it."""
        named = next((charge.proceeding for _, charge in self.charges), None)
        return next(((i, p) for i, p in self.loaded.entries("proceedings") if p.id == named), None)

    def acting(self, role: str) -> Source | str | None:
        """The code of who acts in the proceeding in this role."""
        if self.proceeding is None:
            return None
        index, proceeding = self.proceeding
        lack = Lack(self.loaded.where("proceedings", index), f"{proceeding.id} does not give {role}")
        return getattr(proceeding, role) or lack

    def _of_person(self, code: Source | str | None, part: str) -> Iterator[Source]:
        if isinstance(code, Lack):
            yield code
        for index, person in self.loaded.entries("persons"):
            if person.id == code:
                at = self.loaded.where("persons", index)
                yield _PARTS[part](self, at, person.id) if part else Held(at, person.id, person)


def _request(sources: DrawnFrom) -> Iterator[Source]:
    yield Held(sources.at, "the request", sources.request)


def _proceeding(sources: DrawnFrom) -> Iterator[Source]:
    if sources.proceeding:
        index, proceeding = sources.proceeding
        yield Held(sources.loaded.where("proceedings", index), proceeding.id, proceeding)
    for index, charge in sources.charges[:1] if sources.proceeding is None else ():
        yield Lack(sources.loaded.where("charges", index), f"{charge.id} does not give proceeding")


def _charges(sources: DrawnFrom) -> Iterator[Source]:
    return (Held(sources.loaded.where("charges", index), charge.id, charge) for index, charge in sources.charges)


def _incidents(sources: DrawnFrom) -> Iterator[Held]:
    charged = {incident for _, charge in sources.charges for incident in charge.incidents}
    for index, incident in sources.loaded.entries("incidents"):
        if incident.id in charged:
            yield Held(sources.loaded.where("incidents", index), incident.id, incident)


def _facts(sources: DrawnFrom) -> Iterator[Source]:
    """The facts of each incident; an incident under which nothing is told lacks them."""
    lacking = {incident.who: incident.at for incident in _incidents(sources)}
    charged = set(lacking)
    for index, fact in sources.loaded.entries("facts"):
        if not charged.isdisjoint(fact.incidents):
            yield Held(sources.loaded.where("facts", index), fact.id, fact)
        for incident in fact.incidents:
            lacking.pop(incident, None)
    yield from (Lack(at, f"no fact is told under {incident}") for incident, at in lacking.items())


def _author(sources: DrawnFrom) -> Source | str | None:
    return sources.acting(sources.request.author.value)


def _approver(sources: DrawnFrom) -> Source | str | None:
    """Nobody approves what the prosecutor alone draws up."""
    return None if sources.request.author is Author.PROSECUTOR else sources.acting(Author.PROSECUTOR.value)


def _identity(sources: DrawnFrom, at: Position, person: str) -> Source:
    identity = sources.vault.identities.get(person)
    return Held(at, person, identity) if identity else Lack(at, f"the vault has no entry of {person}")


def _name(sources: DrawnFrom, at: Position, person: str) -> Source:
    identity = sources.vault.identities.get(person)
    return (
        Held(at, person, identity.names[0])
        if identity and identity.names
        else Lack(at, f"the vault has no name of {person}")
    )


def _posting(sources: DrawnFrom, at: Position, person: str) -> Source:
    for index, posting in sources.loaded.entries("postings"):
        if posting.person == person:
            return Held(sources.loaded.where("postings", index), posting.id, posting)
    return Lack(at, f"no posting of {person} is recorded")


_PEOPLE: Mapping[str, Callable[[DrawnFrom], Source | str | None]] = {
    "person": lambda sources: sources.request.person,
    "author": _author,
    "approver": _approver,
}
_PARTS: Mapping[str, Callable[[DrawnFrom, Position, str], Source]] = {
    "identity": _identity,
    "name": _name,
    "posting": _posting,
}
_ROOTS: Mapping[str, Callable[[DrawnFrom], Iterator[Source]]] = {
    "request": _request,
    "proceeding": _proceeding,
    "charges": _charges,
    "incidents": _incidents,
    "facts": _facts,
}
