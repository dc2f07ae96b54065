"""Rules on the forms of an offence of which one suffices.

`form-alone`: a charge under a provision that is tied to others, and none of these is charged for the same act.
"""

from collections.abc import Iterator

from referral.case.load import LoadedCase
from referral.coverage.forms import is_alone
from referral.diagnostics import Diagnostic, warning
from referral.law import Law


def forms_are_tied(loaded: LoadedCase, law: Law) -> Iterator[Diagnostic]:
    """`form-alone`"""
    charges = [charge for _, charge in loaded.entries("charges")]
    for index, charge in loaded.entries("charges"):
        if law.has_provision(charge.provision) and is_alone(charge, charges, law):
            needed = ", ".join(law.provision(charge.provision).needs_one_of)
            message = f"{charge.id}: {charge.provision} is tied to another form; none is charged for these incidents"
            place = loaded.where("charges", index, "provision")
            yield warning(place, "form-alone", message, f"charge one of: {needed}; by whomever it was committed")
