"""Rules on which law held on the days of a charge.

`not-in-force`: a charge whose provision, mode or group was not in force on the first or the last day of its period.
`straddles-editions`: a charge whose period lies in two editions of its provision; both are named.
`not-binding`: a charge under a treaty, or naming a breach of one, that did not bind the States concerned on its days.
`consent-uncertain`: a rule breached that binds by an act which the law library does not know well enough to print.
`no-rule-breached`: a charge under a blanket provision that names no rule of another instrument; candidates are named.
`rule-without-part`: a rule breached that has parts of its own, so that the part must be named.
"""

from collections.abc import Iterator
from datetime import date

from referral.case.load import LoadedCase
from referral.case.model import Case, Charge
from referral.diagnostics import Diagnostic, Position, error, warning
from referral.law import Law, Status, in_language
from referral.law.library import Edition
from referral.law.model import Breach


def check_applicable(loaded: LoadedCase, law: Law) -> Iterator[Diagnostic]:
    """Only for charges whose provisions the library has."""
    for index, charge in loaded.entries("charges"):
        named = [charge.provision, charge.mode, charge.with_group, *charge.breaches]
        if not all(law.has_provision(name) for name in named if name):
            continue
        yield from _rules_named(loaded, index, charge, law)
        if days := days_of(charge, loaded.case):
            where = loaded.where("charges", index, "period")
            yield from _in_force(where, charge, law, days)
            yield from _in_one_edition(where, charge, law, days)
            yield from _charged_treaty_binds(where, charge, law, days)
            yield from _rules_bind(loaded, index, charge, law, days)


def days_of(charge: Charge, case: Case) -> list[date]:
    """The first and the last day of a charge: of its period, or of its incidents; an open end is that of the case."""
    incidents = (incident.date for incident in case.incidents if incident.id in charge.incidents)
    dates = [charge.period] if charge.period else [day for day in incidents if day]
    last = [day.latest or case.case.as_at.latest for day in dates]
    known = sorted(day for day in (*(d.earliest for d in dates), *last) if day)
    return [known[0], known[-1]] if known else []


def _in_force(where: Position, charge: Charge, law: Law, days: list[date]) -> Iterator[Diagnostic]:
    for provision in charge.provisions:
        outside = [day for day in days if not law.in_force_on(provision, day)]
        if outside:
            tell = error if outside == days else warning  # a part of the period may still be charged
            yield tell(where, "not-in-force", f"{provision} was not in force on {_named(outside)}; look at the period")


def _in_one_edition(where: Position, charge: Charge, law: Law, days: list[date]) -> Iterator[Diagnostic]:
    editions = law.editions_between(charge.provision, days[0], days[-1])
    if len(editions) > 1:
        named = " and ".join(_edition_words(e) for e in editions)
        period = charge.period or f"{days[0]}/{days[-1]}"
        message = f"the period {period} lies in more than one edition of {charge.provision}: {named}"
        yield warning(where, "straddles-editions", message, "split the charge, or settle which edition governs")


def _edition_words(edition: Edition) -> str:
    since = f"since {edition.since}" if edition.since else "from the beginning"
    return f"{since} until {edition.until}" if edition.until else since


def _charged_treaty_binds(where: Position, charge: Charge, law: Law, days: list[date]) -> Iterator[Diagnostic]:
    """Of an instrument that says whom it binds, one State at least must have been bound."""
    if not law.instrument_of(charge.provision).bound:
        return
    outside = [day for day in days if not law.bound_on(charge.provision, day)]
    if outside:
        message = f"no State was bound by {charge.provision} on {_named(outside)}, as far as the law library knows"
        tell = error if outside == days else warning
        yield tell(where, "not-binding", message, "look at the period, and at `bound` in the file of the instrument")


def _rules_named(loaded: LoadedCase, index: int, charge: Charge, law: Law) -> Iterator[Diagnostic]:
    provision = law.provision(charge.provision)
    if provision.blanket and not charge.breaches:
        message = f"{charge.id}: {charge.provision} is complete only with the rule that was breached; name it, by part"
        candidates = "; ".join(_candidate(breach, loaded.case.case.language) for breach in provision.breaches)
        hint = f"candidates: {candidates}" if candidates else None
        yield warning(loaded.where("charges", index, "provision"), "no-rule-breached", message, hint)
    for n, rule in enumerate(charge.breaches):
        parts = [part.id for part in law.children(rule) if part.number != law.provision(rule).number]
        if parts:
            hint = f"parts: {', '.join(parts)}"
            place = loaded.where("charges", index, "breaches", n)
            yield warning(place, "rule-without-part", f"{rule} has parts; name the one that was breached", hint)


def _candidate(breach: Breach, lang: str) -> str:
    reason = in_language(breach.when, lang)
    return f"{breach.provision} ({reason})" if reason else breach.provision


def _rules_bind(loaded: LoadedCase, index: int, charge: Charge, law: Law, days: list[date]) -> Iterator[Diagnostic]:
    """The rule breached must have bound each State that the blanket provision names."""
    blanket = law.provision(charge.provision).blanket
    for n, rule in enumerate(charge.breaches if blanket else ()):
        place = loaded.where("charges", index, "breaches", n)
        if blanket and not law.instrument_of(rule).bound:
            message = f"the library has no act by which a State consented to {rule}; name the rule of a treaty"
            yield error(place, "not-binding", message)
            continue
        for state in blanket.bound if blanket else ():
            bonds = [[bond for bond in law.bound_on(rule, day) if bond.state == state] for day in days]
            if not all(bonds):
                free = [day for day, found in zip(days, bonds, strict=True) if not found]
                yield error(place, "not-binding", f"{rule} did not bind {state} on {_named(free)}")
            elif all(bond.status is Status.UNCERTAIN for found in bonds for bond in found):
                message = f"the act by which {rule} binds {state} is not certain; check it against the official source"
                yield warning(place, "consent-uncertain", message)


def _named(days: list[date]) -> str:
    return " and ".join(dict.fromkeys(day.isoformat() for day in days))
