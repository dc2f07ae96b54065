"""Whether a provision was in force on a day, as far as the library can tell."""

from datetime import date
from enum import StrEnum

from referral.law.library import Law
from referral.law.model import Instrument, Status


class Force(StrEnum):
    """`not known`: the instrument was adopted, but nothing in the library shows that it had entered into force."""

    IN_FORCE = "in force"
    NOT_IN_FORCE = "not in force"
    NOT_KNOWN = "not known"


def force_on(law: Law, provision_id: str, day: date) -> Force:
    """Where an instrument binds States by acts of theirs and says no day, the first act that is certain counts."""
    if not law.in_force_on(provision_id, day):
        return Force.NOT_IN_FORCE
    instrument = law.instrument_of(provision_id)
    lineage = (law.provision(provision_id), *law.parents(provision_id))
    if instrument.in_force or not instrument.bound or any(p.since for p in lineage):
        return Force.IN_FORCE
    bound_since = first_bound(instrument)
    return Force.IN_FORCE if bound_since and bound_since <= day else Force.NOT_KNOWN


def first_bound(instrument: Instrument) -> date | None:
    """The first day on which the instrument bound some State for certain; None if the library has none."""
    days = [bond.since for bond in instrument.bound if bond.since and bond.status is not Status.UNCERTAIN]
    return min(days, default=None)
