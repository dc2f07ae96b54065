"""Invented and real never mix (design.md 2.12).

`invented-supports-real`: an invented item under a real entry, or a real one under an invented entry; they never mix.
`invented-not-allowed`: an invented entry in a case that is not marked as a demonstration.
"""

from collections.abc import Iterator

from referral.case.load import LoadedCase
from referral.case.model import Entity
from referral.case.references import references
from referral.diagnostics import Diagnostic, error

# What a statement rests on or is about; a place, a proceeding's court or a law may be shared.
_MAY_NOT_MIX = frozenset({"persons", "units", "evidence", "facts", "incidents", "charges", "sources", "quantities"})
# A mapping to a contextual element may set a real fact under an invented charge; `coverage` checks which element it is.
_OWN_RULE = frozenset({"mappings", "considered"})


def invented_entries_are_of_a_demonstration(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`invented-not-allowed`"""
    for section, index, entity in loaded.case.entities():
        if entity.invented and not loaded.case.case.demonstration:
            message = "invented entries belong in a demonstration only; set case.demonstration or remove the entry"
            yield error(loaded.where(section, index, "invented"), "invented-not-allowed", message)


def invented_and_real_stay_apart(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`invented-supports-real`"""
    by_id = loaded.case.by_id
    for section, index, entity in loaded.case.entities():
        for path, ref, target in references(entity) if section not in _OWN_RULE else ():
            other = by_id.get(target)
            if other and _MAY_NOT_MIX.intersection(ref.sections) and other.invented != entity.invented:
                message = f"{_named(entity)} refers to {_named(other)}; the two never mix"
                yield error(loaded.where(section, index, *path), "invented-supports-real", message)


def _named(entity: Entity) -> str:
    return f"the {'invented' if entity.invented else 'real'} {entity.id}"
