"""The recipient's view: the case and its coverage without what the recipient may not see.

The whole case is assessed first and filtered afterwards, so that a withheld item still counts in a state; what is
left out is counted («n items withheld»). Documents are composed from a view and from nothing else.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from referral.case.model import Case, Person
from referral.coverage import ChargeCoverage, Coverage, ElementCoverage, Item
from referral.protection.consent import without_consent
from referral.protection.identities import as_seen, identities_shown
from referral.protection.profiles import Profile
from referral.protection.vault import Identity
from referral.protection.without import without


@dataclass(frozen=True)
class View:
    """What one recipient may see. `withheld` counts entries left out, by section."""

    profile: Profile
    case: Case
    coverage: Coverage
    identities: dict[str, Identity]
    withheld: dict[str, int]

    @property
    def digest(self) -> str:
        """SHA-256 over the view in canonical form: all that a document can take from it."""
        parts = {
            "profile": self.profile.name,
            "case": self.case.model_dump(mode="json"),
            "coverage": _plain(self.coverage),
            "identities": {k: v.model_dump(mode="json") for k, v in self.identities.items()},
            "withheld": self.withheld,
        }
        text = json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()


def view_for(case: Case, coverage: Coverage, vault: Mapping[str, Identity], profile: Profile, use: str | None) -> View:
    """The view of a recipient. `use` is the use of accounts that the document makes (a consent must allow it)."""
    in_force = without(case, (e.id for _, _, e in case.entities() if e.is_withdrawn))
    hidden = {e.id for _, _, e in in_force.entities() if not _may_see(profile, e)}
    kept = without(in_force, hidden | without_consent(in_force, use or profile.use))
    identities = identities_shown(kept, vault, profile)
    shown = kept.model_copy(update={"persons": [as_seen(person, profile) for person in kept.persons]})
    return View(profile, shown, _filtered(coverage, shown), identities, _withheld(in_force, shown))


def _may_see(profile: Profile, entity: Any) -> bool:
    """A person is never left out, or what he did would vanish with him: see `as_seen`."""
    return isinstance(entity, Person) or profile.may_see(entity.confidentiality)


def _withheld(case: Case, shown: Case) -> dict[str, int]:
    return dict(Counter(section for section, _, entity in case.entities() if entity.id not in shown.by_id))


def _filtered(coverage: Coverage, case: Case) -> Coverage:
    """The coverage of the charges shown. States and origins stay those of the whole case."""
    charges = {charge.id: charge for charge in case.charges}
    whole = [covered for covered in coverage.charges if covered.charge.id in charges]
    kept = [
        ChargeCoverage(charges[covered.charge.id], tuple(_element(e, case) for e in covered.elements))
        for covered in whole
    ]
    withheld = {
        (after.charge.id, e.element.id): len(e.items) - len(seen.items)
        for before, after in zip(whole, kept, strict=True)
        for e, seen in zip(before.elements, after.elements, strict=True)
        if len(seen.items) < len(e.items)
    }
    return Coverage(tuple(kept), tuple(code for code in coverage.orphans if code in case.by_id), withheld)


def _element(covered: ElementCoverage, case: Case) -> ElementCoverage:
    items = tuple(_item(item, case) for item in covered.items if item.mapping.id in case.by_id)
    justified = covered.justified if covered.justified and covered.justified.id in case.by_id else None
    return replace(covered, items=items, justified=justified)


def _item(item: Item, case: Case) -> Item:
    mapping: Any = case.by_id[item.mapping.id]
    return replace(item, mapping=mapping, evidence=tuple(code for code in item.evidence if code in case.by_id))


def _plain(coverage: Coverage) -> list[Any]:
    return [
        [c.charge.id, e.element.id, e.state, e.origins, e.alternatives, [[i.mapping.id, i.evidence] for i in e.items]]
        for c in coverage.charges
        for e in c.elements
    ] + [list(coverage.orphans), sorted([*key, n] for key, n in coverage.withheld.items())]
