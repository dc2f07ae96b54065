"""What would betray a withheld entry: the source of nothing else, a remark or a chain of custody that names it."""

import re
from typing import Any

from referral.case.model import Case, EvidenceItem, Person
from referral.case.references import references
from referral.protection.without import without

_WORD = re.compile(r"[\w-]+")


def without_traces(whole: Case, kept: Case, *, is_wide: bool) -> Case:
    """The case without sources through which only what is withheld speaks, and without remarks that name such entries.

    For a wide circle a person is such an entry too, for the remark would tell of him what his row does not; and a chain
    of custody in which a person of the case handed something over goes whole.
    """
    shown = without(kept, _speaking(whole) - _speaking(kept))
    named = {entry.id for _, _, entry in whole.entities() if entry.id not in shown.by_id}
    persons = {person.id for person in whole.persons} if is_wide else set[str]()
    sections = {entry.id: entry for _, _, entry in shown.entities()}
    changes = {code: new for code, entry in sections.items() if (new := _silent(entry, named | persons, persons))}
    return _replaced(shown, changes) if changes else shown


def _speaking(case: Case) -> set[str]:
    """Sources to which an entry refers, and those that they repeat."""
    repeats = {source.id: source.repeats for source in case.sources}
    others = (entry for _, _, entry in case.entities() if entry.id not in repeats)
    waiting = [target for entry in others for _, _, target in references(entry) if target in repeats]
    reached: set[str] = set()
    while waiting:
        source = waiting.pop()
        if source not in reached:
            reached.add(source)
            waiting += repeats.get(source, [])
    return reached


def _silent(entry: Any, named: set[str], persons: set[str]) -> Any:
    """The entry without what names others; None if nothing of it does."""
    changes: dict[str, Any] = {}
    if entry.note and not isinstance(entry, Person) and _names(entry.note.by_lang.values(), named - {entry.id}):
        changes["note"] = None
    if isinstance(entry, EvidenceItem) and any(_hands(event) & persons for event in entry.custody):
        changes["custody"] = []
    return entry.model_copy(update=changes) if changes else None


def _names(texts: Any, codes: set[str]) -> bool:
    return any(not codes.isdisjoint(_WORD.findall(text)) for text in texts)


def _hands(event: Any) -> set[str]:
    return {event.agent, event.received_from, event.handed_to}


def _replaced(case: Case, changes: dict[str, Any]) -> Case:
    sections = {name for name, _, entry in case.entities() if entry.id in changes}
    kept = {name: [changes.get(entry.id, entry) for entry in case.section(name)] for name in sections}
    return case.model_copy(update=kept)
