"""What of a case is in force: entries that nobody withdrew and that do not rest on what was withdrawn."""

from collections.abc import Collection
from typing import Any

from referral.case.falling import Falling, is_standing
from referral.case.model import SECTIONS, Case


def withdrawn(case: Case, excluded: Collection[str] = frozenset()) -> frozenset[str]:
    """The ids of withdrawn entries and of those that fall with them; checks name the places (`rests-on-withdrawn`).

    What is `excluded` counts as withdrawn.
    """
    if not excluded and not any(entity.is_withdrawn for _, _, entity in case.entities()):
        return frozenset()
    falling = Falling(case)
    return falling.gone | falling.without(excluded).since


def without_citations_of(case: Case, gone: frozenset[str]) -> Case:
    """The case without citations of what is gone: what a withdrawn speaker said is not the paper's own."""
    if not gone:
        return case
    return case.model_copy(update={name: [_standing(entry, gone) for entry in case.section(name)] for name in SECTIONS})


def _standing(entry: Any, gone: frozenset[str]) -> Any:
    citations = getattr(entry, "citations", [])
    kept = [citation for citation in citations if is_standing(citation, gone)]
    return entry if len(kept) == len(citations) else entry.model_copy(update={"citations": kept})
