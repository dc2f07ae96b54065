"""The law library as a list, one provision in full, two editions side by side: for the terminal and other programs."""

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from referral.app.law_manual import (
    NOT_VERIFIED,
    bonds,
    elements_of,
    explain_provision,
    read_in,
    span,
    with_sources,
    years,
)
from referral.law import Law, Wording, provision_wording, title_wording
from referral.law.model import Claim, Dated, Element, Provision, ProvisionText, Remark


@dataclass(frozen=True)
class Filter:
    """Which entries are listed; None asks for all."""

    forum: str | None = None
    status: str | None = None
    day: date | None = None
    words: str | None = None  # all of which an entry has, in its id or in whatever language


def law_to_json(law: Law, wanted: Filter) -> dict[str, Any]:
    """`{"schema": 1, "digest", "entries": [{"id", "type", "kind", "status", …}]}`: all that has an id and a status."""
    return {"schema": 1, "digest": law.digest, "entries": list(_entries(law, wanted))}


def law_to_text(law: Law, wanted: Filter) -> Iterator[str]:
    for entry in _entries(law, wanted):
        indent = "  " if entry["type"] == "element" else ""
        yield f"{indent}{entry['id']:<24} {entry['status']:<10} {entry['kind']:<12} {entry['words']}"


def _entries(law: Law, wanted: Filter) -> Iterator[dict[str, Any]]:
    asked = (wanted.words or "").casefold().split()
    for entry, claim in (*_of_statutes(law, wanted), *_beside(law, wanted)):
        text = " ".join((entry["id"], *_texts(claim))).casefold() if asked else ""
        if wanted.status in (None, *_statuses(claim, wanted.day)) and all(word in text for word in asked):
            yield entry


def _statuses(claim: Claim, day: date | None) -> set[str]:
    """How well an entry is known: itself and its editions, or if a day is asked that of the day."""
    dated: tuple[Dated, ...] = ()
    if isinstance(claim, Provision):
        dated = (*claim.titles, *claim.texts, *claim.sanctions)
    return {claim.status.value, *(edition.status.value for edition in dated if day is None or edition.covers(day))}


def _texts(claim: Claim) -> Iterator[str]:
    """Whatever an entry says in some language: titles, wordings, labels."""
    for name in ("title", "text", "label", "words", "reason"):
        yield from getattr(claim, name, {}).values()
    for edition in (*getattr(claim, "titles", ()), *getattr(claim, "texts", ())):
        yield edition.text or ""


def _of_statutes(law: Law, wanted: Filter) -> Iterator[tuple[dict[str, Any], Claim]]:
    for instrument in law.instruments.values():
        if wanted.forum in (None, instrument.forum.value):
            words = next(iter(instrument.title.values()))
            yield _common(instrument.id, "instrument", instrument.status.value, instrument.secondary, words), instrument
    for provision in law.provisions.values():
        if wanted.forum not in (None, law.instrument_of(provision.id).forum.value):
            continue
        if wanted.day is None or law.in_force_on(provision.id, wanted.day):
            yield _provision(law, provision), provision
            yield from ((_element(provision, element), element) for element in provision.elements)


def _beside(law: Law, wanted: Filter) -> Iterator[tuple[dict[str, Any], Claim]]:
    """What stands beside the statutes belongs to no forum and is not in force; it is listed when neither is asked."""
    if wanted.forum is None and wanted.day is None:
        yield from ((_remark(remark), remark) for remark in law.remarks.values())
        for relation in law.relations:
            words = f"{relation.first} {relation.extent.value} {relation.second}"
            yield _common(relation.id, "relation", relation.status.value, relation.secondary, words), relation
        for term in law.terms:
            yield _common(term.id, "term", term.status.value, term.secondary, " = ".join(term.words.values())), term


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
    lines = list(_governing(law, provision_id, on, code))
    if law.in_force_on(provision_id, on):
        lines += [*elements_of(law.provision(provision_id), code), *_bonds_on(law, provision_id, on, code)]
    yield from with_sources(law, provision_id, lines)


def _governing(law: Law, provision_id: str, on: date, lang: str) -> Iterator[str]:
    """The edition of a day: from when to when, its title and its wording, and where they were read."""
    if not law.in_force_on(provision_id, on):
        yield "  not in force on that day"
        return
    for edition in law.editions_between(provision_id, on, on):
        yield f"  edition {span(edition, law.provision(provision_id).as_at)}"
    title, wording = title_wording(law, provision_id, on, lang), provision_wording(law, provision_id, on, lang)
    yield f"  title ({_known(title, law.title_on(provision_id, on, lang))}): {title.text or 'not verified'}"
    yield f"  wording ({_known(wording, law.text_on(provision_id, on, lang))}): {wording.text or NOT_VERIFIED}"
    if sanction := law.sanction_on(provision_id, on):
        yield f"  sanction ({sanction.status.value}): {years(sanction)}"
    for note in (title.note, wording.note):
        if note:
            yield f"  note: {note}"


def _known(wording: Wording, edition: ProvisionText | None) -> str:
    return wording.status.value + (read_in(edition) if wording.text and edition else "")


def _bonds_on(law: Law, provision_id: str, on: date, lang: str) -> Iterator[str]:
    instrument = law.instrument_of(provision_id)
    if instrument.bound:
        found = list(bonds(instrument, law.bound_on(provision_id, on), lang))
        yield from found or ("  nobody is recorded as bound on that day",)


def diff_editions(law: Law, provision_id: str, first: date, second: date, lang: str | None) -> Iterator[str]:
    """What changed between two days, line by line; where a wording is not known, nothing is claimed of it."""
    code = lang or law.instrument_of(provision_id).authentic[0]
    earlier, later = (_lines(_governing(law, provision_id, day, code)) for day in (first, second))
    yield f"{provision_id}: {first.isoformat()} and {second.isoformat()}"
    if earlier == later:
        in_force = law.in_force_on(provision_id, first)
        yield "  the same edition on both days" if in_force else "  not in force on either day"
        return
    changed = (f"  {line}" for line in difflib.ndiff(earlier, later) if not line.startswith("?"))
    yield from with_sources(law, provision_id, changed)


def _lines(texts: Iterable[str]) -> list[str]:
    """A line for each paragraph."""
    return "\n".join(text.strip() for text in texts).splitlines()
