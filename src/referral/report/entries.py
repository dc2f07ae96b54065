"""Evidence, facts, mappings and sources as rows of words: what a reader who drills down is told of each."""

from collections.abc import Iterator
from typing import Any

from referral.case.model import EvidenceItem, Fact, FileObject, Incident, Mapping, ReleasePermission, Source
from referral.case.model.custody import Capture, CustodyEvent
from referral.case.model.evidence import ORIGINALS, Account, ProceduralAction
from referral.report.elsewhere import read_from_words
from referral.report.limb_lines import limbs_of
from referral.report.telling import Row, Said, Teller, joined


def fact_rows(tell: Teller, fact: Fact) -> list[Row]:
    """What is recorded of a fact beside its sentence and its citations."""
    return _filled(
        ("date", tell.date(fact.date)),
        ("date_basis", tell.said(fact.date_basis)),
        ("standing", tell.value("standing", fact.standing)),
        ("knowledge", tell.value("knowledge", fact.knowledge)),
        *(("incidents", tell.title(code)) for code in fact.incidents),
        *(("place", tell.title(code)) for code in fact.places),
        ("persons", ", ".join(fact.persons)),
        *(("inferred_from", tell.title(code)) for code in fact.inferred_from),
        *(("contradicts_facts", tell.title(code)) for code in fact.contradicts),
        ("status", _unsettled(tell, fact)),
        ("note", tell.said(fact.note)),
    )


def incident_rows(tell: Teller, incident: Incident) -> list[Row]:
    """What is recorded of an incident beside its title; what happened is told by the facts that name it."""
    return _filled(
        ("date", tell.date(incident.date)),
        ("date_basis", tell.said(incident.date_basis)),
        ("kind", tell.value("incident_type", incident.type)),
        *(("place", tell.title(code)) for code in incident.places),
        ("victims", ", ".join(incident.victims)),
        *(("units", tell.title(code)) for code in incident.units),
        *(("part_of", tell.title(code)) for code in (incident.part_of,) if code),
        ("status", _unsettled(tell, incident)),
        ("note", tell.said(incident.note)),
    )


def mapping_rows(tell: Teller, mapping: Mapping) -> list[Row]:
    """Why an item bears on an element, and who says so."""
    return _filled(
        ("limbs", limbs_of(tell, mapping)),
        ("read_from", read_from_words(tell, mapping)),
        ("rationale", tell.said(mapping.rationale)),
        ("answer", tell.marked(mapping, tell.said(mapping.answer)) if mapping.answer else ""),
        ("corroborates", ", ".join(mapping.corroborates)),
        ("weighed_by", mapping.by),
        ("reviewed_by", tell.reviewed(mapping) or tell.words("report.not_reviewed")),
        ("status", _unsettled(tell, mapping)),
        ("note", tell.said(mapping.note)),
    )


def weight(tell: Teller, mapping: Mapping) -> str:
    """How an item was weighed, in one line."""
    parts = (
        tell.value("inference", mapping.inference),
        tell.value("strength", mapping.strength),
        tell.value("knowledge", mapping.knowledge),
        tell.value("tier", mapping.tier),
    )
    return "; ".join(parts)


def source_rows(tell: Teller, source: Source) -> list[Row]:
    kind = tell.value("source_kind", source.kind)
    return _filled(
        ("kind", f"{kind}; {tell.words('annex.party')}" if source.party_to_conflict else kind),
        *(("repeats", joined(tell.source(code), f" ({code})")) for code in source.repeats),
        ("connection", tell.said(source.connection)),
        ("note", tell.said(source.note)),
    )


def evidence_rows(tell: Teller, item: EvidenceItem) -> list[Row]:
    """What is recorded of an item beside its title, its source, its files and its way."""
    kind = tell.value("evidence_kind", item.kind)
    subtype = tell.words.known("subtypes", item.subtype or "")
    return _filled(
        ("kind", f"{kind} ({subtype})" if subtype else kind),
        ("author", tell.said(item.author)),
        ("publisher", tell.said(item.publisher)),
        ("created", tell.date(item.created)),
        ("published", tell.date(item.published)),
        ("received", tell.date(item.received)),
        ("date_basis", tell.said(item.date_basis)),
        ("language", tell.words.known("languages", item.language or "")),
        ("extent", tell.said(item.extent)),
        ("original_or_copy", tell.value("original_or_copy", item.original_or_copy)),
        ("category", tell.value("category", item.category) if item.category else ""),
        ("disclosure", tell.value("disclosure", item.disclosure)),
        *_procedure(tell, item),
        *_related(tell, item),
        *(account_rows(tell, item.account) if item.account else ()),
        ("status", _unsettled(tell, item)),
        ("note", tell.said(item.note)),
    )


def _procedure(tell: Teller, item: EvidenceItem) -> Iterator[Row]:
    if item.procedural_source:
        yield "procedural_source", tell.value("procedural_source", item.procedural_source)
    if item.procedural_action:
        yield "procedural_action", _action(tell, item.procedural_action)
    if item.taken_by_party_to_conflict:
        yield "taken_by_party", tell.words("annex.yes")
    if item.interviewee_in_custody:
        yield "custody", tell.words("annex.yes")
    for permission in item.release_permissions:
        yield from _release(tell, permission)


def _action(tell: Teller, action: ProceduralAction) -> Said:
    number = f"{tell.words('annex.number_sign')} {action.number}" if action.number else ""
    law = tell.cited(action.article) if action.article else ""
    rest = "; ".join(part for part in (number, tell.date(action.date), law) if part)
    return joined(tell.said(action.name), f", {rest}" if rest else "")


def _release(tell: Teller, permission: ReleasePermission) -> Iterator[Row]:
    number = f"{tell.words('annex.number_sign')} {permission.number}" if permission.number else ""
    rest = "".join(f", {part}" for part in (tell.date(permission.given_on), number) if part)
    yield "release", joined(tell.said(permission.by), rest)
    yield "release", tell.value("annex.allows", permission.allows) if permission.allows else ""
    yield "release", tell.said(permission.extent)


def _related(tell: Teller, item: EvidenceItem) -> Iterator[Row]:
    for name in ORIGINALS:
        if code := getattr(item, name):
            yield "related", f"{tell.words(f'annex.relation.{name}')} {code}"
    yield "persons", ", ".join(item.persons)


def account_rows(tell: Teller, account: Account) -> list[Row]:
    """The circumstances in which somebody told what he knows."""
    yes, no = tell.words("annex.yes"), tell.words("annex.no")
    flags = {
        "interpreter": account.interpreter,
        "video": account.recorded_on_video,
        "read_back": account.read_back,
        "signed": account.signed,
    }
    return [
        ("account", joined(tell.person(account.person), f"; {tell.value('account_kind', account.kind)}")),
        ("taken_by", account.taken_by or ""),
        ("account_date", tell.date(account.date)),
        ("place", tell.title(account.place) if account.place else ""),
        ("account_language", tell.words.known("languages", account.language or "")),
        *((name, yes if flag else no) for name, flag in flags.items() if flag is not None),
        ("prior_accounts", ", ".join(account.prior_accounts)),
    ]


def file_line(tell: Teller, file: FileObject) -> str:
    """A file: its path, what it is, its size and its whole digest."""
    size = tell.words("annex.field.size", n=tell.language.number(file.size)) if file.size is not None else ""
    digest = file.digest
    whole = f"{tell.words(f'annex.digest.{digest.algorithm.value}')} {digest.value}" if digest else ""
    parts = (file.path, tell.value("file_role", file.role), size, whole or tell.words("annex.missing.digest"))
    return "; ".join(part for part in parts if part)


def capture_line(tell: Teller, capture: Capture) -> str:
    """A capture from the network. Addresses are words, never links."""
    verified = tell.words("annex.field.content_verified") if capture.content_verified else ""
    archives = "; ".join(capture.archive_urls)
    parts = (capture.url, tell.date(capture.captured_at), capture.collector, capture.tool, verified, archives)
    return "; ".join(part for part in parts if part)


def custody_line(tell: Teller, event: CustodyEvent) -> Said:
    """One hand through which an item went, and when."""
    hands = " → ".join(code for code in (event.received_from, event.handed_to) if code)
    seal = f"{tell.words('annex.seal')} {event.seal}" if event.seal else ""
    digest = event.digest_after.value if event.digest_after else ""
    when = tell.date(event.at) or tell.words("missing.date")
    who = event.agent or tell.words("annex.missing.agent")
    line = "; ".join(part for part in (when, tell.words.known("custody", event.type), who, hands, seal, digest) if part)
    purpose = tell.said(event.purpose)
    return (
        [f"{line}; {purpose[0]}", purpose[1]]
        if isinstance(purpose, list)
        else f"{line}; {purpose}"
        if purpose
        else line
    )


def _unsettled(tell: Teller, entry: Any) -> str:
    return "" if entry.status.value == "accepted" else tell.value("status", entry.status)


def _filled(*rows: Row) -> list[Row]:
    return [(name, said) for name, said in rows if said]
