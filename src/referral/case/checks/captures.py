"""Evidence items as recordings: how and when they were captured, and who asked the questions.

`incomplete-capture`: an open-source item without address, page source or full-page capture (Berkeley Protocol, 155).
`capture-not-verified`: a capture of which nobody has confirmed that it holds the content.
`late-capture`: a capture made more than two years after publication.
`publication-date-as-recording-date`: a photo, video or sound whose recording date equals its publication date.
`party-interview`: an interview made by a party to the conflict (low probative value: Leiden Guidelines A.7).
"""

from collections.abc import Iterator

from referral.case.load import LoadedCase
from referral.case.model import Capture, EvidenceItem, EvidenceKind
from referral.diagnostics import Diagnostic, warning

_LATE_DAYS = 2 * 365
_RECORDINGS = frozenset({EvidenceKind.PHOTO, EvidenceKind.VIDEO, EvidenceKind.AUDIO})


def open_source_items_are_captured(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`incomplete-capture`"""
    for index, item in loaded.entries("evidence"):
        lacking = _lacking(item.captures) if item.kind is EvidenceKind.DIGITAL_OPEN_SOURCE else []
        if lacking:
            message = f"{item.id} has no {', no '.join(lacking)}; documents will print a placeholder"
            yield warning(loaded.where("evidence", index), "incomplete-capture", message)


def _lacking(captures: list[Capture]) -> list[str]:
    wanted = {
        "address": any(c.url for c in captures),
        "page source": any(c.html_source for c in captures),
        "full-page capture": any(c.full_page for c in captures),
    }
    return [what for what, is_there in wanted.items() if not is_there]


def captures_are_verified(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`capture-not-verified`, `late-capture`"""
    for index, item in loaded.entries("evidence"):
        for number, capture in enumerate(item.captures):
            place = loaded.where("evidence", index, "captures", number)
            if not capture.content_verified:
                message = "nobody has confirmed that this capture holds the content; look and set content_verified"
                yield warning(place, "capture-not-verified", message)
            if _is_late(item, capture):
                message = f"captured more than two years after publication ({item.published}); say why"
                yield warning(place, "late-capture", message)


def _is_late(item: EvidenceItem, capture: Capture) -> bool:
    published, captured = item.published, capture.captured_at
    if not (published and published.latest and captured and captured.earliest):
        return False
    return (captured.earliest - published.latest).days > _LATE_DAYS


def recording_dates_are_not_publication_dates(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`publication-date-as-recording-date`"""
    for index, item in loaded.entries("evidence"):
        if item.kind in _RECORDINGS and item.created and item.created == item.published:
            message = "the recording date equals the publication date; state when it was recorded, or leave it out"
            yield warning(loaded.where("evidence", index, "created"), "publication-date-as-recording-date", message)


def party_interviews(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`party-interview`"""
    for index, item in loaded.entries("evidence"):
        if item.taken_by_party_to_conflict and (item.account or item.interviewee_in_custody):
            message = "an interview made by a party to the conflict has little weight alone; look for another source"
            yield warning(loaded.where("evidence", index, "taken_by_party_to_conflict"), "party-interview", message)
