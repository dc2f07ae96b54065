"""Secrecy of the proceedings: what may not leave them without written permission, recipient by recipient.

A permission may also let less than the whole item go; that holds for every recipient whom it names.
"""

from collections import defaultdict

from referral.case.model import Case, EvidenceItem
from referral.case.model.release import Allowed, ReleasePermission
from referral.case.reachable import reachable
from referral.protection.profiles import Profile

_MOST_FIRST = list(Allowed)


def kept_secret(case: Case, profile: Profile) -> set[str]:
    """The ids of items that this recipient may not have; what was made of them goes with them: see `without`."""
    return {item.id for item in case.evidence if is_kept_secret(item, profile)}


def with_text_only(case: Case, profile: Profile) -> Case:
    """The items of which this recipient may have the text alone lose their files, and so do those made of them."""
    made: dict[str, list[str]] = defaultdict(list)
    for item in case.evidence:
        for original in item.made_of:
            made[original].append(item.id)
    limited = (item.id for item in case.evidence if _allowed(item, profile) is Allowed.TEXT_ONLY)
    bare = reachable(limited, lambda code: made[code])
    if not bare:
        return case
    items = [item.model_copy(update={"files": []}) if item.id in bare else item for item in case.evidence]
    return case.model_copy(update={"evidence": items})


def with_own_permissions(case: Case, profile: Profile) -> Case:
    """Outside the proceedings nobody is told to whom else an item may go."""
    if not profile.is_outside:
        return case
    return case.model_copy(update={"evidence": [_of_own(item, profile) for item in case.evidence]})


def _of_own(item: EvidenceItem, profile: Profile) -> EvidenceItem:
    own = [permission for permission in item.release_permissions if profile.name in permission.recipients]
    return item if own == item.release_permissions else item.model_copy(update={"release_permissions": own})


def is_kept_secret(item: EvidenceItem, profile: Profile) -> bool:
    """Whether an item needs a permission to reach this recipient and none names him, or only its existence may."""
    allowed = _allowed(item, profile)
    is_needed = profile.is_outside and item.needs_release_permission
    return allowed is Allowed.EXISTENCE_ONLY or (is_needed and allowed is None)


def lets_out(permission: ReleasePermission) -> bool:
    """Whether a permission lets more go than that there is such an item."""
    return permission.allows is not Allowed.EXISTENCE_ONLY


def _allowed(item: EvidenceItem, profile: Profile) -> Allowed | None:
    """The most that any permission lets go to a recipient; None if none names him, or if it is his own work."""
    own = [] if profile.is_own else [p for p in item.release_permissions if profile.name in p.recipients]
    return min((p.allows or Allowed.WHOLE for p in own), key=_MOST_FIRST.index, default=None)
