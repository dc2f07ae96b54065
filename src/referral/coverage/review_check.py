"""Rules on sign-offs of facts and mappings.

`sign-off-stale`: a fact or mapping that changed since it was signed off, or what it rests on, or the law, did.
`second-review-missing`: an entry without two reviewers other than who weighed it, if `second_reviewer` is true.
"""

from collections.abc import Iterator
from typing import Any

from referral.case.load import LoadedCase
from referral.coverage.fingerprints import Fingerprints
from referral.coverage.reviews import SECTIONS, ReviewState, reviewed
from referral.diagnostics import Diagnostic, warning
from referral.law import Law

_IN_WORDS = {
    "entry": "the entry itself",
    "facts": "a fact on which it rests",
    "evidence": "an item of evidence on which it rests, or the original of one",
    "law": "the law it is set against, or the edition that governs",
}
_NEW_LINES = "look at it again; `referral review CASE` prints the lines of a new sign-off"


def check_reviews(loaded: LoadedCase, law: Law) -> Iterator[Diagnostic]:
    """Only for a case whose references hold."""
    prints = Fingerprints(loaded.case, law)
    for section in SECTIONS:
        for index, entry in loaded.entries(section):
            yield from _holds(loaded, section, index, entry, prints)
            if loaded.case.case.second_reviewer:
                yield from _is_seen_by_two(loaded, section, index, entry, prints)


def _holds(loaded: LoadedCase, section: str, index: int, entry: Any, prints: Fingerprints) -> Iterator[Diagnostic]:
    """`sign-off-stale`"""
    found = reviewed(section, entry, prints)
    if found.state is ReviewState.STALE:
        last = len(entry.reviews) - 1
        what = "; ".join(_IN_WORDS[part] for part in found.changed)
        message = f"{entry.id} is not what {entry.reviews[last].by} signed off; changed since: {what}"
        yield warning(loaded.where(section, index, "reviews", last), "sign-off-stale", message, _NEW_LINES)


def _is_seen_by_two(
    loaded: LoadedCase, section: str, index: int, entry: Any, prints: Fingerprints
) -> Iterator[Diagnostic]:
    """`second-review-missing`"""
    now = prints.of(entry) if entry.reviews else None
    own = getattr(entry, "by", None)
    others = dict.fromkeys(review.by for review in entry.reviews if review.fingerprint == now and review.by != own)
    if len(others) < 2:
        beside = f" beside {own}, who weighed it" if own else ""
        message = (
            f"{entry.id} needs the sign-off of two reviewers{beside}; it has that of {', '.join(others) or 'nobody'}"
        )
        yield warning(loaded.where(section, index), "second-review-missing", message, _NEW_LINES)
