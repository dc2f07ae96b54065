"""Sign-offs of facts and mappings: which still hold, which are stale and why, what nobody signed off.

One sign-off of the entry as it stands is enough to clear those that are stale; these stay in the file as its history.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from referral.case.model import Case, Fingerprint, Review
from referral.coverage.fingerprints import Fingerprints, Reviewable
from referral.law import Law

SECTIONS = ("facts", "mappings")
PARTS = tuple(Fingerprint.model_fields)


class ReviewState(StrEnum):
    """`stale`: what was signed off has changed since, and nobody signed it off again."""

    REVIEWED = "reviewed"
    STALE = "stale"
    UNREVIEWED = "unreviewed"


@dataclass(frozen=True)
class Reviewed:
    """How one fact or mapping stands. `changed`: of a stale one, what differs from what was signed off last."""

    section: str
    id: str
    state: ReviewState
    changed: tuple[str, ...] = ()


def reviews_of(case: Case, law: Law) -> tuple[Reviewed, ...]:
    """Every fact and mapping that is not withdrawn, in their order; the case as it was written."""
    prints = Fingerprints(case, law)
    return tuple(reviewed(section, entry, prints) for section in SECTIONS for entry in _entries(case, section))


def reviewed(section: str, entry: Reviewable, prints: Fingerprints) -> Reviewed:
    """How one entry stands; what nobody reviewed costs nothing."""
    if not entry.reviews:
        return Reviewed(section, entry.id, ReviewState.UNREVIEWED)
    now = prints.of(entry)
    if any(review.fingerprint == now for review in entry.reviews):
        return Reviewed(section, entry.id, ReviewState.REVIEWED)
    return Reviewed(section, entry.id, ReviewState.STALE, changed_since(entry.reviews[-1], now))


def changed_since(review: Review, now: Fingerprint) -> tuple[str, ...]:
    """The parts of which the digest is another one now."""
    return tuple(part for part in PARTS if getattr(review.fingerprint, part) != getattr(now, part))


def counted(found: Iterable[Reviewed]) -> dict[str, dict[str, int]]:
    """By section, how many entries stand in each state."""
    counts = Counter((one.section, one.state) for one in found)
    return {section: {state.value: counts[section, state] for state in ReviewState} for section in SECTIONS}


def stale(found: Iterable[Reviewed]) -> tuple[Reviewed, ...]:
    """Those that wait to be looked at again."""
    return tuple(one for one in found if one.state is ReviewState.STALE)


def _entries(case: Case, section: str) -> Iterator[Reviewable]:
    for entry in getattr(case, section):
        if not entry.is_withdrawn:
            yield entry
