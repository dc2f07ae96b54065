"""Rules on what stands beside the statutes. Each docstring is the manual of its rule."""

from collections.abc import Iterator

from referral.diagnostics import Diagnostic, Related, error
from referral.law.files import Loaded, LoadedCompanion
from referral.law.model import FactPattern
from referral.schema_errors import nearest
from referral.yaml_reader import Loc


def unknown_subject(loaded: Loaded) -> Iterator[Diagnostic]:
    """What a remark, a pattern of facts or a relation is about is a provision, an element or a pitfall that exists."""
    known = {name for file in loaded.everything for _, name in file.ids()}
    for file in loaded.companions:
        for loc, name in _subjects(file):
            if name not in known:
                message = f'the library has no "{name}"'
                yield error(file.at(*loc), "unknown-subject", message, nearest(name, known))


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
    """A relation was read somewhere, or it is our own and a lawyer must confirm it (`confirm: true`)."""
    for file in loaded.companions:
        for loc, relation in file.relations():
            if not relation.source and not relation.confirm:
                message = "name the source of this relation, or say confirm: true"
                yield error(file.at_key(*loc), "unsourced-relation", message)


def missing_language(loaded: Loaded) -> Iterator[Diagnostic]:
    """What a companion file says is said in every language of the file: a report prints it in one of them."""
    for file in loaded.companions:
        for loc, claim in file.claims():
            for name in ("title", "text", "reason", "words"):
                given = getattr(claim, name, {})
                missing = [lang for lang in file.header.languages if given and lang not in given]
                if missing:
                    message = f"{name} is missing in: {', '.join(missing)}"
                    yield error(file.at_key(*loc, name), "missing-language", message)


def _subjects(file: LoadedCompanion) -> Iterator[tuple[Loc, str]]:
    for loc, remark in file.remarks():
        names = ("about", "lead", "consider", "watch") if isinstance(remark, FactPattern) else ("about",)
        for field in names:
            yield from (((*loc, field, n), name) for n, name in enumerate(getattr(remark, field)))
    for loc, relation in file.relations():
        yield from (((*loc, field), getattr(relation, field)) for field in ("first", "second"))
