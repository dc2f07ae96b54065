"""Conditions of questions that some entries of a case show: which ones. A lawyer is told them with the question.

Which State, kind, word or provision is meant is told by the question; nothing here knows what a case is about.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from referral.case.model import Charge, Entity, Incident, Person, Proceeding, RoleName
from referral.case.model.people import Answer, Citizenship, Custody
from referral.case.model.proceedings import Finality, ProceedingKind
from referral.case.naming import ACCUSED_ROLES, PROTECTED_ROLES
from referral.coverage.circumstances import Circumstances
from referral.coverage.shown_by_incidents import OF_INCIDENT, occupied_since
from referral.law.model import Condition, Question

Shows = Callable[[Charge, Circumstances, Question], Iterable[str]]


def is_within(provision: str, others: Iterable[str]) -> bool:
    """Whether a provision is one of the others, or a part of one."""
    return any(provision == other or provision.startswith(f"{other}.") for other in others)


# Proceedings and persons


def _decisions(charge: Charge, about: Circumstances, question: Question) -> Iterator[str]:
    """Decisions of courts on a known person, final or not; the person, where he is said to be convicted."""
    accused = about.accused(charge)
    yield from (one.id for one in about.proceedings_on(charge) if accused and _is_decision(one))
    yield from [accused.id] if accused and accused.has_role(RoleName.CONVICTED) else []


def _decisions_perhaps_not_final(charge: Charge, about: Circumstances, question: Question) -> Iterator[str]:
    found = (one for one in about.proceedings_on(charge) if _is_decision(one))
    return (one.id for one in found if one.finality is Finality.NOT_SHOWN)


def _is_decision(one: Proceeding) -> bool:
    is_court = one.kind is not ProceedingKind.PRE_TRIAL
    return is_court and (one.decided_on is not None or one.outcome is not None)


def _accused_national(charge: Charge, about: Circumstances, question: Question) -> list[str]:
    accused = about.accused(charge)
    return [accused.id] if accused and _holds_one_of(question, accused) else []


def _double_roles(charge: Charge, about: Circumstances, question: Question) -> Iterator[str]:
    persons = [person for person in (about.accused(charge), *about.victims_of(charge)) if person]
    return (person.id for person in persons if has_double_role(person))


def has_double_role(person: Person) -> bool:
    return person.has_role(*ACCUSED_ROLES) and person.has_role(*PROTECTED_ROLES)


# Persons harmed


def _victims(holds: Callable[[Person, Question], bool]) -> Shows:
    return lambda charge, about, question: (p.id for p in about.victims_of(charge) if holds(p, question))


def _holds_one_of(question: Question, person: Person) -> bool:
    return any(c.state in question.citizenship for c in person.citizenships)


def _is_of_others(person: Person, question: Question) -> bool:
    return bool(person.citizenships) and not _holds_one_of(question, person)


def _so_acquired(person: Person, question: Question) -> list[Citizenship]:
    """The citizenships of which a question speaks."""
    wanted = (c for c in person.citizenships if c.state in question.citizenship)
    return [c for c in wanted if c.how in question.sought.acquired]


def _held_before(charge: Charge, about: Circumstances, question: Question) -> Iterator[str]:
    """Persons who may have had a citizenship before any place where they were harmed was occupied."""
    for person in about.victims_of(charge):
        here = [incident for incident in about.incidents_of(charge) if person.id in incident.victims]
        starts = [day for incident in here for code in incident.places if (day := occupied_since(code, about))]
        since = [c.since.earliest for c in _so_acquired(person, question) if c.since and c.since.earliest]
        if starts and since and min(since) < min(starts):
            yield person.id


def _not_spoken_of(charge: Charge, about: Circumstances, question: Question) -> Iterator[str]:
    """Persons of whom nothing speaks that supports the elements sought; without support the elements tell of it."""
    for element in _own(charge, question):
        supporting = about.supporting(charge, element)
        spoken_of = set[str]().union(*map(about.spoken_of, supporting))
        yield from (person.id for person in about.victims_of(charge) if supporting and person.id not in spoken_of)


# Incidents and charges


def _incidents(holds: Callable[[Incident, Circumstances, Question], bool]) -> Shows:
    return lambda charge, about, question: (i.id for i in about.incidents_of(charge) if holds(i, about, question))


def _charged_beside(charge: Charge, about: Circumstances, question: Question) -> Iterator[str]:
    """Earlier charges of the same conduct against the same accused, unless one stands in the place of the other."""
    for other in _beside(charge, about, question):
        heads = {charge.alternative_to or charge.id, other.alternative_to or other.id}
        is_earlier = about.rank[other.id] < about.rank[charge.id]
        if is_earlier and len(heads) > 1 and other.accused == charge.accused:
            yield other.id


def has_beside(charge: Charge, about: Circumstances, question: Question) -> bool:
    """Whether another charge, of whomever, is brought beside this one for the same incident."""
    return any(True for _ in _beside(charge, about, question))


def _beside(charge: Charge, about: Circumstances, question: Question) -> Iterator[Charge]:
    for other in about.of_one_act_with(charge):
        if other.provision != charge.provision and is_within(other.provision, question.sought.beside):
            yield other


def _unsupported(charge: Charge, about: Circumstances, question: Question) -> Iterator[str]:
    """Elements sought that nothing supports, unless people have said why it may stay so."""
    for element in _own(charge, question):
        if not about.supporting(charge, element) and (charge.id, element) not in about.justified:
            yield element


def _own(charge: Charge, question: Question) -> Iterator[str]:
    """The elements sought that a charge has, by its provision or its mode of liability."""
    return (e for e in question.sought.elements if e.rpartition("/")[0] in charge.provisions)


OF_CHARGE: Mapping[Condition, Shows] = {
    Condition.ACCUSED_IS_NATIONAL: _accused_national,
    Condition.ACCUSED_WAS_TRIED: _decisions,
    Condition.FINALITY_NOT_SHOWN: _decisions_perhaps_not_final,
    Condition.HAS_PROCEEDINGS: lambda charge, about, question: (one.id for one in about.proceedings_on(charge)),
    Condition.SEVERAL_CITIZENSHIPS: _victims(lambda person, _: len({c.state for c in person.citizenships}) > 1),
    Condition.VICTIM_NOT_NATIONAL: _victims(_is_of_others),
    Condition.VICTIM_OF_UNKNOWN_CITIZENSHIP: _victims(lambda person, _: not person.citizenships),
    Condition.CITIZENSHIP_SO_ACQUIRED: _victims(lambda person, question: bool(_so_acquired(person, question))),
    Condition.CITIZENSHIP_UNDATED: _victims(lambda p, question: any(not c.since for c in _so_acquired(p, question))),
    Condition.CITIZENSHIP_BEFORE_OCCUPATION: _held_before,
    Condition.VICTIM_SERVES: _victims(lambda person, question: person.service in question.sought.service),
    Condition.VICTIM_IS_MINOR: _victims(lambda person, _: person.minor),
    Condition.VICTIM_NOT_SPOKEN_OF: _not_spoken_of,
    **{condition: _incidents(holds) for condition, holds in OF_INCIDENT.items()},
    Condition.CHARGED_BESIDE: _charged_beside,
    Condition.ELEMENT_UNSUPPORTED: _unsupported,
    Condition.DOUBLE_ROLE: _double_roles,
}


# The case as a whole


def _all_double_roles(about: Circumstances, question: Question) -> Iterator[str]:
    return _ids(person for person in about.persons.values() if has_double_role(person))


def _captives_who_agreed(about: Circumstances, question: Question) -> Iterator[str]:
    """Persons in custody who are recorded as having agreed to some use of what they told."""
    held = (p for p in about.persons.values() if p.in_custody is Custody.YES and p.has_role(*PROTECTED_ROLES))
    return _ids(p for p in held if p.consent and Answer.GRANTED in dict(p.consent.uses).values())


def _numbers_of_unsaid_service(about: Circumstances, question: Question) -> Iterator[str]:
    """Numbers that may hold persons in another service too, and of which no caution is recorded."""
    counted = (q for q in about.quantities if q.category in question.sought.counted and not q.caution)
    return _ids(q for q in counted if q.service is None or q.service in question.sought.service)


def _ids(entries: Iterable[Entity]) -> Iterator[str]:
    return (entry.id for entry in entries)


OF_CASE: Mapping[Condition, Callable[[Circumstances, Question], Iterable[str]]] = {
    Condition.DOUBLE_ROLE: _all_double_roles,
    Condition.CAPTIVE_AGREED: _captives_who_agreed,
    Condition.NUMBER_OF_UNSAID_SERVICE: _numbers_of_unsaid_service,
}
