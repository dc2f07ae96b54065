"""The recipient's view: the case and its coverage without what the recipient may not see.

The whole case is assessed first and filtered afterwards, so that a withheld item still counts in a state; what is
left out is counted («n items withheld»). Documents are composed from a view and from nothing else.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from referral.case.checks.absent import gaps_in_ids, ids_not_there
from referral.case.model import Case, Model
from referral.coverage import Coverage
from referral.coverage.reviews import Reviewed
from referral.protection.codes import AS_IN_THE_CASE, Codes
from referral.protection.consent import agreed
from referral.protection.coverage_seen import coverage_seen, plain_coverage
from referral.protection.cut_down import cut_down
from referral.protection.identities import identities_shown
from referral.protection.internal_work import ANSWERS, without_answers, without_reviews
from referral.protection.pictures import pictures_seen
from referral.protection.profiles import Profile
from referral.protection.vault import Identity


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
    codes: Codes = AS_IN_THE_CASE  # of his own; the case of the view has been written in them
    codes_of_others: Mapping[str, Codes] = field(default_factory=dict)  # by profile, for those who draw up the case
    reviews: tuple[Reviewed, ...] = ()  # how facts and mappings were signed off, for the same

    def for_filing(self) -> "View":
        """The view without answers to the questions of the library and without sign-offs, which are in working papers
        alone."""
        withheld = {section: n for section, n in self.withheld.items() if section != ANSWERS}
        case = without_reviews(without_answers(self.case))
        return replace(self, case=case, withheld=withheld, reviews=())

    @property
    def digest(self) -> str:
        """SHA-256 over the view in canonical form: all that a document can take from it."""
        parts = {
            "profile": self.profile.name,
            "case": self.case.model_dump(),
            "coverage": plain_coverage(self.coverage),
            "identities": {k: v.model_dump() for k, v in self.identities.items()},
            "withheld": self.withheld,
            "cut": sorted(self.cut),
            "missing_ids": self.missing_ids,
            "unseen": self.unseen,
            "fallen": self.fallen,
            "pictures": sorted(self.pictures),
            "reviews": [[one.section, one.id, one.state, *one.changed] for one in self.reviews],
            "codes_of_others": {name: dict(codes.by_id) for name, codes in self.codes_of_others.items()},
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
    whole, gone, in_force, offered, kept, told, shown = cut_down(case, profile, use)
    missing, unseen = _gaps(whole, in_force, kept)
    return View(
        profile=profile,
        case=shown,
        coverage=coverage_seen(coverage, shown),
        identities=identities_shown(kept, vault, profile, filer if agreed(filer, kept, use or profile.use) else None),
        withheld=_withheld(offered, kept),
        cut=_cut(in_force, told),
        missing_ids=missing,
        unseen=unseen,
        fallen=tuple(_fallen(whole, gone, profile)) if profile.sees_work else (),
        pictures=pictures_seen(shown, profile),
    )


def _fallen(case: Case, gone: frozenset[str], profile: Profile) -> Iterator[str]:
    """Mappings are not named: they follow what they map."""
    for section, _, entry in case.entities():
        if entry.id in gone and not entry.is_withdrawn and section != "mappings":
            yield from [entry.id] if profile.may_see(entry.confidentiality) else []


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
    """A list that is shorter, a part of which something is gone, a value that is gone."""
    if isinstance(before, list):
        return len(after) < len(before) or any(map(_holds_less, after, before))
    if isinstance(after, Model) and after is not before:
        return any(_holds_less(getattr(after, name), getattr(before, name)) for name in type(after).model_fields)
    return after is None and before is not None
