"""What an evidence item shows of what published standards ask of captures and recordings; code decides nothing.

What each word of `law.model.capture.Kept` means in a case stands here, in one line for each.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from referral.case.model import Capture, Case, EvidenceItem, EvidenceKind
from referral.case.model.files import FileRole
from referral.law import Law, Status
from referral.law.model import Captured, CaptureRequirement, Kept

_RECORDINGS = frozenset({EvidenceKind.PHOTO, EvidenceKind.VIDEO, EvidenceKind.AUDIO})
_UNTOUCHED = frozenset({FileRole.ORIGINAL, FileRole.EVIDENTIARY_COPY})


@dataclass(frozen=True)
class CaptureMet:
    """A requirement and whether the item shows it."""

    requirement: CaptureRequirement
    is_shown: bool


def captures_met(item: EvidenceItem, law: Law) -> tuple[CaptureMet, ...]:
    """Every requirement that belongs to an item of this kind, in the order of the library."""
    asked = (one for one in law.capture_requirements if _BELONGS[one.of](item))
    return tuple(CaptureMet(one, _SHOWN[one.shown_by](item)) for one in asked)


@dataclass(frozen=True)
class Unmet:
    """What a standard itself calls a minimum, and the items that do not show it."""

    requirement: CaptureRequirement
    items: tuple[str, ...]


def unmet_minimums(case: Case, law: Law) -> tuple[Unmet, ...]:
    """In the order of the library, the items in that of the case; what is not known for certain asks for nothing."""
    items = [item for item in case.evidence if not item.is_withdrawn]
    minimums = (one for one in law.capture_requirements if one.minimum and one.status is not Status.UNCERTAIN)
    found = (Unmet(one, tuple(item.id for item in items if _lacks(item, one))) for one in minimums)
    return tuple(unmet for unmet in found if unmet.items)


def _lacks(item: EvidenceItem, asked: CaptureRequirement) -> bool:
    return _BELONGS[asked.of](item) and not _SHOWN[asked.shown_by](item)


def is_online(item: EvidenceItem) -> bool:
    """Whether it was captured from the network, or should have been."""
    return item.kind is EvidenceKind.DIGITAL_OPEN_SOURCE or bool(item.captures)


_BELONGS: Mapping[Captured, Callable[[EvidenceItem], bool]] = {
    Captured.ONLINE: is_online,
    Captured.RECORDING: lambda item: item.kind in _RECORDINGS,
}


def _in_a_capture(has: Callable[[Capture], object]) -> Callable[[EvidenceItem], bool]:
    """What one page asks for may stand in several captures of it."""
    return lambda item: any(has(capture) for capture in item.captures)


_SHOWN: Mapping[Kept, Callable[[EvidenceItem], bool]] = {
    Kept.ADDRESS: _in_a_capture(lambda capture: capture.url),
    Kept.PAGE_SOURCE: _in_a_capture(lambda capture: capture.html_source),
    Kept.FULL_PAGE: _in_a_capture(lambda capture: capture.full_page),
    Kept.MOMENT: _in_a_capture(lambda capture: capture.captured_at),
    Kept.MEDIA: _in_a_capture(lambda capture: capture.embedded_media),
    Kept.METADATA: _in_a_capture(lambda capture: capture.embedded_metadata),
    Kept.CONTEXT: _in_a_capture(lambda capture: capture.context),
    Kept.COLLECTOR: _in_a_capture(lambda capture: capture.collector),
    Kept.COLLECTION_DATA: _in_a_capture(lambda capture: capture.collection_data),
    Kept.TOOL: _in_a_capture(lambda capture: capture.tool),
    Kept.DIGEST: lambda item: any(file.digests for file in item.files),
    Kept.VERIFIED: _in_a_capture(lambda capture: capture.content_verified),
    Kept.UNTOUCHED: lambda item: any(file.role in _UNTOUCHED and file.digests for file in item.files),
    Kept.CUSTODY: lambda item: bool(item.custody),
    Kept.WHOLE: lambda item: item.excerpt_of is None,
    Kept.RECORDING_DATE: lambda item: item.created is not None,
    Kept.MAKER: lambda item: item.author is not None,
}
