"""Levels that hold even where nobody wrote them: of a minor, a survivor of sexual violence, a person in custody."""

from referral.case.model import Case, Confidentiality, Person
from referral.case.sensitive import sensitive_by_code

LEAST = Confidentiality.CONFIDENTIAL


def with_stricter_levels(case: Case) -> Case:
    """The case with the entries of such persons confidential at least, so that a wide circle reads their code alone."""
    persons = [_raised(person) for person in case.persons]
    return case if persons == case.persons else case.model_copy(update={"persons": persons})


def _raised(person: Person) -> Person:
    if person.confidentiality is Confidentiality.PUBLIC and sensitive_by_code(person):
        return person.model_copy(update={"confidentiality": LEAST})
    return person
