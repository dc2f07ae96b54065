"""Accounts and the consent of those who gave them."""

from referral.case.model import Case, EvidenceItem, Person
from referral.case.model.evidence import AccountKind
from referral.case.model.people import Answer, RoleName


def without_consent(case: Case, use: str | None) -> set[str]:
    """The ids of the accounts whose persons have not agreed to this use; no use asks for no consent."""
    if use is None:
        return set()
    persons = {person.id: person for person in case.persons}
    return {item.id for item in case.evidence if not _is_allowed(item, persons, use)}


def _is_allowed(item: EvidenceItem, persons: dict[str, Person], use: str) -> bool:
    """What is published already is not asked for again, unless the one who spoke is himself under suspicion.

    Words given to the press by a man on trial would else reach those who try him (CSO guidelines: consent per use).
    """
    if item.account is None:
        return True
    person = persons.get(item.account.person)
    if item.account.kind is AccountKind.PUBLIC_INTERVIEW and not (person and person.has_role(*_AT_RISK)):
        return True
    consent = person.consent if person else None
    return consent is not None and consent.withdrawn_on is None and getattr(consent.uses, use) is Answer.GRANTED


_AT_RISK = (RoleName.SUSPECT, RoleName.CONVICTED)
