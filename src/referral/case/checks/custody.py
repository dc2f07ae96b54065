"""Chains of custody and the copies of an item, as the case itself records them; no file is opened.

`custody-before-capture`: an event of an item from the network that lies before it was captured.
`custody-before-role`: an event at which a person of the case acts who had no role yet, or none any more.
`custody-digest`: the digest after an event is that of none of the item's files, or not that with which the next began.
`copy-differs`: an evidentiary copy that has not the digest of what it was copied from.
`nothing-redacted`: a redaction that has the digest of what it was made of.
`same-digest`: two originals of one item with one digest; one of them is a copy.
"""

from collections.abc import Iterator
from itertools import combinations, pairwise
from pathlib import PurePosixPath

from referral.case.load import LoadedCase
from referral.case.model import EvidenceItem, EvidenceKind, FileObject, Person
from referral.case.model.custody import CustodyEvent
from referral.case.model.files import Digest, FileRole
from referral.case.model.people import Role
from referral.diagnostics import Diagnostic, Related, error, warning
from referral.edtf import UncertainDate, certainly_before


def custody_begins_with_the_capture(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`custody-before-capture`"""
    for index, item in loaded.entries("evidence"):
        captured = [capture.captured_at for capture in item.captures if capture.captured_at]
        is_online = item.kind is EvidenceKind.DIGITAL_OPEN_SOURCE and captured
        for number, event in enumerate(item.custody if is_online else ()):
            if event.at and all(certainly_before(event.at, date) for date in captured):
                message = f"this event ({event.at}) lies before the item was captured ({captured[0]}); one is wrong"
                yield error(loaded.where("evidence", index, "custody", number), "custody-before-capture", message)


def agents_act_in_their_role(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`custody-before-role`"""
    persons: dict[str, Person] = {person.id: person for _, person in loaded.entries("persons")}
    for index, item in loaded.entries("evidence"):
        for number, event in enumerate(item.custody):
            person = persons.get(event.agent or "")
            if person and event.at and not any(_may_hold(role, event.at) for role in person.roles):
                message = f"{person.id} acts here on {event.at}, on which the case gives this person no role"
                yield warning(loaded.where("evidence", index, "custody", number), "custody-before-role", message)


def _may_hold(role: Role, day: UncertainDate) -> bool:
    is_too_early = role.start is not None and certainly_before(day, role.start)
    return not is_too_early and not (role.end is not None and certainly_before(role.end, day))


def digests_follow_the_item(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`custody-digest`"""
    for index, item in loaded.entries("evidence"):
        for number, field, message in (*_of_no_file(item), *_changed_between(item.custody)):
            yield error(loaded.where("evidence", index, "custody", number, field), "custody-digest", message)


def _of_no_file(item: EvidenceItem) -> Iterator[tuple[int, str, str]]:
    known = [digest for file in item.files for digest in file.digests]
    for number, event in enumerate(item.custody):
        after = event.digest_after
        if after and any(digest.algorithm is after.algorithm for digest in known) and after not in known:
            message = "no file of this item has the digest recorded after this event; the item may have been changed"
            yield number, "digest_after", message


def _changed_between(events: list[CustodyEvent]) -> Iterator[tuple[int, str, str]]:
    for number, (before, after) in enumerate(pairwise(events), start=1):
        if _differ(before.digest_after, after.digest_before):
            message = "the digest before this event is not that after the event before; the item was changed in between"
            yield number, "digest_before", message


def _differ(one: Digest | None, other: Digest | None) -> bool:
    """True if both are known, by one algorithm, and not the same."""
    return bool(one and other and one.algorithm is other.algorithm and one != other)


def copies_are_what_they_are_called(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`copy-differs`, `nothing-redacted`"""
    for index, item in loaded.entries("evidence"):
        by_path = {file.path: file for file in item.files}
        for number, file in enumerate(item.files):
            parent = by_path.get(file.derived_from or "")
            if parent and (found := _wrong_with(file, parent)):
                rule, message = found
                related = Related(loaded.where("evidence", index, "files", item.files.index(parent)), "made of this")
                yield error(loaded.where("evidence", index, "files", number), rule, message, None, related)


def _wrong_with(file: FileObject, parent: FileObject) -> tuple[str, str] | None:
    pairs = [(one, other) for one in file.digests for other in parent.digests if one.algorithm is other.algorithm]
    if file.role is FileRole.EVIDENTIARY_COPY and any(one != other for one, other in pairs):
        return "copy-differs", f'"{file.path}" is called an untouched copy, but has another digest than its original'
    if file.role is FileRole.REDACTED and any(one == other for one, other in pairs):
        return "nothing-redacted", f'"{file.path}" is called a redaction, but is bit for bit what it was made of'
    return None


def originals_are_not_alike(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`same-digest`"""
    for index, item in loaded.entries("evidence"):
        originals = [(n, file) for n, file in enumerate(item.files) if file.role is FileRole.ORIGINAL]
        for (first, one), (second, other) in combinations(originals, 2):
            is_one_file = PurePosixPath(one.path) == PurePosixPath(other.path)  # which stands twice
            if set(one.digests) & set(other.digests) and not is_one_file:
                message = f'"{one.path}" and "{other.path}" are the same bits; give one of them its role as a copy'
                related = Related(loaded.where("evidence", index, "files", first), "the first is here")
                yield warning(loaded.where("evidence", index, "files", second), "same-digest", message, None, related)
