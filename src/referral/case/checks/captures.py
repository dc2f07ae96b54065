"""Evidence items as recordings: how and when they were captured, and who asked the questions.

`incomplete-capture`: an online item or recording without address, page source or full-page capture (Berkeley, 155).
`capture-not-verified`: a capture of which nobody has confirmed that it holds the content.
`late-capture`: a capture made more than two years after publication.
`publication-date-as-recording-date`: a photo, video or sound whose recording date means the days of its publication.
`party-interview`: an interview made or published by a party to the conflict (low probative value: Leiden, A.7).
"""

from collections.abc import Iterator

from referral.case.load import LoadedCase
from referral.case.model import Capture, EvidenceItem, EvidenceKind
from referral.case.model.evidence import SourceKind
from referral.diagnostics import Diagnostic, warning
from referral.edtf import UncertainDate

_LATE_DAYS = 2 * 365
_RECORDINGS = frozenset({EvidenceKind.PHOTO, EvidenceKind.VIDEO, EvidenceKind.AUDIO})
_ONLINE = frozenset({SourceKind.MEDIA, SourceKind.SOCIAL_ACCOUNT})


def open_source_items_are_captured(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`incomplete-capture`"""
    online = {source.id for _, source in loaded.entries("sources") if source.kind in _ONLINE}
    for index, item in loaded.entries("evidence"):
        lacking = _lacking(item.captures) if _is_open_source(item, online) else []
        if lacking:
            message = f"{item.id} has no {', no '.join(lacking)}; documents will print a placeholder"
            yield warning(loaded.where("evidence", index), "incomplete-capture", message)


def _is_open_source(item: EvidenceItem, online: set[str]) -> bool:
    """Recordings count by where they come from: a photo may as well be taken by an investigator."""
    is_from_there = bool(item.captures) or item.publisher is not None or item.source in online
    return item.kind is EvidenceKind.DIGITAL_OPEN_SOURCE or (item.kind in _RECORDINGS and is_from_there)


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
        if item.kind in _RECORDINGS and item.created and _mean_the_same(item.created, item.published):
            message = "the recording date equals the publication date; state when it was recorded, or leave it out"
            yield warning(loaded.where("evidence", index, "created"), "publication-date-as-recording-date", message)


def _mean_the_same(one: UncertainDate, other: UncertainDate | None) -> bool:
    """Whether two dates mean the same days, however they are written."""
    return other is not None and (one.earliest, one.latest) == (other.earliest, other.latest)


def party_interviews(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`party-interview`"""
    parties = {source.id for _, source in loaded.entries("sources") if source.party_to_conflict}
    for index, item in loaded.entries("evidence"):
        is_by_party = item.taken_by_party_to_conflict or item.source in parties
        if is_by_party and (item.account or item.interviewee_in_custody):
            key = "taken_by_party_to_conflict" if item.taken_by_party_to_conflict else "source"
            message = "an interview made by a party to the conflict has little weight alone; look for another source"
            yield warning(loaded.where("evidence", index, key), "party-interview", message)
