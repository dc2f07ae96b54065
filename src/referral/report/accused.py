"""Whom a charge is about, by code."""

from referral.case.model import Charge


def accused_of(charge: Charge) -> dict[str, str | None]:
    """`kind` (person, unit, unknown) and `id`; an unknown one has none."""
    kind = "person" if charge.person else "unit" if charge.unit else "unknown"
    return {"kind": kind, "id": charge.person or charge.unit}
