"""Incidents and facts in the order of time: what the timeline of a report is drawn from and what it lists."""

import datetime as dt
from dataclasses import dataclass

from referral.case.model import Fact, Incident
from referral.edtf import UncertainDate
from referral.report.telling import Said, Teller


@dataclass(frozen=True)
class Happening:
    """An incident or a fact with its words and its date, in words too; without one the date is empty."""

    id: str
    kind: str  # `incident`, `fact`
    when: UncertainDate | None
    date: str
    text: Said

    @property
    def days(self) -> tuple[dt.date, dt.date]:
        """The first and the last possible day; an open end counts as the day that is known."""
        first, last = (self.when.earliest, self.when.latest) if self.when else (None, None)
        return first or last or dt.date.min, last or first or dt.date.min

    @property
    def is_open(self) -> bool:
        """Whether one end of its time is open or not known."""
        return self.when is not None and None in (self.when.earliest, self.when.latest)


def happenings(tell: Teller) -> tuple[Happening, ...]:
    """The dated ones in the order of time, an incident before its facts; then those without a date."""
    case = tell.view.case
    found = [*(_happening(tell, one) for one in case.incidents), *(_happening(tell, one) for one in case.facts)]
    dated = sorted((one for one in found if one.when), key=lambda one: (*one.days, one.kind == "fact", one.id))
    return (*dated, *(one for one in found if not one.when))


def _happening(tell: Teller, entry: Incident | Fact) -> Happening:
    kind, text = ("fact", entry.text) if isinstance(entry, Fact) else ("incident", entry.title)
    return Happening(entry.id, kind, entry.date, tell.date(entry.date), tell.marked(entry, tell.said(text)))
