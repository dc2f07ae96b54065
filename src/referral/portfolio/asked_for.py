"""The documents that a case asks for: which files `build` would write, from what, and whether they are as it would."""

from collections.abc import Callable, Iterator
from enum import StrEnum
from functools import cache
from pathlib import Path, PurePosixPath

from referral.app.formats import DEFAULT_FORMATS, formats_for
from referral.app.output import OutputFolder
from referral.app.project import Project
from referral.app.target import inputs_of, target_of
from referral.case.model import DocumentRequest
from referral.errors import VaultNotOpenedError
from referral.portfolio.record import DocumentRow
from referral.protection.profiles import INTERNAL


class Built(StrEnum):
    """`unknown`: what it would be made from is not known while the vault is closed."""

    CURRENT = "current"
    STALE = "stale"
    MISSING = "missing"
    UNKNOWN = "unknown"


def documents_of(project: Project, profile: str) -> Iterator[DocumentRow]:
    """For one recipient, or for those who draw up the case, all."""
    for request in project.loaded.case.documents:
        if profile in (INTERNAL, request.profile):
            yield from _files(project, request)


def _files(project: Project, request: DocumentRequest) -> Iterator[DocumentRow]:
    folder = PurePosixPath(project.loaded.case.case.id, request.profile)
    try:
        target = target_of(project, request, Path(), None)
    except VaultNotOpenedError:
        yield DocumentRow(request.profile, str(folder / request.id), "")
        return
    for file_format in formats_for(project, request, DEFAULT_FORMATS):
        inputs = inputs_of(project, request, target.inputs, file_format)
        yield DocumentRow(request.profile, str(folder / target.name(file_format)), inputs)


def built_in(out: Path) -> Callable[[DocumentRow], Built]:
    """How the files below an output folder stand to what is held of the cases, annexes of their own included."""
    folder_of = cache(lambda parent: OutputFolder(out / parent))

    def state(row: DocumentRow) -> Built:
        place = PurePosixPath(row.file)
        folder = folder_of(place.parent)
        if not row.inputs:
            return Built.UNKNOWN
        if not (folder.folder / place.name).exists():
            return Built.MISSING
        names = (place.name, *folder.parts_of(place.name))
        return Built.CURRENT if all(folder.is_current(name, row.inputs) for name in names) else Built.STALE

    return state
