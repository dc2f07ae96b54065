"""Rules on which kind of provision stands where: what is charged, in which mode, in breach of what, beside what.

`not-an-offence`: a charge under a provision that is no offence but a rule, a mode of liability or a procedure.
`not-a-mode`: a mode, or a group, that is no provision on liability, or is of another law than what is charged.
`not-a-rule`: a rule breached that is no rule, or is of the very instrument whose blanket provision is charged.
`considered-and-charged`: a provision is recorded as considered and not charged, and a charge is under it.
"""

from collections.abc import Iterator

from referral.case.load import LoadedCase
from referral.case.model import Charge
from referral.diagnostics import Diagnostic, error, warning
from referral.law import Law
from referral.law.model import Forum, ProvisionKind


def check_kinds(loaded: LoadedCase, law: Law) -> Iterator[Diagnostic]:
    """What the library does not have is left to `unknown-provision`."""
    for index, charge in loaded.entries("charges"):
        if not law.has_provision(charge.provision):
            continue
        if law.provision(charge.provision).kind is not ProvisionKind.OFFENCE:
            message = f"{charge.provision} is {_kind(charge.provision, law)} and no offence; charge what it goes with"
            yield error(loaded.where("charges", index, "provision"), "not-an-offence", message)
        yield from _modes(loaded, index, charge, law)
        yield from _rules(loaded, index, charge, law)
    yield from _considered(loaded)


def _modes(loaded: LoadedCase, index: int, charge: Charge, law: Law) -> Iterator[Diagnostic]:
    for key in ("mode", "with_group"):
        mode = getattr(charge, key)
        if mode is None or not law.has_provision(mode):
            continue
        if law.provision(mode).kind is not ProvisionKind.LIABILITY:
            message = f"{mode} is {_kind(mode, law)} and no provision on liability"
            yield error(loaded.where("charges", index, key), "not-a-mode", message)
        elif _family(mode, law) != _family(charge.provision, law):
            message = f"{mode} does not belong to the law under which {charge.provision} is charged"
            yield error(loaded.where("charges", index, key), "not-a-mode", message)


def _rules(loaded: LoadedCase, index: int, charge: Charge, law: Law) -> Iterator[Diagnostic]:
    is_blanket = law.provision(charge.provision).blanket is not None
    for number, rule in enumerate(charge.breaches):
        if not law.has_provision(rule):
            continue
        place = loaded.where("charges", index, "breaches", number)
        if law.provision(rule).kind is not ProvisionKind.RULE:
            yield error(place, "not-a-rule", f"{rule} is {_kind(rule, law)} and no rule that can be breached")
        elif is_blanket and law.instrument_of(rule) is law.instrument_of(charge.provision):
            message = f"{charge.provision} is complete with a rule of another instrument; {rule} is of its own"
            yield error(place, "not-a-rule", message)


def _considered(loaded: LoadedCase) -> Iterator[Diagnostic]:
    charged = {(charge.provision, charge.invented): charge.id for _, charge in loaded.entries("charges")}
    for index, entry in loaded.entries("considered"):
        if other := charged.get((entry.provision, entry.invented)):
            message = f"{entry.provision} is charged in {other}; say in the reason against whom it is not, or remove it"
            yield warning(loaded.where("considered", index, "provision"), "considered-and-charged", message)


def _kind(provision: str, law: Law) -> str:
    return f"of the kind “{law.provision(provision).kind.value}”"


def _family(provision: str, law: Law) -> tuple[Forum, str]:
    """The forum and, of national law, whose it is: ids of one legal order begin alike (`aa.bb`, `aa.cc.1`)."""
    instrument = law.instrument_of(provision)
    return instrument.forum, instrument.id.partition(".")[0] if instrument.forum is Forum.NATIONAL else ""
