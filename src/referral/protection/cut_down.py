"""The case cut down to what a recipient may see, step by step; what is left out is one rule by function."""

from typing import NamedTuple

from referral.case.in_force import withdrawn, without_citations_of
from referral.case.model import Case, Entity, Person, Posting
from referral.case.shared import read_by_all
from referral.protection.consent import without_consent
from referral.protection.identities import as_seen
from referral.protection.internal_work import without_internal_work, without_records, without_reviews
from referral.protection.profiles import Profile
from referral.protection.roles import spoken_of_nowhere, without_hidden_roles
from referral.protection.secrecy import kept_secret, with_own_permissions, with_text_only
from referral.protection.stricter import with_stricter_levels
from referral.protection.traces import without_traces
from referral.protection.without import without


class Steps(NamedTuple):
    """A case on its way to what is shown of it; `whole` has its readings written out, `kept` what decides who is named,
    `told` what may be told of it."""

    whole: Case
    gone: frozenset[str]
    in_force: Case
    offered: Case
    kept: Case
    told: Case
    shown: Case


def cut_down(case: Case, profile: Profile, use: str | None) -> Steps:
    """Every step of a case on its way to a recipient; `use` is the use of accounts that his document makes."""
    case = with_stricter_levels(read_by_all(case if profile.is_own else without_reviews(case)))
    gone = withdrawn(case)
    in_force = without(without_citations_of(case, gone), gone)
    offered = _offered(in_force, profile)
    allowed = with_text_only(without(offered, left_out(offered, case, profile, use)), profile)
    kept = without_traces(offered, allowed, profile, case)
    kept = without(kept, spoken_of_nowhere(offered, kept))
    told = without_hidden_roles(offered, kept)
    shown = told.model_copy(update={"persons": [as_seen(person, profile) for person in told.persons]})
    return Steps(case, gone, in_force, offered, kept, told, shown)


def case_seen(case: Case, profile: Profile) -> Case:
    """The case alone of a recipient's view, without what is counted beside it."""
    return cut_down(case, profile, None).shown


def left_out(offered: Case, case: Case, profile: Profile, use: str | None) -> set[str]:
    """The ids of what is not for this recipient by itself; what rests on it follows. `case` is the whole of it."""
    return (
        above_level(offered, profile)
        | out_of_scope(offered, profile)
        | kept_secret(offered, profile)
        | {code for each in uses_made(profile, use) for code in without_consent(case, each)}
    )


def uses_made(profile: Profile, use: str | None) -> set[str | None]:
    """The uses that a document for him makes of accounts: what anyone may read is also published."""
    return {use or profile.use, *([profile.use] if profile.is_wide else [])}


def above_level(case: Case, profile: Profile) -> set[str]:
    """A person is never left out, or what he did would vanish with him (see `as_seen`); posts would name him."""
    unseen = {person.id for person in case.persons if not profile.may_see(person.confidentiality)}
    return {entry.id for _, _, entry in case.entities() if not _may_see(profile, entry, unseen)}


def out_of_scope(case: Case, profile: Profile) -> set[str]:
    """What lies outside the sections and roles to which a profile is confined, if it is; here persons go as well."""
    if not profile.sections:
        return set()
    others = {person.id for person in case.persons if not person.has_role(*profile.named)}
    return others | {entry.id for section, _, entry in case.entities() if section not in profile.sections}


def _offered(in_force: Case, profile: Profile) -> Case:
    """Without the work of those who draw up the case, as far as it is not for him."""
    own = in_force if profile.is_own else with_own_permissions(without_records(in_force), profile)
    return own if profile.sees_work else without_internal_work(own)


def _may_see(profile: Profile, entity: Entity, unseen: set[str]) -> bool:
    if isinstance(entity, Posting) and entity.person in unseen:
        return False
    return isinstance(entity, Person) or profile.may_see(entity.confidentiality)
