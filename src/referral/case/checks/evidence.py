"""The files of evidence items: where they lie, what they were made of.

`path-leaves-case`: a path that is absolute, climbs out of the case folder, or leads out of it over a link.
`path-to-case-file`: an evidence path that names the vault or a file of the case itself, which no package may hold.
`derivative-without-parent`: a working copy, redaction, translation or transcript that does not say of what.
`duplicate-file`: a file that stands twice in one item; keep one.
"""

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath, PureWindowsPath

from referral.case.checks.references import circle_in
from referral.case.files import is_vault, lies_below
from referral.case.load import LoadedCase
from referral.case.model import FileObject, Manifest
from referral.case.model.files import DERIVED_ROLES
from referral.diagnostics import Diagnostic, Related, error
from referral.yaml_reader import Loc


def stays_inside(path: str) -> bool:
    """True for a relative path with forward slashes that never climbs; the file itself may still be a link."""
    posix, windows = PurePosixPath(path), PureWindowsPath(path)
    absolute = posix.is_absolute() or windows.is_absolute() or bool(windows.drive) or bool(windows.root)
    return not absolute and "\\" not in path and ".." not in posix.parts


def paths_stay_inside(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`path-leaves-case`, `path-to-case-file`"""
    folder = os.path.realpath(loaded.folder)
    own = {os.path.realpath(path) for path in loaded.origin.paths}
    for place, path in _paths(loaded):
        target = loaded.folder / path
        if not stays_inside(path) or not lies_below(target, folder):
            message = f'the path "{path}" leaves the case folder; put the file below it'
            yield error(loaded.origin.position(place), "path-leaves-case", message)
        elif is_vault(Path(os.path.realpath(target))) or os.path.realpath(target) in own:
            message = f'"{path}" is a file of the case itself; an evidence file lies in the folder files/'
            yield error(loaded.origin.position(place), "path-to-case-file", message)


def derivatives_name_their_parent(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`derivative-without-parent`. A file is made of another of its item, or of the items that its item is made of."""
    items = {item.id: item for _, item in loaded.entries("evidence")}
    for index, item in loaded.entries("evidence"):
        parents = [items[code] for code in item.made_of if code in items]
        paths = {file.path for one in (item, *parents) for file in one.files}
        for number, file in enumerate(item.files):
            place = ("evidence", index, "files", number)
            if file.role in DERIVED_ROLES and not file.derived_from and not parents:
                message = f"a {file.role.value.replace('_', ' ')} must say in derived_from which file it was made of"
                yield error(loaded.origin.position(place), "derivative-without-parent", message)
            elif file.derived_from and (file.derived_from not in paths or file.derived_from == file.path):
                message = f'derived_from names "{file.derived_from}", which is not another file of this item'
                yield error(loaded.origin.position((*place, "derived_from")), "derivative-without-parent", message)


def no_file_stands_twice(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`duplicate-file`"""
    for index, item in loaded.entries("evidence"):
        first: dict[str, int] = {}
        for number, file in enumerate(item.files):
            path = PurePosixPath(file.path).as_posix()  # `./x` is `x`
            if first.setdefault(path, number) != number:
                related = Related(loaded.where("evidence", index, "files", first[path]), "the first is here")
                message = f'the file "{file.path}" stands twice in {item.id}; keep one'
                yield error(loaded.where("evidence", index, "files", number), "duplicate-file", message, None, related)


def no_file_is_made_of_itself(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`circular-reference` among the files of one item"""
    for index, item in loaded.entries("evidence"):
        if circle := circle_in({file.path: [file.derived_from] for file in item.files if file.derived_from}):
            number = next(n for n, file in enumerate(item.files) if file.path in circle)
            message = f"{', '.join(sorted(circle))} lead back to themselves; break the circle"
            place = loaded.where("evidence", index, "files", number, "derived_from")
            yield error(place, "circular-reference", message)


def _paths(loaded: LoadedCase) -> Iterator[tuple[Loc, str]]:
    """Every path to a file of evidence, to a list of them, and to what proves their day, with its place."""
    for index, item in loaded.entries("evidence"):
        for number, file in enumerate(item.files):
            yield from _paths_of(file, ("evidence", index, "files", number))
    for number, manifest in enumerate(loaded.case.case.manifests):
        yield from _paths_of(manifest, ("case", "manifests", number))


def _paths_of(stamped: FileObject | Manifest, place: Loc) -> Iterator[tuple[Loc, str]]:
    yield (*place, "path"), stamped.path
    for number, stamp in enumerate(stamped.timestamps):
        yield (*place, "timestamps", number, "path"), stamp.path
        if stamp.certificates:
            yield (*place, "timestamps", number, "certificates"), stamp.certificates
