"""The law library as a list, one provision in full, two editions side by side: for the terminal and other programs."""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from referral.app.law_manual import NOT_VERIFIED, explain_provision
from referral.law import Law, provision_wording, title_wording
from referral.law.model import Element, Provision, Remark


@dataclass(frozen=True)
class Filter:
    """Which entries are listed; None asks for all."""

    forum: str | None = None
    status: str | None = None
    day: date | None = None


def law_to_json(law: Law, wanted: Filter) -> dict[str, Any]:
    """`{"schema": 1, "digest", "entries": [{"id", "type", "kind", "status", …}]}`: all that has an id and a status."""
    return {"schema": 1, "digest": law.digest, "entries": list(_entries(law, wanted))}


def law_to_text(law: Law, wanted: Filter) -> Iterator[str]:
    for entry in _entries(law, wanted):
        indent = "  " if entry["type"] == "element" else ""
        yield f"{indent}{entry['id']:<24} {entry['status']:<10} {entry['kind']:<12} {entry['words']}"


def _entries(law: Law, wanted: Filter) -> Iterator[dict[str, Any]]:
    for entry in (*_of_statutes(law, wanted), *_beside(law, wanted)):
        if wanted.status in (None, entry["status"]):
            yield entry


def _of_statutes(law: Law, wanted: Filter) -> Iterator[dict[str, Any]]:
    for provision in law.provisions.values():
        if wanted.forum not in (None, law.instrument_of(provision.id).forum.value):
            continue
        if wanted.day is None or law.in_force_on(provision.id, wanted.day):
            yield _provision(law, provision)
            yield from (_element(provision, element) for element in provision.elements)


def _beside(law: Law, wanted: Filter) -> Iterator[dict[str, Any]]:
    """What stands beside the statutes belongs to no forum and is not in force; it is listed when neither is asked."""
    if wanted.forum is None and wanted.day is None:
        yield from (_remark(remark) for remark in law.remarks.values())
        for relation in law.relations:
            words = f"{relation.first} {relation.extent.value} {relation.second}"
            yield _common(relation.id, "relation", relation.status.value, relation.secondary, words)
        for term in law.terms:
            yield _common(term.id, "term", term.status.value, term.secondary, " = ".join(term.words.values()))


def _provision(law: Law, provision: Provision) -> dict[str, Any]:
    words = next(iter(provision.title.values()), "")
    found = _common(provision.id, "provision", provision.status.value, provision.secondary, words)
    return {**found, "kind": provision.kind.value, "instrument": law.instrument_of(provision.id).id}


def _element(provision: Provision, element: Element) -> dict[str, Any]:
    words = next(iter(element.text.values()))
    found = _common(element.id, "element", element.status.value, element.secondary, words)
    return {**found, "kind": "+".join(k.value for k in element.kinds), "provision": provision.id}


def _remark(remark: Remark) -> dict[str, Any]:
    words = next(iter(remark.text.values()))
    return _common(remark.id, type(remark).__name__.lower(), remark.status.value, remark.secondary, words)


def _common(name: str, kind: str, status: str, secondary: bool, words: str) -> dict[str, Any]:
    return {"id": name, "type": kind, "kind": kind, "status": status, "secondary": secondary, "words": words}


def show_provision(law: Law, provision_id: str, on: date | None, lang: str | None) -> Iterator[str]:
    """Everything known of a provision, or with a day only what governs on it."""
    instrument = law.instrument_of(provision_id)
    code = lang or instrument.authentic[0]
    if on is None:
        yield from explain_provision(law, provision_id, code)
        return
    cited = law.cite(provision_id, code if code in instrument.citation else next(iter(instrument.citation)))
    yield f"{provision_id}: {cited}, on {on.isoformat()}"
    if not law.in_force_on(provision_id, on):
        yield "  not in force on that day"
        return
    title, wording = title_wording(law, provision_id, on, code), provision_wording(law, provision_id, on, code)
    yield f"  title ({title.status.value}): {title.text or 'not verified'}"
    yield f"  wording ({wording.status.value}): {wording.text or NOT_VERIFIED}"
    for note in (title.note, wording.note):
        if note:
            yield f"  note: {note}"


def diff_editions(law: Law, provision_id: str, first: date, second: date, lang: str | None) -> Iterator[str]:
    """What changed between two days, line by line; where a wording is not known, nothing is claimed of it."""
    earlier, later = (_edition(law, provision_id, day, lang) for day in (first, second))
    yield f"{provision_id}: {first.isoformat()} and {second.isoformat()}"
    if earlier == later:
        yield "  the same edition on both days"
        return
    yield from (f"  {line}" for line in difflib.ndiff(earlier, later) if not line.startswith("?"))


def _edition(law: Law, provision_id: str, day: date, lang: str | None) -> list[str]:
    """What governs on a day, a line for each paragraph. Two editions that are not known are not the same edition."""
    lines = [line.strip() for line in list(show_provision(law, provision_id, day, lang))[1:]]
    found = law.editions_between(provision_id, day, day)
    span = f"edition from {found[0].since or 'the beginning'} to {found[0].until or 'today'}" if found else ""
    return [*([span] if span and law.in_force_on(provision_id, day) else []), *"\n".join(lines).splitlines()]
