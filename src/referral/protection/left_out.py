"""What of the evidence a recipient does not get, item by item, and why: for those who draw up the case alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from referral.case.model import Case
from referral.protection.consent import unasked
from referral.protection.cut_down import above_level, cut_down, out_of_scope, uses_made
from referral.protection.profiles import Profile
from referral.protection.secrecy import kept_secret


class Why(StrEnum):
    """`follows`: it was made of something left out, or its words name it, or nothing shown is left that it serves."""

    LEVEL = "level"
    SCOPE = "scope"
    SECRECY = "secrecy"
    CONSENT = "consent"
    FOLLOWS = "follows"


@dataclass(frozen=True)
class LeftOut:
    """One item; `persons` are those whose consent is missing."""

    item: str
    why: tuple[Why, ...]
    persons: tuple[str, ...]


def left_out_for(case: Case, profile: Profile) -> Iterator[LeftOut]:
    """The items that are not in the view of a recipient, in the order of the case."""
    steps = cut_down(case, profile, None)
    asked = {use: unasked(case, use) for use in uses_made(profile, None)}
    rules = {
        Why.LEVEL: above_level(steps.offered, profile),
        Why.SCOPE: out_of_scope(steps.offered, profile),
        Why.SECRECY: kept_secret(steps.offered, profile),
        Why.CONSENT: {code for found in asked.values() for code in found},
    }
    for item in steps.offered.evidence:
        if item.id not in steps.shown.by_id:
            why = tuple(reason for reason, codes in rules.items() if item.id in codes) or (Why.FOLLOWS,)
            persons = sorted({code for found in asked.values() for code in found.get(item.id, ())})
            yield LeftOut(item.id, why, tuple(persons))
