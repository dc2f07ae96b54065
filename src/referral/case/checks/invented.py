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
_OWN_RULE = "mappings"


def invented_entries_are_of_a_demonstration(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`invented-not-allowed`"""
    for section, index, entity in loaded.case.entities():
        if entity.invented and not loaded.case.case.demonstration:
            message = "invented entries belong in a demonstration only; set case.demonstration or remove the entry"
            yield error(loaded.where(section, index, "invented"), "invented-not-allowed", message)


def invented_and_real_stay_apart(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`invented-supports-real`"""
    by_id = loaded.case.by_id
    mixing = {entity.id for section, _, entity in loaded.case.entities() if section in _MAY_NOT_MIX}
    for section, index, entity in loaded.case.entities():
        for path, _, target in references(entity) if section != _OWN_RULE else ():
            if target in mixing and by_id[target].invented != entity.invented:
                message = f"{_named(entity)} refers to {_named(by_id[target])}; the two never mix"
                yield error(loaded.where(section, index, *path), "invented-supports-real", message)


def mappings_are_as_real_as_what_they_map(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`invented-supports-real`: a mapping is invented if its item or its charge is, and corroborates its like."""
    by_id = loaded.case.by_id
    for index, mapping in loaded.entries("mappings"):
        item, charge = by_id.get(mapping.fact or mapping.evidence or ""), by_id.get(mapping.charge)
        if item is None or charge is None:
            continue
        if mapping.invented != (item.invented or charge.invented):
            message = f"{_named(mapping)} sets {_named(item)} under {_named(charge)}; the two never mix"
            yield error(loaded.where("mappings", index), "invented-supports-real", message)
        for number, code in enumerate(mapping.corroborates):
            if code in by_id and by_id[code].invented != item.invented:
                message = f"{_named(item)} corroborates {_named(by_id[code])}; the two never mix"
                yield error(loaded.where("mappings", index, "corroborates", number), "invented-supports-real", message)


def _named(entity: Entity) -> str:
    return f"the {'invented' if entity.invented else 'real'} {entity.id}"
