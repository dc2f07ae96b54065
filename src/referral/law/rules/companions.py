"""Rules on what stands beside the statutes. Each docstring is the manual of its rule."""

from collections.abc import Iterator

from referral.diagnostics import Diagnostic, Related, error
from referral.law.files import Loaded, LoadedCompanion
from referral.law.model import OWN, UNREAD, Relation, RelationGroup
from referral.yaml_reader import Loc


def one_sided_relation(loaded: Loaded) -> Iterator[Diagnostic]:
    """A relation holds between two provisions or two elements, not between an element and a provision, or one thing."""
    elements = {element.id for file in loaded.files for _, _, element in file.elements()}
    for file in loaded.companions:
        for loc, relation in file.relations():
            if relation.first == relation.second or (relation.first in elements) != (relation.second in elements):
                message = "a relation holds between two different provisions, or between two different elements"
                yield error(file.at(*loc, "second"), "one-sided-relation", message)


def repeated_relation(loaded: Loaded) -> Iterator[Diagnostic]:
    """Two things stand to each other in one way: a pair is written once, in one direction."""
    seen: dict[frozenset[str], Related] = {}
    for file in loaded.companions:
        for loc, relation in file.relations():
            place, pair = file.at(*loc, "first"), frozenset({relation.first, relation.second})
            if pair in seen:
                message = f"{relation.first} and {relation.second} are related twice"
                yield error(place, "repeated-relation", message, None, seen[pair])
            seen.setdefault(pair, Related(place, "the first is here"))


def unsourced_relation(loaded: Loaded) -> Iterator[Diagnostic]:
    """A relation was read somewhere, or a lawyer must confirm it (`confirm: true`)."""
    for file, loc, relation in _written(loaded):
        if not relation.confirm and not set(relation.source) - set(UNREAD):
            message = "name the source in which this relation was read, or say confirm: true"
            yield error(file.at_key(*loc), "unsourced-relation", message)


def unconfirmed_relation(loaded: Loaded) -> Iterator[Diagnostic]:
    """What we hold ourselves (`author: own`) says that a lawyer must confirm it, whatever was read for it."""
    for file, loc, relation in _written(loaded):
        if relation.author == OWN and not relation.confirm:
            message = "this relation is our own view; say confirm: true, or name who else holds it"
            yield error(file.at(*loc, "author"), "unconfirmed-relation", message)


def _written(loaded: Loaded) -> Iterator[tuple[LoadedCompanion, Loc, Relation | RelationGroup]]:
    """Relations and groups as they stand in the files."""
    for file in loaded.companions:
        yield from ((file, loc, relation) for loc, relation in file.written_relations())
        yield from ((file, loc, group) for loc, group in file.groups())
