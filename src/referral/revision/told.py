"""A comparison in plain words, section by section, and as JSON for other programs. Codes and states, never a name."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from referral.revision.compared import Compared, DocumentChange, EntryChange, How, StateChange

_DOCUMENTS = {
    How.ADDED: "is asked for anew",
    How.REMOVED: "is no longer asked for",
    How.CHANGED: "reads otherwise",
    How.RESTAMPED: "says the same; only the stamp of its provenance differs",
}


def compared_to_text(found: Compared) -> Iterator[str]:
    """A heading for each section in which something differs, and a line for each difference."""
    if found.is_same:
        yield "nothing differs"
    for section, entries in groupby(found.entries, lambda one: one.section):
        yield f"{section}:"
        yield from map(_entry, entries)
    yield from _under("elements", map(_element, found.elements))
    yield from _under("documents", map(_document, found.documents))


def compared_to_json(found: Compared, profile: str, before: str, after: str) -> dict[str, Any]:
    """`{"schema": 1, "profile", "before", "after", "entries": […], "elements": […], "documents": […]}`"""
    return {
        "schema": 1,
        "profile": profile,
        "before": before,
        "after": after,
        "entries": [
            {"section": one.section, "id": one.id, "how": one.how.value, "fields": list(one.fields)}
            for one in found.entries
        ],
        "elements": [_element_data(one) for one in found.elements],
        "documents": [{"name": one.name, "how": one.how.value} for one in found.documents],
    }


def _under(heading: str, lines: Iterator[str]) -> Iterator[str]:
    found = list(lines)
    yield from (f"{heading}:", *found) if found else ()


def _entry(change: EntryChange) -> str:
    return f"  {change.id} {change.how}{': ' + ', '.join(change.fields) if change.fields else ''}"


def _element(change: StateChange) -> str:
    """`CH-01 ex.1/2: gap -> contested`"""
    before, after = (state.value if state else "not there" for state in (change.before, change.after))
    opened, closed = change.hole[1] and not change.hole[0], change.hole[0] and not change.hole[1] and change.after
    gap = "  (a gap opens)" if opened else "  (a gap is closed)" if closed else ""
    return f"  {change.charge} {change.element}: {before} -> {after}{gap}"


def _element_data(change: StateChange) -> dict[str, Any]:
    return {
        "charge": change.charge,
        "element": change.element,
        "before": change.before.value if change.before else None,
        "after": change.after.value if change.after else None,
        "gap_before": change.hole[0],
        "gap_after": change.hole[1],
    }


def _document(change: DocumentChange) -> str:
    return f"  {change.name} {_DOCUMENTS[change.how]}"
