"""Rules on what a charge and its proceeding must name so that the charge can be brought.

`absent-from-charge`: a charge under a provision that wants a person, those who acted with him, or an order named.
`doubtful-breach`: rules breached that a lawyer would look at again, together, alone or untold; the library says why.
`group-not-charged`: others acted with the accused in a mode that makes them a group, and the charge names none.
`not-in-group`: an investigator or prosecutor of a charge whom no resolution on a group appoints, or in an undated one.
`competence-not-shown`: nothing says why the body that conducts a charge's proceeding may investigate it.
"""

from collections.abc import Iterator, Mapping

from referral.case.load import LoadedCase
from referral.case.model import Case, Charge, Proceeding
from referral.case.model.proceedings import GroupKind, ProceedingKind
from referral.diagnostics import Diagnostic, warning
from referral.law import Law, in_language

_ACTING = (("investigator", GroupKind.INVESTIGATORS), ("prosecutor", GroupKind.PROSECUTORS))


def check_charges(loaded: LoadedCase, law: Law) -> Iterator[Diagnostic]:
    """What the library does not have is left to `unknown-provision`."""
    for index, charge in loaded.entries("charges"):
        yield from _names_what_it_needs(loaded, index, charge, law)
        yield from _breaches_are_apt(loaded, index, charge, law)
        mode = law.provisions.get(charge.mode or "")
        if charge.acted_with and not charge.with_group and mode and mode.joint_needs_group:
            message = f"{charge.id} names others who acted with the accused, and no provision on acting in a group"
            yield warning(loaded.where("charges", index), "group-not-charged", message, "name it in “with_group”")
    yield from _proceedings_show_who_may_act(loaded)


def _names_what_it_needs(loaded: LoadedCase, index: int, charge: Charge, law: Law) -> Iterator[Diagnostic]:
    """`absent-from-charge`"""
    for provision in charge.provisions:
        wanted = law.provision(provision).charge_names if law.has_provision(provision) else ()
        absent = [key.value for key in wanted if not getattr(charge, key)]
        if absent:
            message = f"{charge.id} is charged under {provision} and does not give {', '.join(absent)}"
            yield warning(loaded.where("charges", index), "absent-from-charge", message)


def _breaches_are_apt(loaded: LoadedCase, index: int, charge: Charge, law: Law) -> Iterator[Diagnostic]:
    """`doubtful-breach`"""
    doubts = law.provision(charge.provision).doubtful_breaches if law.has_provision(charge.provision) else ()
    for doubt in doubts:
        named = [rule for rule in charge.breaches if any(_is_within(rule, other) for other in doubt.rules)]
        is_excused = any(_is_within(rule, other) for rule in charge.breaches for other in doubt.unless)
        others = set(charge.breaches) - set(named) if doubt.alone else ()
        is_excused = is_excused or _is_told(doubt.unless_told, charge, loaded.case)
        if _all_named(doubt.rules, named) and not is_excused and not others:
            at = loaded.where("charges", index, "breaches", charge.breaches.index(named[0]))
            why = in_language(doubt.why, loaded.case.case.language)
            yield warning(at, "doubtful-breach", f"{', '.join(named)}: {why}")


def _is_told(stems: Mapping[str, tuple[str, ...]], charge: Charge, case: Case) -> bool:
    """Whether a fact of an incident of the charge speaks of what the rules are about."""
    facts = [fact for fact in case.facts if not set(charge.incidents).isdisjoint(fact.incidents)] if stems else []
    texts = [
        (lang or case.case.language, words.casefold()) for fact in facts for lang, words in fact.text.by_lang.items()
    ]
    return any(stem in words for lang, words in texts for stem in stems.get(lang, ()))


def _all_named(rules: tuple[str, ...], named: list[str]) -> bool:
    return all(any(_is_within(rule, wanted) for rule in named) for wanted in rules)


def _is_within(rule: str, other: str) -> bool:
    """Whether a rule is the other, or a part of it."""
    return rule == other or rule.startswith(f"{other}.")


def _proceedings_show_who_may_act(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`not-in-group`, `competence-not-shown`: of proceedings in which a person is charged"""
    charged = {charge.proceeding for _, charge in loaded.entries("charges") if charge.person}
    for index, proceeding in loaded.entries("proceedings"):
        if proceeding.id in charged and proceeding.kind is ProceedingKind.PRE_TRIAL:
            yield from _members(loaded, index, proceeding)
            if not (proceeding.competence or proceeding.entrusted):
                message = f"{proceeding.id} does not say why this body investigates"
                hint = "write it in “competence”, or give the resolution in “entrusted”"
                yield warning(loaded.where("proceedings", index), "competence-not-shown", message, hint)


def _members(loaded: LoadedCase, index: int, proceeding: Proceeding) -> Iterator[Diagnostic]:
    for role, kind in _ACTING:
        person = getattr(proceeding, role)
        naming = [group for group in proceeding.groups if group.kind is kind and person in group.members]
        if person and not any(group.decided_on for group in naming):
            message = f"no dated group of {kind.value} in {proceeding.id} names {person}"
            hint = f"record the resolution in “groups”, with its day and members (kind: {kind.value})"
            yield warning(loaded.where("proceedings", index, role), "not-in-group", message, hint)
