"""Sign-offs of the whole case in words, for those who draw it up: how many hold, which are stale, and why."""

from referral.coverage.reviews import counted, stale
from referral.report.telling import Teller


def counts_told(tell: Teller) -> dict[str, str]:
    """By section, where the view tells of them."""
    counts = counted(tell.view.reviews) if tell.view.reviews else {}
    return {section: tell.words("report.reviews", **found) for section, found in counts.items()}


def stale_told(tell: Teller) -> dict[str, str]:
    """What must be looked at again, by its id, with what has changed of what was signed off."""
    found = stale(tell.view.reviews)
    return {one.id: "; ".join(tell.words(f"report.changed.{part}") for part in one.changed) for one in found}
