"""Facts, evidence and mappings against each other.

`exculpatory-unmapped`: an exculpatory item or fact that is set against no element; map it to contradict or qualify.
`contradiction-unmapped`: a fact contradicts one that supports a charge, and is set against no element of that charge.
`occupation-not-evidenced`: an incident at a place and on a date that no period with an act or a citation covers.
`repeated-mapping`: the same item set twice against the same element with the same bearing.
`repeated-gap`: a gap of one element of one charge justified twice; keep one reason.
`repeated-answer`: a question about one item or charge, or about the case, answered twice; keep one answer.
"""

from collections import defaultdict
from collections.abc import Iterator

from referral.case.load import LoadedCase
from referral.case.model import Bearing, OccupationPeriod
from referral.case.model.evidence import Disclosure
from referral.case.shared import read_by_all
from referral.diagnostics import Diagnostic, Related, error, warning
from referral.edtf import UncertainDate

_AGAINST = frozenset({Bearing.CONTRADICTS, Bearing.QUALIFIES})


def exculpatory_items_are_mapped(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`exculpatory-unmapped`"""
    against = [mapping for _, mapping in loaded.entries("mappings") if mapping.bearing in _AGAINST]
    facts = {mapping.fact for mapping in against if mapping.fact}
    cited = {c.evidence for _, fact in loaded.entries("facts") if fact.id in facts for c in fact.citations}
    items = cited | {mapping.evidence for mapping in against}
    for index, item in loaded.entries("evidence"):
        if item.disclosure is Disclosure.EXCULPATORY and item.id not in items:
            message = "this exculpatory item is set against no element; map it, or a fact that cites it"
            yield warning(loaded.where("evidence", index, "disclosure"), "exculpatory-unmapped", message)
    for index, fact in loaded.entries("facts"):
        if Disclosure.EXCULPATORY.value in fact.topics and fact.id not in facts:
            message = "this exculpatory fact is set against no element; map it to contradict or qualify"
            yield warning(loaded.where("facts", index, "topics"), "exculpatory-unmapped", message)


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
    for mapping in read_by_all(loaded.case).mappings:
        if mapping.fact and mapping.bearing in bearings and not mapping.is_withdrawn:
            charges[mapping.fact].add(mapping.charge)
    return charges


def occupation_is_evidenced(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`occupation-not-evidenced`"""
    parents = {place.id: place.part_of for place in loaded.case.places}
    periods: dict[str, list[OccupationPeriod]] = defaultdict(list)
    for _, period in loaded.entries("occupation"):
        if period.act or period.citations:
            periods[period.place].append(period)
    for index, incident in loaded.entries("incidents"):
        for number, place in enumerate(incident.places):
            known = (period for area in _with_parents(parents, place) for period in periods.get(area, ()))
            if incident.date and not any(_covers(period, incident.date) for period in known):
                message = f"no occupation period with an act or a citation covers {place} on {incident.date}; add one"
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
    message = "the same item is set twice against the same element; keep one mapping"
    names = ("charge", "element", "fact", "evidence", "bearing")
    return _repeated(loaded, "mappings", names, "repeated-mapping", message)


def one_gap_once(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`repeated-gap`"""
    message = "the gap of this element is justified twice; keep one reason"
    return _repeated(loaded, "justified_gaps", ("charge", "element"), "repeated-gap", message)


def one_answer_once(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`repeated-answer`"""
    message = "this question is answered twice; keep one answer, and mark the other withdrawn"
    return _repeated(loaded, "answers", ("question", "evidence", "charge"), "repeated-answer", message)


def _repeated(
    loaded: LoadedCase, section: str, names: tuple[str, ...], rule: str, message: str
) -> Iterator[Diagnostic]:
    """Entries of a section that say the same under all these keys, each with the place of the first."""
    first: dict[tuple[object, ...], int] = {}
    for index, entry in loaded.entries(section):
        key = tuple(getattr(entry, name) for name in names)
        if key in first:
            related = Related(loaded.where(section, first[key]), "the first is here")
            yield error(loaded.where(section, index), rule, message, None, related)
        first.setdefault(key, index)
