"""Facts of one area told under what happened in another: by time, by the act on its occupation, by unit, by person.

`fact-of-another-area`: a fact without a place, told under an incident, that by all the rest belongs to another area.
`fact-of-several-areas`: a fact told under incidents in areas that lie apart, which does not say where it was so.
"""

from collections.abc import Iterator
from itertools import combinations

from referral.case.checks.apart import around, lie_apart
from referral.case.load import LoadedCase
from referral.case.model import Case, Fact, Incident, OccupationPeriod, Person, Posting
from referral.diagnostics import Diagnostic, warning
from referral.edtf import certainly_before

_HINT = "give the fact its place, or tell it under the incident of its own area: bodies, acts and ages differ"


def facts_are_of_one_area(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`fact-of-several-areas`, `fact-of-another-area`. What a fact with a place says of it is seen by its place."""
    for index, fact in loaded.entries("facts"):
        told = [entry for name in fact.incidents if isinstance(entry := loaded.case.by_id.get(name), Incident)]
        if fact.places or not told:
            continue
        pairs = combinations(told, 2)
        if pair := next((p for p in pairs if are_unlike(p[0].places, p[1].places, loaded.case)), None):
            named = f"{pair[0].id} and {pair[1].id}"
            message = f"{fact.id} is told under {named}, which lie in unlike areas, and does not say where"
            yield warning(loaded.where("facts", index, "incidents"), "fact-of-several-areas", message, _HINT)
        for number, incident in enumerate(told):
            if why := next(_elsewhere(fact, incident, loaded.case), None):
                at = loaded.where("facts", index, "incidents", number)
                message = f"{fact.id} is told under {incident.id}, but {why}"
                yield warning(at, "fact-of-another-area", message, _HINT)


def are_unlike(places: list[str], others: list[str], case: Case) -> bool:
    """Whether they lie apart and either in no common larger place, or under occupations that began at other times."""
    if not lie_apart(places, others, case):
        return False
    one, other = ({name for place in group for name in around(place, case)} for group in (places, others))
    return one.isdisjoint(other) or _began_apart(one, other, case)


def _began_apart(one: set[str], other: set[str], case: Case) -> bool:
    starts = [[p.start for p in case.occupation if p.place in places and p.start] for places in (one, other)]
    pairs = [certainly_before(a, b) or certainly_before(b, a) for a in starts[0] for b in starts[1]]
    return bool(pairs) and all(pairs)


def _elsewhere(fact: Fact, incident: Incident, case: Case) -> Iterator[str]:
    """Why a fact seems to belong to another area, each reason in words."""
    own = [period for period in case.occupation if not lie_apart([period.place], incident.places, case)]
    others = [period for period in case.occupation if lie_apart([period.place], incident.places, case)]
    yield from _by_time(fact, own, others)
    yield from _by_act(fact, own, others)
    yield from _by_unit(fact, incident, case)
    yield from _by_person(fact, incident, case)


def _by_time(fact: Fact, own: list[OccupationPeriod], others: list[OccupationPeriod]) -> Iterator[str]:
    """It was so before the occupation of this area, by whatever authority, began, and while that of another lasted."""
    if not fact.date or not own or not all(p.start and certainly_before(fact.date, p.start) for p in own):
        return
    for period in others:
        if period.start and not certainly_before(fact.date, period.start) and not _is_over(period, fact):
            yield f"on {fact.date} only {period.place} was occupied, by {period.id}, and not the place of the incident"


def _is_over(period: OccupationPeriod, fact: Fact) -> bool:
    return bool(period.end and fact.date and certainly_before(period.end, fact.date))


def _by_act(fact: Fact, own: list[OccupationPeriod], others: list[OccupationPeriod]) -> Iterator[str]:
    """It stands in the act on the occupation of another area, which says nothing of this one."""
    ours = {citation.evidence for period in own for citation in period.citations}
    cited = {citation.evidence for citation in fact.citations} - ours
    for period in others:
        for citation in period.citations:
            if citation.evidence in cited:
                yield f"it cites {citation.evidence}, the act on the occupation of {period.place}, by {period.id}"


def _by_unit(fact: Fact, incident: Incident, case: Case) -> Iterator[str]:
    for unit in fact.units:
        acted = [other for other in case.incidents if unit in other.units]
        if acted and all(are_unlike(other.places, incident.places, case) for other in acted):
            yield f"{unit} took part only in {', '.join(other.id for other in acted)}, elsewhere"


def _by_person(fact: Fact, incident: Incident, case: Case) -> Iterator[str]:
    """A person whose roles, or whose unit while he was posted to it, are of incidents elsewhere alone."""
    for name in fact.persons:
        person = case.by_id.get(name)
        if isinstance(person, Person):
            acted = [case.by_id[i] for role in person.roles for i in role.incidents if i in case.by_id]
            units = {posting.unit for posting in case.postings if _is_then(posting, name, fact)}
            acted += [other for other in case.incidents if units & set(other.units)]
            if acted and all(isinstance(i, Incident) and are_unlike(i.places, incident.places, case) for i in acted):
                yield f"{name} acted only in {', '.join(dict.fromkeys(i.id for i in acted))}, elsewhere"


def _is_then(posting: Posting, person: str, fact: Fact) -> bool:
    if posting.person != person or not posting.unit:
        return False
    begins_later = bool(fact.date and posting.start and certainly_before(fact.date, posting.start))
    return not begins_later and not (fact.date and posting.end and certainly_before(posting.end, fact.date))
