"""Time: what cannot have happened in that order. Uncertain dates are judged by their outer bounds only.

`impossible-chronology`: one date certainly lies on the wrong side of another, or after the day the case speaks of.
`incident-outside-period`: an incident certainly lies outside the period of a charge that rests on it.
"""

from collections.abc import Iterator
from typing import Any

from referral.case.load import LoadedCase
from referral.diagnostics import Diagnostic, error
from referral.edtf import UncertainDate, certainly_before, may_overlap

# section, the earlier field, the later field
_STEPS = (
    ("evidence", "created", "published"),
    ("evidence", "created", "received"),
    ("postings", "start", "end"),
    ("occupation", "start", "end"),
    ("units", "start", "end"),
    ("proceedings", "registered_on", "decided_on"),
    ("proceedings", "opened_on", "decided_on"),
)
_DATED = (
    ("evidence", "created"),
    ("evidence", "published"),
    ("evidence", "received"),
    ("incidents", "date"),
    ("facts", "date"),
    ("quantities", "as_of"),
    ("proceedings", "registered_on"),
    ("proceedings", "decided_on"),
)


def steps_follow_each_other(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`impossible-chronology` within one entry"""
    for section, earlier, later in _STEPS:
        for index, entry in loaded.entries(section):
            yield from _in_order(
                loaded, (section, index), earlier, getattr(entry, earlier), later, getattr(entry, later)
            )
    for index, item in loaded.entries("evidence"):
        for number, capture in enumerate(item.captures):
            loc = ("evidence", index, "captures", number)
            yield from _in_order(loaded, loc, "published", item.published, "captured_at", capture.captured_at)
        yield from _custody_in_order(loaded, index, item)


def _custody_in_order(loaded: LoadedCase, index: int, item: Any) -> Iterator[Diagnostic]:
    for number, (before, after) in enumerate(zip(item.custody, item.custody[1:], strict=False), start=1):
        loc = ("evidence", index, "custody", number)
        yield from _in_order(loaded, loc, "the event before", before.at, "at", after.at)


def _in_order(
    loaded: LoadedCase,
    loc: tuple[str | int, ...],
    earlier: str,
    first: UncertainDate | None,
    later: str,
    second: UncertainDate | None,
) -> Iterator[Diagnostic]:
    if first and second and certainly_before(second, first):
        message = f"{later} ({second}) lies before {earlier} ({first}); one of the two is wrong"
        yield error(loaded.origin.position((*loc, later)), "impossible-chronology", message)


def entries_lie_before_as_at(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`impossible-chronology` against the day the case speaks of"""
    as_at = loaded.case.case.as_at
    for loc, name, date in _all_dates(loaded):
        if date and certainly_before(as_at, date):
            message = f"{name} ({date}) lies after the day the case speaks of (as_at {as_at})"
            yield error(loaded.origin.position((*loc, name)), "impossible-chronology", message)


def _all_dates(loaded: LoadedCase) -> Iterator[tuple[tuple[str | int, ...], str, UncertainDate | None]]:
    """Where, field, date."""
    for section, name in _DATED:
        yield from (((section, index), name, getattr(entry, name)) for index, entry in loaded.entries(section))
    for index, item in loaded.entries("evidence"):
        yield from (
            (("evidence", index, "captures", n), "captured_at", c.captured_at) for n, c in enumerate(item.captures)
        )
        yield from ((("evidence", index, "custody", n), "at", event.at) for n, event in enumerate(item.custody))


def incidents_lie_in_period(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`incident-outside-period`"""
    dates = {i.id: i.date for _, i in loaded.entries("incidents")}
    for index, charge in loaded.entries("charges"):
        for number, incident in enumerate(charge.incidents):
            date = dates.get(incident)
            if date and charge.period and not may_overlap(date, charge.period):
                message = f"incident {incident} ({date}) lies outside the period of the charge ({charge.period})"
                yield error(loaded.where("charges", index, "incidents", number), "incident-outside-period", message)
