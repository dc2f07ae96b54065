"""What packages and sidecars say, beside what the case says of the same capture.

`capture-unreadable`: a package or sidecar that is damaged, or is not what its name says; nothing of it was compared.
`capture-damaged`: a package that contradicts itself: a part is missing, or is not the one that was captured. Of a
picture that carries its own manifest a warning: it is as it was found, changed before we had it.
`capture-says-otherwise`: address, day or digest in a package or sidecar that is not the one in the case.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path, PurePath

from referral.custody.captured import auto_archiver, c2pa, json_text, manifest_store, proofmode, wacz
from referral.custody.captured.stated import Stated, StatedDigest, UnreadableError
from referral.diagnostics import Diagnostic, Where, error, warning

_A_DAY = timedelta(days=1)  # a moment in universal time may lie on another day where the case was written
# Endings of paths, and who reads such a file; a file may as well be called nothing but its ending.
_BY_BYTES = {
    ".proof.json": proofmode.read_json,
    ".proof.csv": proofmode.read_csv,
    ".c2pa.json": c2pa.read,
    ".c2pa": manifest_store.read,
    "/metadata.json": auto_archiver.read,
}
_WACZ = ".wacz"
_PICTURES = (".jpg", ".jpeg")  # which may carry a manifest

Period = tuple[date | None, date | None]


@dataclass(frozen=True)
class CapturedFile:
    """A file of an item, and what the case says of the item: addresses, days, digests of its files by name."""

    path: Path
    shown_as: str
    at: Where
    addresses: tuple[str, ...]
    periods: tuple[Period, ...]
    digests: tuple[StatedDigest, ...]


def is_package(path: str) -> bool:
    """Whether a file is one that says something of a capture, by its name."""
    return f"/{path}".casefold().endswith((_WACZ, *_PICTURES, *_BY_BYTES))


def read_package(path: Path) -> Stated | None:
    """What a package or sidecar says; None for a picture alone. UnreadableError or OSError if it cannot be read."""
    name = f"/{path.name}".casefold()
    if name.endswith(_PICTURES):
        return manifest_store.read_jpeg(path)
    if name.endswith(_WACZ):
        return wacz.read(path)
    read = next(read for ending, read in _BY_BYTES.items() if name.endswith(ending))
    with path.open("rb") as stream:
        return read(stream.read(json_text.LARGEST + 1))


def check_captured(files: Iterable[CapturedFile]) -> Iterator[Diagnostic]:
    """`capture-unreadable`, `capture-damaged`, `capture-says-otherwise`"""
    for file in files:
        try:
            stated = read_package(file.path)
        except UnreadableError as failure:
            yield warning(
                file.at(), "capture-unreadable", f'"{file.shown_as}" says nothing that could be read: {failure}'
            )
        except OSError:
            continue  # that it is not there, or cannot be opened, is said by those who check files
        else:
            yield from _compared(file, stated) if stated else ()


def _compared(file: CapturedFile, stated: Stated) -> Iterator[Diagnostic]:
    find = warning if file.shown_as.casefold().endswith(_PICTURES) else error
    for fault in stated.faults:
        yield find(file.at(), "capture-damaged", f'"{file.shown_as}" ({stated.form}) is not sound: {fault}')
    for difference in (*_addresses(file, stated), *_days(file, stated), *_digests(file, stated)):
        message = (
            f'"{file.shown_as}" ({stated.form}) says otherwise than the case: {difference}; find out which is right'
        )
        yield warning(file.at(), "capture-says-otherwise", message)


def _addresses(file: CapturedFile, stated: Stated) -> Iterator[str]:
    if file.addresses and stated.addresses and not set(file.addresses) & set(stated.addresses):
        yield f"the address is {stated.addresses[0]}"


def _days(file: CapturedFile, stated: Stated) -> Iterator[str]:
    if (
        file.periods
        and stated.days
        and not any(_lies_in(day, period) for day in stated.days for period in file.periods)
    ):
        yield f"it was captured on {stated.days[0]}"


def _lies_in(day: date, period: Period) -> bool:
    first, last = period
    return (first is None or first - _A_DAY <= day) and (last is None or day <= last + _A_DAY)


def _digests(file: CapturedFile, stated: Stated) -> Iterator[str]:
    for digest in stated.digests:
        known = [one for one in file.digests if one.algorithm == digest.algorithm and _may_mean(digest, one, file)]
        if known and digest.value not in {one.value for one in known}:
            name = digest.name or "the file that it is about"
            yield f"the {digest.algorithm} of {name} is {digest.value}"


def _may_mean(stated: StatedDigest, recorded: StatedDigest, sidecar: CapturedFile) -> bool:
    """Without a name any file of the item may be meant, but not the sidecar itself."""
    if recorded.name == sidecar.shown_as:
        return False
    return stated.name is None or stated.name == PurePath(recorded.name or "").name
