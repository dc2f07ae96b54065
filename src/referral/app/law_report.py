"""The law library as a list and one provision in full, for the terminal and for other programs."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from referral.app.manual import explain_provision
from referral.law import Law, provision_wording, title_wording
from referral.law.model import Element, Provision


def law_to_json(law: Law, forum: str | None = None, status: str | None = None) -> dict[str, Any]:
    """`{"schema": 1, "digest", "entries": [{"id", "type", "kind", "status", …}]}`, provisions and elements."""
    return {"schema": 1, "digest": law.digest, "entries": list(_entries(law, forum, status))}


def law_to_text(law: Law, forum: str | None = None, status: str | None = None) -> Iterator[str]:
    for entry in _entries(law, forum, status):
        indent = "  " if entry["type"] == "element" else ""
        yield f"{indent}{entry['id']:<24} {entry['status']:<10} {entry['kind']:<12} {entry['words']}"


def _entries(law: Law, forum: str | None, status: str | None) -> Iterator[dict[str, Any]]:
    for provision in law.provisions.values():
        if forum not in (None, law.instrument_of(provision.id).forum.value):
            continue
        entries = [_provision(law, provision), *(_element(provision, e) for e in provision.elements)]
        yield from (e for e in entries if status in (None, e["status"]))


def _provision(law: Law, provision: Provision) -> dict[str, Any]:
    return {
        "id": provision.id,
        "type": "provision",
        "kind": provision.kind.value,
        "status": provision.status.value,
        "secondary": provision.secondary,
        "instrument": law.instrument_of(provision.id).id,
        "words": next(iter(provision.title.values()), ""),
    }


def _element(provision: Provision, element: Element) -> dict[str, Any]:
    return {
        "id": element.id,
        "type": "element",
        "kind": "+".join(k.value for k in element.kinds),
        "status": element.status.value,
        "secondary": element.secondary,
        "provision": provision.id,
        "words": next(iter(element.text.values())),
    }


def show_provision(law: Law, provision_id: str, on: date | None, lang: str | None) -> Iterator[str]:
    """Everything known of a provision, or with a day only what governs on it."""
    instrument = law.instrument_of(provision_id)
    code = lang or instrument.authentic[0]
    if on is None:
        yield from explain_provision(law, provision_id, code)
        return
    cited = law.cite(provision_id, code if code in instrument.citation else instrument.languages[0])
    yield f"{provision_id}: {cited}, on {on.isoformat()}"
    if not law.in_force_on(provision_id, on):
        yield "  not in force on that day"
        return
    title, wording = title_wording(law, provision_id, on, code), provision_wording(law, provision_id, on, code)
    yield f"  title ({title.status.value}): {title.text or 'not verified'}"
    yield f"  wording ({wording.status.value}): {wording.text or 'not verified; cite by number only'}"
    for note in (title.note, wording.note):
        if note:
            yield f"  note: {note}"
