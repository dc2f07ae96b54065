"""Facts, evidence and mappings against each other.

`exculpatory-unmapped`: an exculpatory item that no mapping sets against an element; map it to contradict or qualify.
`contradiction-unmapped`: a fact contradicts one that supports a charge, and is set against no element of that charge.
`occupation-not-evidenced`: an incident at a place for which no occupation period covers the date.
`repeated-mapping`: the same item set twice against the same element with the same bearing.
"""

from collections import defaultdict
from collections.abc import Iterator

from referral.case.load import LoadedCase
from referral.case.model import Bearing, OccupationPeriod
from referral.case.model.evidence import Disclosure
from referral.diagnostics import Diagnostic, Related, error, warning
from referral.edtf import UncertainDate

_AGAINST = frozenset({Bearing.CONTRADICTS, Bearing.QUALIFIES})


def exculpatory_items_are_mapped(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`exculpatory-unmapped`"""
    cited = {fact.id: {c.evidence for c in fact.citations} for _, fact in loaded.entries("facts")}
    mapped: set[str] = set()
    for _, mapping in loaded.entries("mappings"):
        if mapping.bearing in _AGAINST:
            mapped |= {mapping.evidence} if mapping.evidence else cited.get(mapping.fact, set())
    for index, item in loaded.entries("evidence"):
        if item.disclosure is Disclosure.EXCULPATORY and item.id not in mapped:
            message = "this exculpatory item is set against no element; map it, or a fact that cites it"
            yield warning(loaded.where("evidence", index, "disclosure"), "exculpatory-unmapped", message)


def contradictions_are_mapped(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`contradiction-unmapped`"""
    supporting = _charges_by_fact(loaded, frozenset({Bearing.SUPPORTS}))
    opposing = _charges_by_fact(loaded, _AGAINST)
    for index, fact in loaded.entries("facts"):
        for number, other in enumerate(fact.contradicts):
            forgotten = sorted(supporting.get(other, set()) - opposing.get(fact.id, set()))
            if forgotten:
                message = f"{other} supports {', '.join(forgotten)}; set this fact against an element there too"
                yield warning(loaded.where("facts", index, "contradicts", number), "contradiction-unmapped", message)


def _charges_by_fact(loaded: LoadedCase, bearings: frozenset[Bearing]) -> dict[str, set[str]]:
    charges: dict[str, set[str]] = defaultdict(set)
    for _, mapping in loaded.entries("mappings"):
        if mapping.fact and mapping.bearing in bearings:
            charges[mapping.fact].add(mapping.charge)
    return charges


def occupation_is_evidenced(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`occupation-not-evidenced`"""
    parents = {place.id: place.part_of for place in loaded.case.places}
    periods: dict[str, list[OccupationPeriod]] = defaultdict(list)
    for _, period in loaded.entries("occupation"):
        periods[period.place].append(period)
    for index, incident in loaded.entries("incidents"):
        for number, place in enumerate(incident.places):
            known = (period for area in _with_parents(parents, place) for period in periods.get(area, ()))
            if incident.date and not any(_covers(period, incident.date) for period in known):
                message = f"no occupation period of the case covers {place} on {incident.date}; add one with its act"
                where = loaded.where("incidents", index, "places", number)
                yield warning(where, "occupation-not-evidenced", message)


def _with_parents(parents: dict[str, str | None], place: str | None) -> Iterator[str]:
    seen: set[str] = set()
    while place and place not in seen:
        seen.add(place)
        yield place
        place = parents.get(place)


def _covers(period: OccupationPeriod, when: UncertainDate) -> bool:
    start = period.start.earliest if period.start else None
    end = period.end.latest if period.end else None
    if start is None or when.earliest is None or when.earliest < start:
        return False
    return end is None or when.latest is None or when.latest <= end


def one_mapping_once(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`repeated-mapping`"""
    first: dict[tuple[object, ...], int] = {}
    for index, m in loaded.entries("mappings"):
        key = (m.charge, m.element, m.fact, m.evidence, m.bearing)
        if key in first:
            related = Related(loaded.where("mappings", first[key]), "the first is here")
            message = "the same item is set twice against the same element; keep one mapping"
            yield error(loaded.where("mappings", index), "repeated-mapping", message, None, related)
        first.setdefault(key, index)
