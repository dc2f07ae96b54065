"""The law library as a list, for the terminal and other programs: every entry that has an id."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from referral.app.law_beside import entries_beside, kind_of
from referral.law import Law, force_on
from referral.law.model import Claim, Dated, Element, Instrument, Provision, Relation, RelationGroup, Term


@dataclass(frozen=True)
class Filter:
    """Which entries are listed; None asks for all."""

    forum: str | None = None
    status: str | None = None
    day: date | None = None
    words: str | None = None  # all of which an entry has, in its id or in whatever language


def law_to_json(law: Law, wanted: Filter) -> dict[str, Any]:
    """`{"schema": 1, "digest", "entries": [{"id", "type", "kind", "status", "source", "as_at", …}]}`."""
    return {"schema": 1, "digest": law.digest, "entries": list(_entries(law, wanted))}


def law_to_text(law: Law, wanted: Filter) -> Iterator[str]:
    for entry in _entries(law, wanted):
        indent = "  " if entry["type"] in ("element", "breakdown") else ""
        force = f" [{entry['force']}]" if entry.get("force", "in force") != "in force" else ""
        yield f"{indent}{entry['id']:<24} {entry['status']:<10} {entry['kind']:<12} {entry['words']}{force}"


def _entries(law: Law, wanted: Filter) -> Iterator[dict[str, Any]]:
    asked = (wanted.words or "").casefold().split()
    for entry, claim in (*_instruments(law, wanted), *_provisions(law, wanted), *_beside(law, wanted)):
        text = " ".join((entry["id"], *_texts(claim))).casefold() if asked else ""
        if wanted.status in (None, *_statuses(claim, wanted.day)) and all(word in text for word in asked):
            yield entry


def _statuses(claim: Claim, day: date | None) -> set[str]:
    """How well an entry is known: itself and its editions, or if a day is asked that of the day."""
    editions = (edition.status.value for edition in _editions(claim) if day is None or edition.covers(day))
    return {claim.status.value, *editions}


def _editions(claim: Claim) -> tuple[Dated, ...]:
    return (*claim.titles, *claim.texts, *claim.sanctions) if isinstance(claim, Provision) else ()


def _texts(claim: Claim) -> Iterator[str]:
    """Whatever an entry says in some language: titles, wordings, labels."""
    for name in ("title", "text", "label", "words", "reason"):
        yield from getattr(claim, name, {}).values()
    for edition in (*getattr(claim, "titles", ()), *getattr(claim, "texts", ())):
        yield edition.text or ""


def _instruments(law: Law, wanted: Filter) -> Iterator[tuple[dict[str, Any], Claim]]:
    for instrument in law.instruments.values():
        begin = instrument.in_force or instrument.adopted
        too_early = wanted.day and begin and wanted.day < begin
        if wanted.forum in (None, instrument.forum.value) and not too_early:
            yield _common(instrument.id, instrument), instrument


def _provisions(law: Law, wanted: Filter) -> Iterator[tuple[dict[str, Any], Claim]]:
    """With their elements and breakdowns; with a day only what was in force, or may have been."""
    for provision in law.provisions.values():
        instrument = law.instrument_of(provision.id)
        if wanted.forum not in (None, instrument.forum.value):
            continue
        if wanted.day and not law.in_force_on(provision.id, wanted.day):
            continue
        force = {"force": force_on(law, provision.id, wanted.day).value} if wanted.day else {}
        yield {**_provision(provision, instrument), **force}, provision
        yield from (({**_element(provision, element), **force}, element) for element in provision.elements)
        if provision.breakdown:
            yield {**_common(provision.breakdown_id, provision.breakdown), **force}, provision.breakdown


def _beside(law: Law, wanted: Filter) -> Iterator[tuple[dict[str, Any], Claim]]:
    """What has no days is listed when none is asked; what stands in a companion file belongs to no forum."""
    broken_down = {provision.breakdown_id for provision in law.provisions.values()}
    for name, claim in entries_beside(law).items():
        forum = getattr(law.header_of(name), "forum", None)
        if wanted.day is None and name not in broken_down and wanted.forum in (None, forum):
            yield _common(name, claim), claim


def _provision(provision: Provision, instrument: Instrument) -> dict[str, Any]:
    found = {**_common(provision.id, provision), "kind": provision.kind.value, "instrument": instrument.id}
    editions = [_edition(edition) for edition in _editions(provision)]
    return {**found, "editions": editions} if editions else found


def _edition(edition: Dated) -> dict[str, Any]:
    """One edition of a title, a wording or a sanction; its words are left to `law show`."""
    days = {name: day.isoformat() for name in ("since", "until") if (day := getattr(edition, name))}
    lang = {"lang": lang} if (lang := getattr(edition, "lang", None)) else {}
    return {"of": _snake(edition), **lang, **days, **_known(edition)}


def _element(provision: Provision, element: Element) -> dict[str, Any]:
    found = _common(element.id, element)
    return {**found, "kind": "+".join(k.value for k in element.kinds), "provision": provision.id}


def _common(name: str, claim: Claim) -> dict[str, Any]:
    kind = _snake(claim)
    return {"id": name, "type": kind, "kind": kind, **_known(claim), "words": _words(claim)}


def _known(claim: Claim) -> dict[str, Any]:
    return {
        "status": claim.status.value,
        "secondary": claim.secondary,
        "source": list(claim.source),
        "as_at": claim.as_at,
    }


def _snake(claim: Claim) -> str:
    return kind_of(claim).replace(" ", "_")


def _words(claim: Claim) -> str:
    """A few words by which a reader of the list knows an entry."""
    if isinstance(claim, Relation):
        return f"{claim.first} {claim.extent.value} {claim.second}"
    if isinstance(claim, RelationGroup):
        return f"{', '.join(claim.first)} {claim.extent.value} {', '.join(claim.second) or 'each other'}"
    if isinstance(claim, Term):
        return " = ".join(claim.words.values())
    names = ("title",) if isinstance(claim, Provision) else ("text", "title", "authority")
    said = next((value for name in names if (value := getattr(claim, name, None))), "")
    return said if isinstance(said, str) else next(iter(said.values()), "")
