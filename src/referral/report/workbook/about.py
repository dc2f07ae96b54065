"""The first sheet: what the file is, of which case, for whom, and what of it is left out."""

from collections.abc import Iterator

from referral.law import in_language
from referral.report.no_charge import no_charge
from referral.report.shown import Shown
from referral.report.sign_offs import counts_told, stale_told
from referral.report.telling import Teller, flat
from referral.report.workbook.sheet import Row, Sheet


def about(tell: Teller, shown: Shown, stamp: str) -> Sheet:
    """Names and values, the empty ones left out."""
    rows = ((tell.words(f"report.about.{name}"), value) for name, value in _told(tell, shown, stamp) if value)
    return Sheet("about", ("field", "value"), tuple(rows))


def _told(tell: Teller, shown: Shown, stamp: str) -> Iterator[Row]:
    header, words, standard = tell.view.case.case, tell.words, shown.standard
    yield "status", words("draft")
    yield "notice", words("report.notice")
    yield "case", header.id
    yield "title", flat(tell.said(header.title), words("missing.translation"))
    yield "invented", words("report.demonstration") if header.demonstration else ""
    yield "as_at", tell.date(header.as_at)
    yield "profile", words(f"classification.{tell.view.profile.name}")
    yield "charges", ", ".join(covered.charge.id for covered in shown.charges) or _none_shown(tell)
    yield "standard", in_language(standard.title, tell.language.code) if standard else ""
    yield "part", words("report.about.only_holes") if shown.only_holes else ""
    yield "without", ", ".join(shown.without)
    yield from ((f"reviews_{section}", told) for section, told in counts_told(tell).items())
    yield "stale", ", ".join(stale_told(tell))
    yield "program", stamp


def _none_shown(tell: Teller) -> str:
    none = no_charge(tell.view)
    if none is None:
        return ""
    return tell.words("report.charges_withheld", n=none.withheld) if none.withheld else tell.words("report.no_charge")
