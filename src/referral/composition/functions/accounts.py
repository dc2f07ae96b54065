"""What one person told, in the order of time, and whether he was under suspicion by then."""

from typing import Any

from referral.case.model import RoleName
from referral.case.naming import ACCUSED_ROLES
from referral.composition.scene import Scene
from referral.edtf import UncertainDate, certainly_before

Entry = dict[str, Any]
_ACCUSED = frozenset(ACCUSED_ROLES)


class AccountFunctions:
    """Days are compared as far as they are known; nothing is concluded from a day that nobody wrote down."""

    def __init__(self, scene: Scene) -> None:
        self._case, self._by_id = scene.case, scene.by_id

    def suspicions(self, person: str) -> list[Entry]:
        """The roles in which a person is or was under suspicion: `role`, `proceeding`, `start`, `end`."""
        roles: list[Entry] = self._by_id[person]["roles"]
        return [role for role in roles if RoleName(role["role"]) in _ACCUSED]

    def accounts_of(self, person: str) -> list[Entry]:
        """What a person told, oldest first: `item`, its `date`, and `timing` as against each day of suspicion.

        `timing` is `before`, `after`, `unclear` (the days are not known well enough), or `none` (no suspicion).
        """
        starts = [role["start"] for role in self.suspicions(person)]
        told = (_account(item, starts) for item in self._case["evidence"] if self._teller(item) == person)
        return sorted(told, key=_by_day)

    def _teller(self, item: Entry) -> str | None:
        source = self._by_id[item["source"]]
        told_by: str | None = item["account"]["person"] if item["account"] else None
        return told_by or source["person"]


def _account(item: Entry, starts: list[UncertainDate | None]) -> Entry:
    when = (item["account"] or {}).get("date") or item["created"] or item["published"]
    return {"item": item, "date": when, "timing": _timing(when, starts)}


def _timing(when: UncertainDate | None, starts: list[UncertainDate | None]) -> str:
    """As against the earliest suspicion; one of unknown day may be the earliest."""
    if not starts:
        return "none"
    known = [start for start in starts if start]
    if when and any(certainly_before(start, when) for start in known):
        return "after"
    if when and len(known) == len(starts) and all(certainly_before(when, start) for start in known):
        return "before"
    return "unclear"


def _by_day(account: Entry) -> tuple[bool, Any, str]:
    first = account["date"].earliest or account["date"].latest if account["date"] else None
    return first is None, first, account["item"]["id"]
