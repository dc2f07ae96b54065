"""The evidence files of a bundle: what its recipient is handed of each, under which name, and the index of all."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path, PurePosixPath

from referral.app.pictures import picture_reader
from referral.app.project import Project
from referral.bundling.bag import PAYLOAD
from referral.bundling.index import Row
from referral.bundling.names import distinct
from referral.bundling.part import Part, part
from referral.case.model import FileObject, Manifest
from referral.composition.scene import PictureReader
from referral.custody.manifests import listed_in
from referral.errors import WriteError
from referral.protection.files_seen import Form, HandedFile, files_seen, manifests_seen
from referral.protection.view import View

_FOLDER = f"{PAYLOAD}evidence"
_LISTS = f"{PAYLOAD}manifests"


@dataclass(frozen=True)
class Exhibit:
    """One file of an item; `part` is None if it is not handed over."""

    handed: HandedFile
    part: Part | None


@dataclass(frozen=True)
class HandedManifests:
    """Lists of digests that are handed over; the parts of these and of what proves their day, by path in the case."""

    lists: Sequence[Manifest]
    parts: Mapping[str, Part]


def exhibits(project: Project, view: View) -> list[Exhibit]:
    """Every file of the items that a recipient sees, in the order of the case."""
    identified = view.codes.in_identities(project.vault.identities)
    picture, places = picture_reader(project.loaded, view), _places(project, view)
    found: list[Exhibit] = []
    evidence = {view.codes.in_text(file.path) for item in project.loaded.case.evidence for file in item.files}
    seen = (handed for handed in files_seen(view, identified) if not _is_of_another(handed, evidence))
    for _, of_item in groupby(seen, lambda handed: handed.item.id):
        found += _of_item(list(of_item), places, picture)
    return found


def _is_of_another(handed: HandedFile, evidence: Collection[str]) -> bool:
    """Whether it is named as a proof here and is evidence of another item, which has a rule of its own."""
    return handed.file.path in evidence and handed.file.path not in {file.path for file in handed.item.files}


def _places(project: Project, view: View) -> dict[str, Path]:
    """Where each file is, and what proves its day, by the path that the recipient reads."""
    case = project.loaded.case
    files = (file for item in case.evidence for file in item.files)
    stamped: list[FileObject | Manifest] = [*files, *case.case.manifests]
    paths = (
        path for one in stamped for path in (one.path, *(path for stamp in one.timestamps for path in stamp.paths))
    )
    return {view.codes.in_text(path): project.loaded.folder / path for path in paths}


def _of_item(files: Sequence[HandedFile], places: Mapping[str, Path], picture: PictureReader) -> Iterator[Exhibit]:
    sources = [_source(handed, places, picture) for handed in files]
    names = distinct(_name(handed, source) for handed, source in zip(files, sources, strict=True))
    for handed, source, name in zip(files, sources, names, strict=True):
        path = f"{_FOLDER}/{handed.item.id}/{name}"
        yield Exhibit(handed, part(path, source[0]) if source else None)


def _source(handed: HandedFile, places: Mapping[str, Path], picture: PictureReader) -> tuple[bytes | Path, str] | None:
    """Where the bytes are, and the ending that they ask for; None if nothing is handed over."""
    match handed.form:
        case Form.AS_RECORDED:
            return places[handed.file.path], PurePosixPath(handed.file.path).suffix
        case Form.PICTURE:
            shown = picture(handed.file.path)
            return (shown.data, f".{shown.format.value}") if shown else None
        case Form.WITHHELD:
            return None


def _name(handed: HandedFile, source: tuple[bytes | Path, str] | None) -> str:
    """The name that its author gave it, which ties together what belongs together."""
    path = PurePosixPath(handed.file.path)
    return path.stem + (source[1] if source else path.suffix)


def manifests(project: Project, view: View, found: Sequence[Exhibit]) -> HandedManifests:
    """The lists of digests that a recipient may have."""
    places = _places(project, view)
    handed = [exhibit.handed for exhibit in found if exhibit.part]
    seen = manifests_seen(view, handed, lambda path: listed_in(places[path]))
    stamps = (path for kept in seen for stamp in kept.timestamps for path in stamp.paths)
    paths = list(dict.fromkeys([*(kept.path for kept in seen), *stamps]))
    names = distinct(PurePosixPath(path).name for path in paths)
    parts = {path: part(f"{_LISTS}/{name}", places[path]) for path, name in zip(paths, names, strict=True)}
    return HandedManifests(seen, parts)


def require_as_recorded(found: Sequence[Exhibit]) -> None:
    """WriteError for files that are not those whose digests the case records."""
    changed = [
        exhibit.handed.file.path
        for exhibit in found
        if exhibit.part and exhibit.handed.form is Form.AS_RECORDED and not _is_recorded(exhibit)
    ]
    if changed:
        raise WriteError(f"changed since the case was checked: {', '.join(changed)}; run `referral check`")


def _is_recorded(exhibit: Exhibit) -> bool:
    digests = exhibit.part.digests if exhibit.part else {}
    return all(digests[d.algorithm.value] == d.value for d in exhibit.handed.file.digests)


def rows(found: Sequence[Exhibit], lang: str, package_of: Mapping[str, str]) -> Iterator[Row]:
    """The index. What is withheld is listed by its item and role alone; `package_of` tells where a path lies."""
    for exhibit in found:
        item, file, there = exhibit.handed.item, exhibit.handed.file, exhibit.part
        yield Row(
            item=item.id,
            title=item.title.by_lang.get(lang) or next(iter(item.title.by_lang.values())),
            kind=item.kind.value,
            level=item.confidentiality.value,
            role=file.role.value,
            handed_over=(exhibit.handed.form if there else Form.WITHHELD).value,
            path=there.path.removeprefix(PAYLOAD) if there else "",
            package=package_of.get(there.path, "") if there else "",
            size=there.size if there else None,
            sha256=there.digests["sha256"] if there else "",
            sha512=there.digests["sha512"] if there else "",
        )
