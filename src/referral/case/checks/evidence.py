"""The files of evidence items: where they lie, what they were made of, what digest they had on the way.

`path-leaves-case`: a path that is absolute, climbs out of the case folder, or leads out of it over a link.
`path-to-case-file`: an evidence path that names the vault or a file of the case itself, which no package may hold.
`derivative-without-parent`: a working copy, redaction, translation or transcript that does not say of what.
`custody-digest`: the digest after a custody event is that of none of the item's files.
"""

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath, PureWindowsPath

from referral.case.files import is_vault, lies_below
from referral.case.load import LoadedCase
from referral.case.model import FileObject
from referral.case.model.evidence import DERIVED_ROLES
from referral.diagnostics import Diagnostic, error


def stays_inside(path: str) -> bool:
    """True for a relative path with forward slashes that never climbs; the file itself may still be a link."""
    posix, windows = PurePosixPath(path), PureWindowsPath(path)
    absolute = posix.is_absolute() or windows.is_absolute() or bool(windows.drive) or bool(windows.root)
    return not absolute and "\\" not in path and ".." not in posix.parts


def paths_stay_inside(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`path-leaves-case`, `path-to-case-file`"""
    folder = os.path.realpath(loaded.folder)
    own = {os.path.realpath(path) for path in loaded.origin.paths}
    for index, number, file in _files(loaded):
        target, place = loaded.folder / file.path, ("evidence", index, "files", number, "path")
        if not stays_inside(file.path) or not lies_below(target, folder):
            message = f'the path "{file.path}" leaves the case folder; put the file below it'
            yield error(loaded.origin.position(place), "path-leaves-case", message)
        elif is_vault(Path(os.path.realpath(target))) or os.path.realpath(target) in own:
            message = f'"{file.path}" is a file of the case itself; an evidence file lies in the folder files/'
            yield error(loaded.origin.position(place), "path-to-case-file", message)


def derivatives_name_their_parent(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`derivative-without-parent`"""
    for index, item in loaded.entries("evidence"):
        paths = {file.path for file in item.files}
        for number, file in enumerate(item.files):
            place = ("evidence", index, "files", number)
            if file.role in DERIVED_ROLES and not file.derived_from:
                message = f"a {file.role.value.replace('_', ' ')} must say in derived_from which file it was made of"
                yield error(loaded.origin.position(place), "derivative-without-parent", message)
            elif file.derived_from and (file.derived_from not in paths or file.derived_from == file.path):
                message = f'derived_from names "{file.derived_from}", which is not another file of this item'
                yield error(loaded.origin.position((*place, "derived_from")), "derivative-without-parent", message)


def custody_digests_are_of_its_files(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`custody-digest`"""
    for index, item in loaded.entries("evidence"):
        known = {file.digest for file in item.files if file.digest}
        for number, event in enumerate(item.custody):
            if known and event.digest_after and event.digest_after not in known:
                message = (
                    "no file of this item has the digest recorded after this event; the item may have been changed"
                )
                place = loaded.where("evidence", index, "custody", number, "digest_after")
                yield error(place, "custody-digest", message)


def _files(loaded: LoadedCase) -> Iterator[tuple[int, int, FileObject]]:
    for index, item in loaded.entries("evidence"):
        yield from ((index, number, file) for number, file in enumerate(item.files))
