"""Rules on the provisions under which a proceeding is conducted.

`not-in-force` also of a proceeding: a provision named in it that was law on no day of what is charged in it.
"""

from collections.abc import Iterator

from referral.case.load import LoadedCase
from referral.coverage.applicable import days_of
from referral.diagnostics import Diagnostic, warning
from referral.law import Law


def proceedings_rest_on_law_of_the_day(loaded: LoadedCase, law: Law) -> Iterator[Diagnostic]:
    """`not-in-force`"""
    for index, proceeding in loaded.entries("proceedings"):
        charges = [charge for _, charge in loaded.entries("charges") if charge.proceeding == proceeding.id]
        days = sorted({day for charge in charges for day in days_of(charge, loaded.case)})
        for number, provision in enumerate(proceeding.provisions):
            is_known = bool(days) and law.has_provision(provision)
            if is_known and not any(law.in_force_on(provision, day) for day in days):
                at = loaded.where("proceedings", index, "provisions", number)
                message = (
                    f"{provision} was law on no day of what is charged in {proceeding.id} ({days[0]} to {days[-1]})"
                )
                yield warning(at, "not-in-force", message)
