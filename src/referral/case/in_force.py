"""What of a case is in force: entries that nobody withdrew and that do not rest on what was withdrawn."""

from collections.abc import Iterable
from typing import Any

from referral.case.model import SECTIONS, Case, Citation, Entity, EvidenceItem, Fact, Mapping, QuantityClaim


def withdrawn(case: Case, excluded: Iterable[str] = ()) -> frozenset[str]:
    """The ids of withdrawn entries and of those that fall with them; checks name the places (`rests-on-withdrawn`).

    What is `excluded` counts as withdrawn.
    """
    gone = {entity.id for _, _, entity in case.entities() if entity.is_withdrawn} | set(excluded)
    resting = [*case.evidence, *case.facts, *case.quantities, *case.mappings]
    while gone and (more := {entry.id for entry in resting if entry.id not in gone and _falls(entry, gone)}):
        gone |= more
    return frozenset(gone)


def is_standing(citation: Citation, gone: frozenset[str] | set[str]) -> bool:
    """False if the item cited, or the one who speaks in it, is gone."""
    return citation.evidence not in gone and citation.speaker not in gone


def _falls(entry: Entity, gone: set[str]) -> bool:
    """An item falls with its source and with what it was made of, a fact with all its citations or all its premises."""
    if isinstance(entry, EvidenceItem):
        made_of = {entry.source, entry.translation_of, entry.transcript_of, entry.excerpt_of}
        return bool(made_of & gone)
    if isinstance(entry, Mapping):
        return entry.fact in gone or entry.evidence in gone
    if isinstance(entry, Fact) and entry.inferred_from and gone.issuperset(entry.inferred_from):
        return True
    return isinstance(entry, Fact | QuantityClaim) and not any(is_standing(c, gone) for c in entry.citations)


def without_citations_of(case: Case, gone: frozenset[str]) -> Case:
    """The case without citations of what is gone: what a withdrawn speaker said is not the paper's own."""
    if not gone:
        return case
    return case.model_copy(update={name: [_standing(entry, gone) for entry in case.section(name)] for name in SECTIONS})


def _standing(entry: Any, gone: frozenset[str]) -> Any:
    citations = getattr(entry, "citations", [])
    kept = [citation for citation in citations if is_standing(citation, gone)]
    return entry if len(kept) == len(citations) else entry.model_copy(update={"citations": kept})
