"""What of the case a reader may go down to, as plain data by id: mappings, facts, incidents, evidence, sources."""

from typing import Any

from referral.case.model import EvidenceItem, Fact, Incident, Mapping, Source
from referral.report.disclosure import classes
from referral.report.entries import (
    capture_line,
    custody_line,
    evidence_rows,
    fact_rows,
    file_line,
    incident_rows,
    mapping_rows,
    source_rows,
    weight,
)
from referral.report.page.beside import Beside
from referral.report.shown import Shown
from referral.report.telling import Teller

Entry = dict[str, Any]


def entries_data(tell: Teller, shown: Shown) -> Entry:
    """`mappings` of the elements shown, `facts`, `incidents`, `evidence`, `sources`, and `orphans`, without use."""
    case, beside = tell.view.case, Beside(tell.view.case)
    weighed = {item.mapping.id for covered in shown.asked for e in covered.elements for item in e.items}
    return {
        "mappings": {m.id: _mapping(tell, m, beside) for m in case.mappings if m.id in weighed},
        "facts": {fact.id: _fact(tell, fact) for fact in case.facts},
        "incidents": {incident.id: _incident(tell, incident) for incident in case.incidents},
        "evidence": {item.id: _evidence(tell, item) for item in case.evidence},
        "sources": {source.id: _source(tell, source) for source in case.sources},
        "orphans": list(shown.coverage.orphans),
    }


def _mapping(tell: Teller, mapping: Mapping, beside: Beside) -> Entry:
    return {
        "charge": mapping.charge,
        "element": mapping.element,
        "bearing": mapping.bearing.value,
        "of": mapping.fact or mapping.evidence,
        "weight": weight(tell, mapping),
        "disclosure": _disclosure(tell, mapping),
        "answered": mapping.answer is not None,
        "beside": beside.of(mapping),
        "rows": mapping_rows(tell, mapping),
    }


def _disclosure(tell: Teller, mapping: Mapping) -> list[str]:
    """What the items behind a mapping are for the defence."""
    entry = tell.view.case.by_id[mapping.fact or mapping.evidence or ""]
    codes = [c.evidence for c in entry.citations] if isinstance(entry, Fact) else [entry.id]
    return [one.value for one in classes(tell.view.case, codes)]


def _fact(tell: Teller, fact: Fact) -> Entry:
    return {
        "text": tell.marked(fact, tell.said(fact.text)),
        "cites": [tell.citation(citation) for citation in fact.citations],
        "rows": fact_rows(tell, fact),
    }


def _incident(tell: Teller, incident: Incident) -> Entry:
    return {"text": tell.marked(incident, tell.said(incident.title)), "rows": incident_rows(tell, incident)}


def _evidence(tell: Teller, item: EvidenceItem) -> Entry:
    return {
        "text": tell.marked(item, tell.said(item.title)),
        "source": item.source,
        "disclosure": item.disclosure.value,
        "rows": evidence_rows(tell, item),
        "files": [file_line(tell, file) for file in item.files],
        "captures": [capture_line(tell, capture) for capture in item.captures],
        "custody": [custody_line(tell, event) for event in item.custody],
    }


def _source(tell: Teller, source: Source) -> Entry:
    return {"name": tell.marked(source, tell.source(source.id)), "rows": source_rows(tell, source)}
