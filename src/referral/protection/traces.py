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


def without_traces(whole: Case, kept: Case, profile: Profile) -> Case:
    """The case without what only withheld entries refer to, and without words that name such entries.

    Sources, units and places go, and persons of whom the recipient may know the code alone. A wide circle is not told
    through whose hands an item went, nor how it came to us if a person of the case had it.
    """
    shown = _silent(whole, kept, profile)
    if not profile.is_wide:
        return shown
    persons = {person.id for person in whole.persons}
    changes = {item.id: new for item in shown.evidence if (new := _provenance(item, persons))}
    return _changed(shown, changes) if changes else shown


def _silent(whole: Case, kept: Case, profile: Profile) -> Case:
    """What goes takes others with it, so that both are asked for until nothing goes any more."""
    reached = _reached(whole)
    while True:
        unused = {code for code in reached - _reached(kept) if _may_go(kept.by_id.get(code), profile)}
        used = without(kept, unused)
        shown = without_telling(whole, used)
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


def _provenance(entry: Entity, persons: set[str]) -> dict[str, Any]:
    """No chain of custody; nor action and day by which a person of the case handed something over."""
    if not isinstance(entry, EvidenceItem) or not entry.custody:
        return {}
    hands = {hand for event in entry.custody for hand in (event.agent, event.received_from, event.handed_to)}
    chain: dict[str, Any] = {"custody": [], "custody_link": None}
    return {**chain, **({} if hands.isdisjoint(persons) else {"procedural_action": None, "received": None})}


def _changed(case: Case, changes: dict[str, dict[str, Any]]) -> Case:
    sections = {name for name, _, entry in case.entities() if entry.id in changes}
    kept = {
        name: [e.model_copy(update=changes[e.id]) if e.id in changes else e for e in case.section(name)]
        for name in sections
    }
    return case.model_copy(update=kept)
