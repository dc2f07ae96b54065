"""Roles that would tell of a proceeding or an incident which the recipient does not see."""

from referral.case.model import Case, Person
from referral.case.model.people import Role
from referral.case.texts import texts_in
from referral.protection.tokens import codes_in


def without_hidden_roles(whole: Case, kept: Case) -> Case:
    """The case without roles that stand only in what was left out; who loses all of them has none that is shown."""
    before = {person.id: person.roles for person in whole.persons}
    persons = [_less(person, before[person.id]) for person in kept.persons]
    return kept.model_copy(update={"persons": persons})


def spoken_of_nowhere(whole: Case, kept: Case) -> set[str]:
    """The ids of persons who lose every role, where nothing else that is shown names them: they tell of it alone."""
    left = {person.id for person in without_hidden_roles(whole, kept).persons if not person.roles}
    if not left:
        return left
    others = (entry for _, _, entry in kept.entities() if entry.id not in left)
    return left.difference(code for entry in others for _, text in texts_in(entry) for code, _ in codes_in(text, True))


def _less(person: Person, before: list[Role]) -> Person:
    roles = [role for was, role in zip(before, person.roles, strict=True) if not _stands_in_hidden(was, role)]
    return person if len(roles) == len(person.roles) else person.model_copy(update={"roles": roles})


def _stands_in_hidden(was: Role, role: Role) -> bool:
    """Its proceeding is gone, or all of its incidents are."""
    return was.proceeding != role.proceeding or bool(was.incidents and not role.incidents)
