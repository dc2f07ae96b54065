"""What a sign-off signs: digests of a fact or a mapping, of what it rests on, and of the law it is set against.

Only what an entry says counts. Through whose hands an item went, what proves since when we hold it, and where our
reading of the law was checked last, does not. Keys at their defaults are left out, so that a new key of the format
makes nothing stale (docs/decisions/0012).
"""

import hashlib
import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from pydantic import BaseModel

from referral.case.model import Case, Charge, Entity, EvidenceItem, Fact, Fingerprint, Mapping
from referral.case.reachable import reachable
from referral.coverage.applicable import days_of
from referral.law import Law
from referral.law.model import Claim, Dated

Reviewable = Fact | Mapping

_OF_REVIEWERS = ("reviews", "reviewed_by", "reviewed_on")
_OF_KEEPERS = ("custody", "custody_link", "release_permissions")
_OF_FILES = {
    "files": {"__all__": {"size", "second_digest", "timestamps"}}
}  # the first digest says which bits are meant
_NOT_SIGNED: dict[str, Any] = {**dict.fromkeys((*_OF_REVIEWERS, *_OF_KEEPERS), True), **_OF_FILES}
_OF_LIBRARIANS = {*Claim.model_fields, "means_of_proof"}
_OF_PROVISION = {
    "id",
    "parent",
    "kind",
    "number",
    "title",
    "since",
    "until",
}  # beside its editions; the rest is our aid


class Fingerprints:
    """Those of the entries of a case under a law, as the case was written. The case must be free of errors."""

    def __init__(self, case: Case, law: Law) -> None:
        self._case, self._law = case, law
        self._digests: dict[str, str] = {}
        self._elements: dict[tuple[str, str], dict[str, Any]] = {}

    def of(self, entry: Reviewable) -> Fingerprint:
        facts = sorted(self._facts_behind(entry))
        law = list(self._law_of(entry)) if isinstance(entry, Mapping) else []
        return Fingerprint(
            entry=self._digest(entry),
            facts=self._digest_of_all(facts) if facts else None,
            evidence=self._digest_of_all(sorted(self._evidence_behind(entry, facts))),
            law=_digest(law) if law else None,
        )

    def _facts_behind(self, entry: Reviewable) -> set[str]:
        """The fact that is mapped, and all from which it, or the entry, was concluded."""
        found: set[str] = set()
        waiting = [entry.fact] if isinstance(entry, Mapping) else list(entry.inferred_from)
        while waiting:
            code = waiting.pop()
            fact = self._case.by_id.get(code or "")
            if isinstance(fact, Fact) and fact.id not in found:
                found.add(fact.id)
                waiting += fact.inferred_from
        return found - {entry.id}

    def _evidence_behind(self, entry: Reviewable, facts: list[str]) -> set[str]:
        told = [entry, *(self._case.by_id[code] for code in facts)]
        cited = {citation.evidence for one in told if isinstance(one, Fact) for citation in one.citations}
        weighed = {entry.evidence} if isinstance(entry, Mapping) and entry.evidence else set()
        return reachable(cited | weighed, self._originals_of)

    def _originals_of(self, code: str) -> list[str]:
        """The items of which this one is a translation, a transcript or a part."""
        item = self._case.by_id[code]
        return item.made_of if isinstance(item, EvidenceItem) else []

    def _digest_of_all(self, codes: list[str]) -> str:
        return _digest([self._digest(self._case.by_id[code]) for code in codes])

    def _digest(self, entry: Entity) -> str:
        if entry.id not in self._digests:
            self._digests[entry.id] = _digest(_plain(entry, exclude=_NOT_SIGNED))
        return self._digests[entry.id]

    def _law_of(self, mapping: Mapping) -> Iterator[Any]:
        """Element, provision and its editions that govern, of every charge for which the mapping holds."""
        yield self._element(mapping.charge, mapping.element)
        for reading in mapping.read_by:
            yield self._element(reading.charge, reading.element or mapping.element)

    def _element(self, charge: str, element: str) -> dict[str, Any]:
        if (charge, element) not in self._elements:
            self._elements[charge, element] = self._read_element(charge, element)
        return self._elements[charge, element]

    def _read_element(self, charge: str, element: str) -> dict[str, Any]:
        provision = self._law.provision_of(element)
        home, days = self._law.home_of_text(provision.id), self._days_of(charge)
        return {
            "element": _plain(self._law.element(element), exclude=_OF_LIBRARIANS),
            "provision": _plain(provision, include=_OF_PROVISION),
            "editions": [
                _plain(text, exclude=_OF_LIBRARIANS)
                for text in (*home.texts, *provision.titles)
                if _governs(text, days)
            ],
        }

    def _days_of(self, charge: str) -> list[date]:
        found = self._case.by_id[charge]
        return days_of(found, self._case) if isinstance(found, Charge) else []


def _plain(entry: BaseModel, **chosen: Any) -> dict[str, Any]:
    told: dict[str, Any] = entry.model_dump(mode="json", exclude_defaults=True, **chosen)
    return told


def _governs(text: Dated, days: list[date]) -> bool:
    """Whether an edition holds on some day of a charge; of a charge without days, every edition may."""
    if not days:
        return True
    return (text.since is None or text.since <= days[-1]) and (text.until is None or days[0] <= text.until)


def _digest(data: Any) -> str:
    """SHA-256 over canonical JSON."""
    return hashlib.sha256(
        json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    ).hexdigest()
