"""Who is protected more strictly than others: minors, survivors of sexual violence, persons in custody."""

from referral.case.model import Person
from referral.case.model.people import Custody
from referral.case.naming import ACCUSED_ROLES


def sensitive(person: Person) -> str | None:
    """What makes a person so, in words; None for all others."""
    if person.minor:
        return "a minor"
    if person.survivor_of_sexual_violence:
        return "a survivor of sexual violence"
    return "a person in custody" if person.in_custody is Custody.YES else None


def sensitive_by_code(person: Person) -> str | None:
    """What makes it harmful to tell of a person even by code; that a suspect is held is told of him anyway."""
    is_accused = person.has_role(*ACCUSED_ROLES)
    return None if is_accused and not (person.minor or person.survivor_of_sexual_violence) else sensitive(person)
