"""Ids: each stands once, and each reference leads to an entry of the right kind.

`duplicate-id`: an id defined twice, in one file or two; both places are named.
`unknown-person`: a reference to a person that the case does not have; the nearest one that exists is named.
`unknown-unit`: a reference to a unit that the case does not have.
`unknown-place`: a reference to a place that the case does not have.
`unknown-source`: a reference to a source that the case does not have.
`unknown-evidence`: a reference to an evidence item that the case does not have.
`unknown-fact`: a reference to a fact that the case does not have.
`unknown-incident`: a reference to an incident that the case does not have.
`unknown-charge`: a reference to a charge that the case does not have.
`unknown-quantity`: a reference to a quantity that the case does not have.
`unknown-proceeding`: a reference to a proceeding that the case does not have.
`unknown-entry`: an open question about an entry that the case does not have.
`rests-on-withdrawn`: an entry in force refers to a withdrawn one; documents leave out what cannot stand without it.
`circular-reference`: an entry is, over one step or several, a part, a copy or a premise of itself, or names itself.
"""

from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from referral.case.dates import values_at
from referral.case.load import LoadedCase
from referral.case.model import Entity
from referral.case.references import Reference, Step, references
from referral.diagnostics import Diagnostic, Related, error, warning
from referral.schema_errors import nearest

_KINDS = {
    "persons": "person",
    "units": "unit",
    "places": "place",
    "sources": "source",
    "evidence": "evidence",
    "facts": "fact",
    "incidents": "incident",
    "charges": "charge",
    "quantities": "quantity",
    "proceedings": "proceeding",
}
_MOST_HINTS = 50  # the nearest of ten thousand ids takes long to find; a file left out would ask for it at every line

# What an entry cannot be of itself: a part, a copy, a conclusion.
_UPWARD = {
    "places": ("part_of",),
    "incidents": ("part_of",),
    "evidence": ("translation_of", "transcript_of", "excerpt_of", "account.prior_accounts"),
    "facts": ("inferred_from",),
    "charges": ("alternative_to",),
}


def ids_are_unique(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`duplicate-id`"""
    first: dict[str, tuple[str, int]] = {}
    for section, index, entity in loaded.case.entities():
        if entity.id in first:
            related = Related(loaded.where(*first[entity.id], "id"), "the first is here")
            message = f'the id "{entity.id}" stands twice; give one of the two another id'
            yield error(loaded.where(section, index, "id"), "duplicate-id", message, None, related)
        else:
            first[entity.id] = (section, index)


def references_resolve(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`unknown-…`"""
    ids = _ids_by_section(loaded)
    unknown = 0
    for loc, (path, ref, target) in _all_references(loaded):
        sections = ref.sections or tuple(ids)
        if any(target in ids[s] for s in sections):
            continue
        unknown += 1
        known = set().union(*(ids[s] for s in sections)) if unknown <= _MOST_HINTS else set()
        kind = _KINDS[ref.sections[0]] if ref.sections else "entry"
        message = f'no {"evidence item" if kind == "evidence" else kind} "{target}" exists'
        yield error(loaded.origin.position((*loc, *path)), f"unknown-{kind}", message, nearest(target, known))


def withdrawn_entries_carry_nothing(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`rests-on-withdrawn`"""
    withdrawn = {e.id for _, _, e in loaded.case.entities() if e.is_withdrawn}
    if not withdrawn:
        return
    for loc, (path, ref, target) in _all_references(loaded):
        if target in withdrawn and ref.sections and not _is_withdrawn(loaded, loc):
            message = f"{target} is withdrawn; refer to what replaces it, or withdraw this entry too"
            yield warning(loaded.origin.position((*loc, *path)), "rests-on-withdrawn", message)


def nothing_is_part_of_itself(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`circular-reference`"""
    for section, names in _UPWARD.items():
        index_of = {entity.id: index for index, entity in loaded.entries(section)}
        above = {entity.id: _above(entity, names) for _, entity in loaded.entries(section)}
        while circle := circle_in(above):
            first = min(circle, key=lambda code: index_of[code])
            entity = loaded.case.section(section)[index_of[first]]
            name = next(n for n in names if set(_above(entity, (n,))) & circle)
            message = f"{', '.join(sorted(circle))} lead back to themselves; break the circle"
            yield error(loaded.where(section, index_of[first], *name.split(".")), "circular-reference", message)
            del above[first]


def nothing_names_itself(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`circular-reference` of one entry: it contradicts, repeats or counts against itself."""
    for section, index, entity in loaded.case.entities():
        for path, _, target in references(entity):
            key = ".".join(step for step in path if isinstance(step, str))
            if target == entity.id and key not in _UPWARD.get(section, ()):
                message = f"{entity.id} names itself; name another entry, or take this out"
                yield error(loaded.where(section, index, *path), "circular-reference", message)


def _ids_by_section(loaded: LoadedCase) -> dict[str, set[str]]:
    ids: dict[str, set[str]] = {section: set() for section in _KINDS}
    for section, _, entity in loaded.case.entities():
        ids.setdefault(section, set()).add(entity.id)
    return ids


def _all_references(loaded: LoadedCase) -> Iterator[tuple[tuple[Step, ...], Reference]]:
    """Every reference of entries and requests, with the location of what holds it."""
    for section, index, entity in loaded.case.entities():
        yield from (((section, index), reference) for reference in references(entity))
    for number, request in enumerate(loaded.case.documents):
        yield from ((("documents", number), reference) for reference in references(request))


def _is_withdrawn(loaded: LoadedCase, loc: tuple[Step, ...]) -> bool:
    section, index = loc
    return section != "documents" and loaded.case.section(str(section))[int(index)].is_withdrawn


def _above(entity: Entity, names: tuple[str, ...]) -> list[str]:
    return [str(target) for name in names for _, target in values_at(entity, name)]


def circle_in(above: Mapping[str, Iterable[str]]) -> set[str]:
    """The ids of one circle; empty if there is none."""
    try:
        TopologicalSorter(above).prepare()
    except CycleError as failure:
        return set(failure.args[1])
    return set()
