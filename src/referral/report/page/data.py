"""All that the page tells, as plain data: its template writes it out, and its script reads the same."""

from dataclasses import replace
from typing import Any

from referral.law import in_language
from referral.report.analysis import Analysis, breaks_shown, forms_shown, is_unsupported, losses_shown
from referral.report.chain_lines import ChainLines
from referral.report.forms import forms_told
from referral.report.page.cards import entries_data
from referral.report.page.charges import charges_data
from referral.report.page.model import model_of
from referral.report.page.offers import offers
from referral.report.page.timeline import timeline
from referral.report.shown import Shown
from referral.report.sign_offs import counts_told, stale_told
from referral.report.telling import Teller
from referral.report.work import work_data

Entry = dict[str, Any]


def page_data(tell: Teller, shown: Shown, analysis: Analysis) -> Entry:
    """Everything, in the order in which it is told. If only gaps are asked for, the reader begins with them."""
    only_holes, shown = shown.only_holes, replace(shown, only_holes=False)
    return {
        **_head(tell, shown),
        "only_holes": only_holes,
        **charges_data(tell, shown),
        **entries_data(tell, shown),
        "timeline": timeline(tell),
        **(_analysed(tell, shown, analysis) if analysis.is_told else {}),
    }


def _analysed(tell: Teller, shown: Shown, analysis: Analysis) -> Entry:
    """What only those who draw up the case are told: chains, what follows from a loss, what is left to do."""
    lines = ChainLines(tell)
    return {
        **_lost(analysis, shown),
        **work_data(tell, shown, analysis),
        **({"reviews": {"counts": counts_told(tell), "stale": stale_told(tell)}} if tell.view.reviews else {}),
        "forms": [forms_told(tell, found) for found in forms_shown(analysis, shown)],
        "chains": {item.id: [line.text for line in lines.of(item.id)] for item in tell.view.case.evidence},
        "circles": lines.circles(),
        "offers": offers(tell),
        "model": model_of(tell.view.case, tell.law),
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


def _change(change: Any) -> Entry:
    return {
        "charge": change.charge,
        "element": change.element,
        "before": change.before.value,
        "after": change.after.value,
        "opens_hole": change.opens_hole,
    }
