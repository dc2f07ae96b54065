"""Time: what cannot have happened in that order. Uncertain dates are judged by their outer bounds only.

`impossible-chronology`: one date certainly lies on the wrong side of another, or after the day the case speaks of.
`incident-outside-period`: an incident certainly lies outside the period of a charge that rests on it.
`told-before-event`: a fact cites an item that was made, published and received before it happened.
"""

from collections.abc import Iterator
from itertools import pairwise, product

from referral.case.dates import Dated, dates_of, values_at
from referral.case.load import LoadedCase
from referral.case.model import EvidenceItem, EvidenceKind
from referral.case.references import Step
from referral.diagnostics import Diagnostic, error, warning
from referral.edtf import UncertainDate, certainly_before, may_overlap

# Section, the part of an entry that is looked at (the entry itself, if empty), the earlier field, the later one.
_STEPS = (
    ("evidence", "", "created", "published"),
    ("evidence", "", "created", "received"),
    ("evidence", "", "created", "captures.captured_at"),
    ("evidence", "", "created", "custody.at"),
    ("evidence", "", "published", "captures.captured_at"),
    ("evidence", "", "account.date", "created"),
    ("evidence", "", "account.date", "published"),
    ("evidence", "", "account.date", "received"),
    ("persons", "roles", "start", "end"),
    ("persons", "consent", "given_on", "withdrawn_on"),
    ("postings", "", "start", "end"),
    ("occupation", "", "start", "end"),
    ("units", "", "start", "end"),
    ("proceedings", "", "registered_on", "decided_on"),
    ("proceedings", "", "opened_on", "decided_on"),
)
# What may be foreseen on the day the case speaks of: the end of a term of office, the time for which a plan is made,
# the day for which somebody is called.
_MAY_LIE_AHEAD = frozenset(
    {
        ("postings", "end"),
        ("persons", "roles.end"),
        ("quantities", "period"),
        ("proceedings", "calls.date"),
        ("proceedings", "service.appear_on"),
    }
)
# The days on one of which an item can have taken in what it tells; some kinds may order or announce what is to come.
_MADE = ("created", "published", "received")
_FORESEEING = frozenset({EvidenceKind.OFFICIAL_ACT, EvidenceKind.DOCUMENT})


def steps_follow_each_other(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`impossible-chronology` within one entry"""
    for section, part, earlier, later in _STEPS:
        for index, entry in loaded.entries(section):
            for where, value in values_at(entry, part):
                if firsts := list(values_at(value, earlier)):
                    pairs = product(firsts, values_at(value, later))
                    yield from (f for pair in pairs for f in _in_order(loaded, (section, index, *where), *pair))
    for index, item in loaded.entries("evidence"):
        yield from _custody_in_order(loaded, index, item)
        if item.captures or item.kind is EvidenceKind.DIGITAL_OPEN_SOURCE:
            pairs = product(values_at(item, "published"), values_at(item, "received"))
            yield from (f for pair in pairs for f in _in_order(loaded, ("evidence", index), *pair))


def _custody_in_order(loaded: LoadedCase, index: int, item: EvidenceItem) -> Iterator[Diagnostic]:
    """Each dated event against the dated one before it, whatever lies between."""
    for before, after in pairwise(values_at(item, "custody.at")):
        yield from _in_order(loaded, ("evidence", index), before, after)


def _in_order(loaded: LoadedCase, loc: tuple[Step, ...], one: Dated, other: Dated) -> Iterator[Diagnostic]:
    (earlier, first), (later, second) = one, other
    if certainly_before(second, first):
        before = "that of the event before" if earlier[-1] == later[-1] else str(earlier[-1])
        message = f"{later[-1]} ({second}) lies before {before} ({first}); one of the two is wrong"
        yield error(loaded.origin.position((*loc, *later)), "impossible-chronology", message)


def entries_lie_before_as_at(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`impossible-chronology` against the day the case speaks of"""
    as_at = loaded.case.case.as_at
    for loc, date in _all_dates(loaded):
        if certainly_before(as_at, date):
            message = f"{loc[-1]} ({date}) lies after the day the case speaks of (as_at {as_at})"
            yield error(loaded.origin.position(loc), "impossible-chronology", message)


def _all_dates(loaded: LoadedCase) -> Iterator[Dated]:
    yield from ((("case", *where), date) for where, date in dates_of(loaded.case.case))
    for section, index, entry in loaded.case.entities():
        for where, date in dates_of(entry) if not entry.is_withdrawn else ():
            keys = ".".join(step for step in where if isinstance(step, str))
            if (section, keys) not in _MAY_LIE_AHEAD:
                yield (section, index, *where), date


def incidents_lie_in_period(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`incident-outside-period`"""
    dates = {i.id: i.date for _, i in loaded.entries("incidents")}
    for index, charge in loaded.entries("charges"):
        for number, incident in enumerate(charge.incidents):
            date = dates.get(incident)
            if date and charge.period and not may_overlap(date, charge.period):
                message = f"incident {incident} ({date}) lies outside the period of the charge ({charge.period})"
                yield error(loaded.where("charges", index, "incidents", number), "incident-outside-period", message)


def items_tell_of_the_past(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`told-before-event`"""
    items = {item.id: item for _, item in loaded.entries("evidence")}
    for index, fact in loaded.entries("facts"):
        for number, citation in enumerate(fact.citations):
            item = items.get(citation.evidence)
            if fact.date and item and _is_older(item, fact.date):
                message = f"{fact.id} ({fact.date}) happened after {item.id} was made; look at both dates"
                yield warning(loaded.where("facts", index, "citations", number), "told-before-event", message)


def _is_older(item: EvidenceItem, event: UncertainDate) -> bool:
    known = [date for name in _MADE if (date := getattr(item, name))]
    return item.kind not in _FORESEEING and bool(known) and all(certainly_before(date, event) for date in known)
