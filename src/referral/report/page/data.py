"""All that the page tells, as plain data: its template writes it out, and its script reads the same."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from referral.case.model import Bearing, Charge, EvidenceItem, Fact, Mapping, Source
from referral.coverage import ChargeCoverage, ElementCoverage
from referral.coverage.crosswalk import Reading, readings_for
from referral.coverage.standard import holes
from referral.law import in_language
from referral.report.analysis import Analysis, breaks_shown, is_unsupported, losses_shown
from referral.report.chain_lines import ChainLines
from referral.report.entries import (
    capture_line,
    custody_line,
    evidence_rows,
    fact_rows,
    file_line,
    mapping_rows,
    source_rows,
    weight,
)
from referral.report.page.beside import Beside
from referral.report.page.model import model_of
from referral.report.page.offers import offers
from referral.report.page.timeline import timeline
from referral.report.shown import Shown
from referral.report.telling import Teller
from referral.report.work import work_data

_BEARINGS = tuple(bearing.value for bearing in Bearing)
Entry = dict[str, Any]


def page_data(tell: Teller, shown: Shown, analysis: Analysis) -> Entry:
    """Everything, in the order in which it is told. If only gaps are asked for, the reader begins with them."""
    only_holes, shown = shown.only_holes, replace(shown, only_holes=False)
    charges = [_charge(tell, covered, shown) for covered in shown.asked]
    return {
        **_head(tell, shown),
        "only_holes": only_holes,
        "charges": charges,
        "accused": _by_accused(charges),
        "matrix": list(_matrix(charges)),
        **_entries(tell, shown),
        "timeline": timeline(tell),
        **(_analysed(tell, shown, analysis) if analysis.is_told else {}),
    }


def _analysed(tell: Teller, shown: Shown, analysis: Analysis) -> Entry:
    """What only those who draw up the case are told: chains, what follows from a loss, what is left to do."""
    lines = ChainLines(tell)
    return {
        **_lost(analysis, shown),
        **work_data(tell, shown, analysis),
        "chains": {item.id: lines.of(item.id) for item in tell.view.case.evidence},
        "circles": lines.circles(),
        "offers": offers(tell),
        "model": model_of(tell.view.case, tell.law),
    }


def _entries(tell: Teller, shown: Shown) -> Entry:
    """What of the case a reader may go down to, by id."""
    case, beside = tell.view.case, Beside(tell.view.case)
    weighed = {item.mapping.id for covered in shown.asked for e in covered.elements for item in e.items}
    return {
        "mappings": {m.id: _mapping(tell, m, beside) for m in case.mappings if m.id in weighed},
        "facts": {fact.id: _fact(tell, fact) for fact in case.facts},
        "evidence": {item.id: _evidence(tell, item) for item in case.evidence},
        "sources": {source.id: _source(tell, source) for source in case.sources},
        "orphans": list(shown.coverage.orphans),
    }


def _lost(analysis: Analysis, shown: Shown) -> Entry:
    """Of all items: what was excluded at first, the reader may restore."""
    losses = losses_shown(analysis, replace(shown, lost=frozenset()))
    return {
        "losses": [
            {"item": x.item, "changes": list(map(_change, x.changes)), "elsewhere": x.elsewhere} for x in losses
        ],
        "breaks": [
            {
                "charge": found.charge,
                "sets": [sorted(lost) for lost in found.sets],
                "unsupported": is_unsupported(found, analysis),
            }
            for found in breaks_shown(analysis, shown)
        ],
    }


def _head(tell: Teller, shown: Shown) -> Entry:
    header, standard = tell.view.case.case, shown.standard
    return {
        "case": header.id,
        "title": tell.said(header.title),
        "as_at": tell.date(header.as_at),
        "profile": tell.view.profile.name,
        "demonstration": header.demonstration,
        "withheld": tell.view.withheld,
        "standard": standard
        and {
            "title": in_language(standard.title, tell.language.code),
            "text": in_language(standard.text, tell.language.code),
        },
        "without": list(shown.without),
        "lost": sorted(shown.lost),
        "changes": [_change(change) for change in shown.changes],
    }


def _charge(tell: Teller, covered: ChargeCoverage, shown: Shown) -> Entry:
    charge = covered.charge
    return {
        "id": charge.id,
        "provision": tell.marked(charge, tell.charged(charge)),
        "mode": tell.cited(charge.mode) if charge.mode else "",
        "key": charge.person or charge.unit or f"unknown-{charge.id}",
        "accused": tell.accused(charge),
        "period": tell.date(charge.period),
        "stage": tell.words(f"annex.stage.{charge.stage.value}"),
        "conduct": tell.said(charge.conduct),
        "incidents": [tell.title(code) for code in charge.incidents],
        "gaps": list(holes(covered)),
        "elements": [_element(tell, charge, e, shown) for e in covered.elements],
    }


def _element(tell: Teller, charge: Charge, covered: ElementCoverage, shown: Shown) -> Entry:
    element, justified = covered.element, covered.justified
    readings = readings_for(shown.coverage, tell.law, charge.id, element.id)
    return {
        "id": element.id,
        "number": tell.element_number(charge, element),
        "text": tell.element(element),
        "kinds": ", ".join(tell.value("element_kind", kind) for kind in element.kinds),
        "state": covered.state.value,
        "origins": covered.origins,
        "hole": covered.is_hole,
        "alternatives": list(covered.alternatives),
        "withheld": shown.coverage.withheld.get((charge.id, element.id), 0),
        "justified": justified
        and {"id": justified.id, "reason": tell.marked(justified, tell.said(justified.reason)), "by": justified.by},
        "readings": [_reading(tell, reading) for reading in readings],
        **{name: [i.mapping.id for i in covered.with_bearing(Bearing(name))] for name in _BEARINGS},
    }


def _reading(tell: Teller, reading: Reading) -> Entry:
    return {
        "charge": reading.charge,
        "element": reading.element,
        "state": reading.state.value,
        "extent": reading.extent,
        "reason": in_language(reading.reason, tell.language.code),
        "confirm": reading.confirm,
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
    found = (tell.view.case.by_id[code] for code in codes)
    return list(dict.fromkeys(item.disclosure.value for item in found if isinstance(item, EvidenceItem)))


def _fact(tell: Teller, fact: Fact) -> Entry:
    return {
        "text": tell.marked(fact, tell.said(fact.text)),
        "cites": [tell.citation(citation) for citation in fact.citations],
        "rows": fact_rows(tell, fact),
    }


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


def _by_accused(charges: Sequence[Entry]) -> list[Entry]:
    """Each accused, with the charges against him; of unknown men each charge stands alone."""
    found: dict[str, Entry] = {}
    for charge in charges:
        found.setdefault(charge["key"], {"key": charge["key"], "name": charge["accused"], "charges": []})
        found[charge["key"]]["charges"].append(charge["id"])
    return list(found.values())


_COLUMNS = 6  # charges side by side, as many as a page holds


def _matrix(charges: Sequence[Entry]) -> Iterator[Entry]:
    """Tables of charges that ask for the same elements: a row per element, a column per charge."""
    alike: dict[tuple[str, ...], list[Entry]] = {}
    for charge in charges:
        alike.setdefault(tuple(e["id"] for e in charge["elements"]), []).append(charge)
    for together in alike.values():
        for start in range(0, len(together), _COLUMNS):
            yield _table(together[start : start + _COLUMNS])


def _table(charges: Sequence[Entry]) -> Entry:
    rows = [[charge["elements"][n] for charge in charges] for n in range(len(charges[0]["elements"]))]
    return {"charges": [charge["id"] for charge in charges], "rows": rows}


def _change(change: Any) -> Entry:
    return {
        "charge": change.charge,
        "element": change.element,
        "before": change.before.value,
        "after": change.after.value,
        "opens_hole": change.opens_hole,
    }
