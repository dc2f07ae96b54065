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
    seen: dict[frozenset[str], tuple[LoadedCompanion, Loc]] = {}
    for file in loaded.companions:
        for loc, relation in file.relations():
            pair = frozenset({relation.first, relation.second})
            if pair in seen:
                before, where = seen[pair]
                first = Related(before.at(*where, "first"), "the first is here")
                message = f"{relation.first} and {relation.second} are related twice"
                yield error(file.at(*loc, "first"), "repeated-relation", message, None, first)
            seen.setdefault(pair, (file, loc))


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
