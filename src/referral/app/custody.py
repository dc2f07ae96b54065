"""The evidence files of a case and their chains of custody, handed to the room that knows what is wrong with them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from referral.case.checks.evidence import stays_inside
from referral.case.load import LoadedCase, read_case
from referral.case.model import EvidenceItem
from referral.case.model.files import Algorithm, Timestamp, TimestampKind
from referral.custody import (
    Digests,
    Handover,
    Linked,
    Manifest,
    Reader,
    RecordedFile,
    check_chain,
    check_file,
    check_files,
    check_links,
    check_manifests,
    digests_of,
    links_of,
    read_all,
)
from referral.custody.captured.check import CapturedFile, check_captured, is_package
from referral.custody.captured.stated import StatedDigest
from referral.custody.timestamps.check import StampedFile, check_timestamps
from referral.diagnostics import Diagnostic, Position, Where, has_errors, in_order
from referral.errors import InvalidCaseError


def opened_case(path: Path) -> LoadedCase:
    """The case as it is written, whatever its chains are worth. InvalidCaseError if it cannot be read."""
    loaded, findings = read_case(path)
    if loaded is None or has_errors(findings):
        raise InvalidCaseError(in_order(findings))
    return loaded


def check_custody(loaded: LoadedCase, read: Reader = digests_of) -> Iterator[Diagnostic]:
    """Everything that is wrong with files and chains of custody; `read` gives the digests of a file."""
    yield from check_files(recorded_files(loaded), read)
    for index, item in loaded.entries("evidence"):
        if not (item.custody or item.custody_link):
            continue
        yield from check_chain(list(_hands(loaded, index, item)))
        at = loaded.place("evidence", index, "custody_link")
        yield from check_links(item.id, list(_links(loaded, index, item)), item.custody_link, at)
    yield from check_captured(_captured_files(loaded))
    yield from check_manifests(kept_manifests(loaded), recorded_digests(loaded))
    yield from check_timestamps(stamped_files(loaded), read)


def recorded_files(loaded: LoadedCase) -> Iterator[RecordedFile]:
    """The evidence files as the case records them, those left out whose path leaves it."""
    for index, item in loaded.entries("evidence"):
        for number, file in enumerate(item.files):
            if stays_inside(file.path):
                at = loaded.place("evidence", index, "files", number, "path")
                digests = tuple((digest.algorithm.value, digest.value) for digest in file.digests)
                yield RecordedFile(loaded.folder / file.path, file.path, at, digests, file.size)


def _captured_files(loaded: LoadedCase) -> Iterator[CapturedFile]:
    """Packages and sidecars of captures, with what the case says of the item that they belong to."""
    for index, item in loaded.entries("evidence"):
        addresses = tuple(address for one in item.captures for address in (one.url, *one.archive_urls) if address)
        periods = tuple((one.captured_at.earliest, one.captured_at.latest) for one in item.captures if one.captured_at)
        digests = tuple(
            StatedDigest(file.path, digest.algorithm.value, digest.value)
            for file in item.files
            for digest in file.digests
        )
        for number, file in enumerate(item.files):
            if stays_inside(file.path) and is_package(file.path):
                at = loaded.place("evidence", index, "files", number, "path")
                yield CapturedFile(loaded.folder / file.path, file.path, at, addresses, periods, digests)


def stamped_files(loaded: LoadedCase) -> Iterator[StampedFile]:
    """Every timestamp of every file and list; those left out whose paths leave the case."""
    for index, item in loaded.entries("evidence"):
        for number, file in enumerate(item.files):
            for stamp_number, stamp in enumerate(file.timestamps):
                at = loaded.place("evidence", index, "files", number, "timestamps", stamp_number)
                made = item.created.earliest if item.created else None
                yield from _stamped(loaded, file.path, stamp, at, made)
    for number, manifest in enumerate(loaded.case.case.manifests):
        for stamp_number, stamp in enumerate(manifest.timestamps):
            at = partial(loaded.origin.position, ("case", "manifests", number, "timestamps", stamp_number))
            yield from _stamped(loaded, manifest.path, stamp, at)


def _stamped(
    loaded: LoadedCase, path: str, stamp: Timestamp, at: Where, not_before: date | None = None
) -> Iterator[StampedFile]:
    if all(stays_inside(one) for one in (path, stamp.path, stamp.certificates or "")):
        yield StampedFile(
            loaded.folder / path,
            loaded.folder / stamp.path,
            stamp.path,
            at,
            stamp.kind is TimestampKind.RFC3161,
            loaded.folder / stamp.certificates if stamp.certificates else None,
            stamp.block_header,
            (stamp.day.earliest, stamp.day.latest) if stamp.day else None,
            stamp.by,
            not_before,
            loaded.case.case.as_at.latest,
        )


def kept_manifests(loaded: LoadedCase) -> Iterator[Manifest]:
    """The lists of digests that the case keeps; those left out whose paths leave it."""
    for number, manifest in enumerate(loaded.case.case.manifests):
        if stays_inside(manifest.path):
            at = partial(loaded.origin.position, ("case", "manifests", number, "path"))
            yield Manifest(loaded.folder / manifest.path, manifest.path, at)


def recorded_digests(loaded: LoadedCase) -> dict[str, str | None]:
    """By path the SHA-256 that the case records of each evidence file, of withdrawn items too; None if it has none."""
    files = (file for item in loaded.case.evidence for file in item.files)
    return {file.path: next((d.value for d in file.digests if d.algorithm is Algorithm.SHA256), None) for file in files}


def _hands(loaded: LoadedCase, index: int, item: EvidenceItem) -> Iterator[Handover]:
    for number, event in enumerate(item.custody):
        at = loaded.place("evidence", index, "custody", number)
        yield Handover(at, event.agent, event.received_from, event.handed_to)


def _links(loaded: LoadedCase, index: int, item: EvidenceItem) -> Iterator[Linked]:
    for number, event in enumerate(item.custody):
        yield Linked(loaded.place("evidence", index, "custody", number), event.said, event.previous)


@dataclass(frozen=True)
class LinkToWrite:
    """A line that links custody events, and the entry into which it is to be written."""

    item: str
    at: Position
    key: str
    value: str


def links_to_write(loaded: LoadedCase) -> Iterator[LinkToWrite]:
    """The links that are not there yet, or are not those of the events as they stand now."""
    for index, item in loaded.entries("evidence"):
        if item.custody:
            links = links_of(item.id, [event.said for event in item.custody])
            yield from _missing_links(loaded, index, item, links)


def _missing_links(loaded: LoadedCase, index: int, item: EvidenceItem, links: list[str]) -> Iterator[LinkToWrite]:
    for number, (event, link) in enumerate(zip(item.custody[1:], links[:-1], strict=True), start=1):
        if event.previous != link:
            yield LinkToWrite(item.id, loaded.where("evidence", index, "custody", number), "previous", link)
    if item.custody_link != links[-1]:
        yield LinkToWrite(item.id, loaded.where("evidence", index), "custody_link", links[-1])


@dataclass(frozen=True)
class FileState:
    """An evidence file as it is now: its digests, or None if it cannot be read; what is wrong with it, rule by rule."""

    file: RecordedFile
    digests: Digests | None
    wrong: tuple[str, ...]


def states_of_files(loaded: LoadedCase, read: Reader) -> Iterator[FileState]:
    """Every evidence file, in the order of the case."""
    for file, found in read_all(recorded_files(loaded), read):
        wrong = tuple(finding.rule for finding in check_file(file, found))
        yield FileState(file, found if isinstance(found, Digests) else None, wrong)
