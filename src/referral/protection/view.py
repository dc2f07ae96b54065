"""The recipient's view: the case and its coverage without what the recipient may not see.

The whole case is assessed first and filtered afterwards, so that a withheld item still counts in a state; what is
left out is counted («n items withheld»). Documents are composed from a view and from nothing else.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from referral.case.checks.absent import gaps_in_ids, ids_not_there
from referral.case.in_force import withdrawn, without_citations_of
from referral.case.model import Case, Entity, Person, Posting
from referral.case.shared import read_by_all
from referral.coverage import Coverage
from referral.protection.consent import agreed, without_consent
from referral.protection.coverage_seen import coverage_seen, plain_coverage
from referral.protection.identities import as_seen, identities_shown
from referral.protection.internal_work import ANSWERS, without_answers, without_internal_work
from referral.protection.pictures import pictures_seen
from referral.protection.profiles import Profile
from referral.protection.traces import without_traces
from referral.protection.vault import Identity
from referral.protection.without import without


@dataclass(frozen=True)
class View:
    """What one recipient may see. `withheld` counts entries left out, by section.

    `cut` names, by entry, the fields of which the recipient sees less than the case holds. `missing_ids` are gaps in
    the runs of ids of those sections that he sees whole; of the others `unseen` counts the ids that are not there, for
    what is hidden from him and what does not exist must look the same. `fallen` are entries that are gone because what
    they rest on was withdrawn.
    """

    profile: Profile
    case: Case
    coverage: Coverage
    identities: dict[str, Identity]
    withheld: dict[str, int]
    cut: frozenset[tuple[str, str]] = frozenset()
    missing_ids: tuple[str, ...] = ()
    unseen: dict[str, int] = field(default_factory=dict)
    fallen: tuple[str, ...] = ()
    pictures: frozenset[str] = frozenset()  # paths of the files whose picture his documents may show

    def for_filing(self) -> "View":
        """The view without answers to the questions of the library, which are in no document but a working paper."""
        withheld = {section: n for section, n in self.withheld.items() if section != ANSWERS}
        return replace(self, case=without_answers(self.case), withheld=withheld)

    @property
    def digest(self) -> str:
        """SHA-256 over the view in canonical form: all that a document can take from it."""
        parts = {
            "profile": self.profile.name,
            "case": self.case.model_dump(mode="json"),
            "coverage": plain_coverage(self.coverage),
            "identities": {k: v.model_dump(mode="json") for k, v in self.identities.items()},
            "withheld": self.withheld,
            "cut": sorted(self.cut),
            "missing_ids": self.missing_ids,
            "unseen": self.unseen,
            "fallen": self.fallen,
            "pictures": sorted(self.pictures),
        }
        text = json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()


def view_for(
    case: Case,
    coverage: Coverage,
    vault: Mapping[str, Identity],
    profile: Profile,
    use: str | None,
    filer: str | None = None,
) -> View:
    """The view of a recipient. `use` is the use of accounts that the document makes (a consent must allow it).

    `filer` is the person who files the document himself; he is named in it, if he agreed to this use.
    """
    case = read_by_all(case)
    gone, in_force, offered, kept, shown = _cut_down(case, profile, use)
    missing, unseen = _gaps(case, in_force, kept)
    return View(
        profile=profile,
        case=shown,
        coverage=coverage_seen(coverage, shown),
        identities=identities_shown(kept, vault, profile, filer if agreed(filer, kept, use or profile.use) else None),
        withheld=_withheld(offered, kept),
        cut=_cut(in_force, kept),
        missing_ids=missing,
        unseen=unseen,
        fallen=tuple(_fallen(case, gone, profile)) if profile.sees_work else (),
        pictures=pictures_seen(shown, profile),
    )


def case_seen(case: Case, profile: Profile) -> Case:
    """The case alone of a recipient's view, without what is counted beside it."""
    return _cut_down(read_by_all(case), profile, None).shown


class _Steps(NamedTuple):
    """A case on its way to what is shown of it."""

    gone: frozenset[str]
    in_force: Case
    offered: Case
    kept: Case
    shown: Case


def _cut_down(case: Case, profile: Profile, use: str | None) -> _Steps:
    gone = withdrawn(case)
    in_force = without(without_citations_of(case, gone), gone)
    offered = in_force if profile.sees_work else without_internal_work(in_force)
    uses = {use or profile.use, *([profile.use] if profile.is_wide else [])}  # what anyone may read is also published
    silent = {code for each in uses for code in without_consent(case, each)}
    allowed = without(offered, _hidden(offered, profile) | silent)
    kept = without_traces(offered, allowed, profile)
    shown = kept.model_copy(update={"persons": [as_seen(person, profile) for person in kept.persons]})
    return _Steps(gone, in_force, offered, kept, shown)


def _fallen(case: Case, gone: frozenset[str], profile: Profile) -> Iterator[str]:
    """Mappings are not named: they follow what they map."""
    for section, _, entry in case.entities():
        if entry.id in gone and not entry.is_withdrawn and section != "mappings":
            yield from [entry.id] if profile.may_see(entry.confidentiality) else []


def _hidden(case: Case, profile: Profile) -> set[str]:
    """A person is never left out, or what he did would vanish with him (see `as_seen`); posts would name him."""
    unseen = {person.id for person in case.persons if not profile.may_see(person.confidentiality)}
    return {e.id for _, _, e in case.entities() if not _may_see(profile, e, unseen)} | _out_of_scope(case, profile)


def _out_of_scope(case: Case, profile: Profile) -> set[str]:
    """What lies outside the sections and roles to which a profile is confined, if it is; here persons go as well."""
    if not profile.sections:
        return set()
    others = {person.id for person in case.persons if not person.has_role(*profile.named)}
    return others | {entry.id for section, _, entry in case.entities() if section not in profile.sections}


def _may_see(profile: Profile, entity: Entity, unseen: set[str]) -> bool:
    if isinstance(entity, Posting) and entity.person in unseen:
        return False
    return isinstance(entity, Person) or profile.may_see(entity.confidentiality)


def _withheld(case: Case, shown: Case) -> dict[str, int]:
    return dict(Counter(section for section, _, entity in case.entities() if entity.id not in shown.by_id))


def _gaps(case: Case, in_force: Case, kept: Case) -> tuple[tuple[str, ...], dict[str, int]]:
    """Of sections seen whole the gaps of the case, for a withdrawn entry leaves none; of others those of the view.

    What a recipient may not see must not show in what he does: were its id another, the gaps of a view are the same.
    Gaps among answers are left to `check`: what is filed has no answers.
    """
    partial = {section for section, _, entity in in_force.entities() if entity.id not in kept.by_id} - {ANSWERS}
    missing = tuple(gap for section, _, gap in gaps_in_ids(case) if section not in {*partial, ANSWERS})
    return missing, {section: count for section, count in ids_not_there(kept).items() if section in partial}


def _cut(case: Case, shown: Case) -> frozenset[tuple[str, str]]:
    """Before persons are reduced to their codes: what was recorded of such a person stays unsaid."""
    pairs = ((case.by_id[entity.id], entity) for _, _, entity in shown.entities())
    changed = ((before, after) for before, after in pairs if before is not after)
    return frozenset(
        (after.id, name)
        for before, after in changed
        for name in type(after).model_fields
        if _holds_less(getattr(after, name), getattr(before, name))
    )


def _holds_less(after: Any, before: Any) -> bool:
    """A list that is shorter, a value that is gone."""
    return len(after) < len(before) if isinstance(before, list) else after is None and before is not None
