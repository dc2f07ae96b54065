"""What would betray a withheld entry: whatever only it refers to, words or a chain of custody that name it."""

from collections.abc import Container
from typing import Any

from referral.case.model import Case, Entity, EvidenceItem, Person
from referral.case.reachable import reachable
from referral.case.references import references
from referral.protection.profiles import Profile
from referral.protection.telling import without_telling
from referral.protection.without import without

_SERVING = ("sources", "units", "places", "persons")  # what others refer to, and what tells nothing by itself


def without_traces(offered: Case, kept: Case, profile: Profile, case: Case) -> Case:
    """The case without what only withheld entries refer to, and without words that name such entries.

    Who does not work on the case reads no code of what was withdrawn or is internal either: it is of `case` alone.
    Sources, units and places go, and persons of whom the recipient may know the code alone. A wide circle is not told
    through whose hands an item went, nor how it came to us if a person of the case had it.
    """
    shown = _silent(offered, kept, profile, offered if profile.sees_work else case)
    if not profile.is_wide:
        return shown
    persons = {person.id for person in offered.persons}
    return shown.model_copy(update={"evidence": [_without_provenance(item, persons) for item in shown.evidence]})


def _silent(offered: Case, kept: Case, profile: Profile, known: Case) -> Case:
    """What goes takes others with it, so that both are asked for until nothing goes any more."""
    reached = _reached(offered)
    while True:
        unused = {code for code in reached - _reached(kept) if _may_go(kept.by_id.get(code), profile)}
        used = without(kept, unused)
        shown = without_telling(known, used)
        if shown.by_id.keys() == used.by_id.keys():
            return shown
        kept = shown


def _reached(case: Case) -> set[str]:
    """What entries refer to, but for those that merely serve others: these are reached through what they serve."""
    serving = {entry.id: entry for name in _SERVING for entry in case.section(name)}
    others = (entry for _, _, entry in case.entities() if entry.id not in serving)
    return reachable(
        (code for entry in others for code in _served(entry, serving)), lambda code: _served(serving[code], serving)
    )


def _served(entry: Entity, serving: Container[str]) -> list[str]:
    return [target for _, _, target in references(entry) if target in serving]


def _may_go(entry: Entity | None, profile: Profile) -> bool:
    return not isinstance(entry, Person) or not profile.may_see(entry.confidentiality)


def _without_provenance(item: EvidenceItem, persons: set[str]) -> EvidenceItem:
    """No chain of custody; nor action and day by which a person of the case handed something over."""
    hands = {hand for event in item.custody for hand in (event.agent, event.received_from, event.handed_to)}
    told: dict[str, Any] = {} if hands.isdisjoint(persons) else {"procedural_action": None, "received": None}
    return item.model_copy(update={"custody": [], "custody_link": None, **told})
