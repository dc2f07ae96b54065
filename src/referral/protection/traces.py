"""What would betray a withheld entry: whatever only it refers to, a remark or a chain of custody that names it."""

import re
from collections.abc import Container
from typing import Any

from referral.case.model import Case, Entity, EvidenceItem, Person
from referral.case.reachable import reachable
from referral.case.references import references
from referral.protection.profiles import Profile
from referral.protection.without import without

_WORD = re.compile(r"[\w-]+")
_SERVING = ("sources", "units", "places", "persons")  # what others refer to, and what tells nothing by itself


def without_traces(whole: Case, kept: Case, profile: Profile) -> Case:
    """The case without what only withheld entries refer to, and without remarks that name such entries.

    Sources, units and places go, and persons of whom the recipient may know the code alone. A wide circle is not told
    through whose hands an item went, nor how it came to us if a person of the case had it.
    """
    shown = without(kept, {code for code in _reached(whole) - _reached(kept) if _may_go(kept.by_id.get(code), profile)})
    named = {entry.id for _, _, entry in whole.entities() if entry.id not in shown.by_id}
    persons = {person.id for person in whole.persons}
    changes = {
        entry.id: new
        for _, _, entry in shown.entities()
        if (new := {**_remark(entry, named), **(_provenance(entry, persons) if profile.is_wide else {})})
    }
    return _changed(shown, changes) if changes else shown


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


def _remark(entry: Entity, named: set[str]) -> dict[str, Any]:
    """Nothing in place of a remark that names one of these."""
    texts = entry.note.by_lang.values() if entry.note else ()
    return {"note": None} if any(not named.isdisjoint(_WORD.findall(text)) for text in texts) else {}


def _provenance(entry: Entity, persons: set[str]) -> dict[str, Any]:
    """No chain of custody; nor action and day by which a person of the case handed something over."""
    if not isinstance(entry, EvidenceItem) or not entry.custody:
        return {}
    hands = {hand for event in entry.custody for hand in (event.agent, event.received_from, event.handed_to)}
    return {"custody": [], **({} if hands.isdisjoint(persons) else {"procedural_action": None, "received": None})}


def _changed(case: Case, changes: dict[str, dict[str, Any]]) -> Case:
    sections = {name for name, _, entry in case.entities() if entry.id in changes}
    kept = {
        name: [e.model_copy(update=changes[e.id]) if e.id in changes else e for e in case.section(name)]
        for name in sections
    }
    return case.model_copy(update=kept)
