"""Secrecy of the proceedings: what may not leave them without written permission, recipient by recipient."""

from referral.case.model import Case, EvidenceItem
from referral.protection.profiles import Profile


def kept_secret(case: Case, profile: Profile) -> set[str]:
    """The ids of items that this recipient may not have; what was made of them goes with them: see `without`."""
    return {item.id for item in case.evidence if is_kept_secret(item, profile)}


def with_own_permissions(case: Case, profile: Profile) -> Case:
    """Outside the proceedings nobody is told to whom else an item may go."""
    if not profile.is_outside:
        return case
    return case.model_copy(update={"evidence": [_of_own(item, profile) for item in case.evidence]})


def _of_own(item: EvidenceItem, profile: Profile) -> EvidenceItem:
    own = [permission for permission in item.release_permissions if profile.name in permission.recipients]
    return item if own == item.release_permissions else item.model_copy(update={"release_permissions": own})


def is_kept_secret(item: EvidenceItem, profile: Profile) -> bool:
    """Whether an item needs a permission to reach this recipient and none names him."""
    return profile.is_outside and item.needs_release_permission and not is_permitted(item, profile.name)


def is_permitted(item: EvidenceItem, profile: str) -> bool:
    return any(profile in permission.recipients for permission in item.release_permissions)
