"""Persons as a recipient may see them: with their identity, by label and code, or by code alone."""

from collections.abc import Mapping

from referral.case.model import Case, Person
from referral.case.naming import PROTECTED_ROLES, is_named_by_act
from referral.protection.profiles import Profile
from referral.protection.vault import Identity

_SHOWN_OF_ALL = ("id", "status", "confidentiality", "invented", "roles")


def as_seen(person: Person, profile: Profile) -> Person:
    """The person, or the bare code with its roles for a recipient who may not see more."""
    if profile.may_see(person.confidentiality):
        return person
    return Person.model_construct(**{name: getattr(person, name) for name in _SHOWN_OF_ALL})


def identities_shown(
    case: Case, vault: Mapping[str, Identity], profile: Profile, filer: str | None = None
) -> dict[str, Identity]:
    """What the recipient may know of identities: whole for the roles he must name and for who files the document
    himself, the names where an act gave them."""
    charged = {charge.person for charge in case.charges}
    shown: dict[str, Identity] = {}
    for person in case.persons:
        if person.id in vault and profile.may_see(person.confidentiality):
            if person.id == filer and not profile.is_wide:
                shown[person.id] = vault[person.id]
            elif person.has_role(*profile.never_named):
                continue
            elif _is_named_by_role(person, profile, person.id in charged):
                shown[person.id] = _told(vault[person.id], person, profile)
            elif is_named_by_act(person, case.by_id, charged):
                shown[person.id] = _names_only(vault[person.id])
    return dict(sorted(shown.items()))


def _is_named_by_role(person: Person, profile: Profile, is_charged: bool) -> bool:
    """A suspect of other proceedings who is a victim or witness here is not named, nor to a wide circle a minor."""
    if profile.is_wide and (person.minor or person.survivor_of_sexual_violence):
        return False
    return person.has_role(*profile.named) and (is_charged or not person.has_role(*PROTECTED_ROLES))


def _told(identity: Identity, person: Person, profile: Profile) -> Identity:
    """The identity as far as the profile tells it of those whom it names."""
    if profile.located is None:
        return identity
    if not person.has_role(*profile.located):
        return _names_only(identity)
    where = {"residence": identity.residence, "residence_unknown": identity.residence_unknown}
    return _names_only(identity).model_copy(update=where)


def _names_only(identity: Identity) -> Identity:
    return Identity(person=identity.person, names=identity.names)
