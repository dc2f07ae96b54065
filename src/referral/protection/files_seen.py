"""Which files of a case a recipient may be handed, and in what form: decided by his view, item by item.

Nothing can be blacked out in a file. So it goes as it is only to who sees its item whole and may know everybody who
speaks or is shown in it, or if it was made to be shown; of pictures the pixels go, as in his documents. Timestamps go
with the file that they prove, if it goes as it is.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from referral.case.model import EvidenceItem, FileObject, Manifest
from referral.case.model.files import FileRole
from referral.case.reachable import reachable
from referral.pictures.files import kind_by_name
from referral.protection.vault import Identity
from referral.protection.view import View

_OURS = ("note", "release_permissions")  # and nothing of the item


class Form(StrEnum):
    """How a file is handed over."""

    AS_RECORDED = "as_recorded"
    PICTURE = "picture_made_anew"
    WITHHELD = "withheld"


@dataclass(frozen=True)
class HandedFile:
    """One file of an item that the recipient sees, and what he gets of it."""

    item: EvidenceItem
    file: FileObject
    form: Form


def files_seen(view: View, identified: Mapping[str, Identity]) -> Iterator[HandedFile]:
    """Every file of the items in a view. `identified` is what the vault says of persons, by code."""
    for item in view.case.evidence:
        is_whole = _sees_whole(view, item, identified)
        forms = [(file, _form(view, item, file, is_whole)) for file in item.files]
        yield from (HandedFile(item, file, form) for file, form in forms)
        yield from (HandedFile(item, file, Form.AS_RECORDED) for file in _proofs(item, forms))


def _proofs(item: EvidenceItem, forms: Iterable[tuple[FileObject, Form]]) -> list[FileObject]:
    """Timestamps, and what they are checked with; of a file that is withheld they would tell the digest."""
    proven = (file for file, form in forms if form is Form.AS_RECORDED)
    paths = dict.fromkeys(path for file in proven for stamp in file.timestamps for path in stamp.paths)
    return [FileObject(path=path, role=FileRole.SIDECAR) for path in paths if path not in {f.path for f in item.files}]


def manifests_seen(
    view: View, handed: Iterable[HandedFile], listed_in: Callable[[str], Iterable[str]]
) -> list[Manifest]:
    """Lists of digests that name only files handed to him as they are; any other would tell of what is withheld."""
    whole = {one.file.path for one in handed if one.form is Form.AS_RECORDED}
    return [kept for kept in view.case.case.manifests if whole.issuperset(listed_in(kept.path))]


def _form(view: View, item: EvidenceItem, file: FileObject, is_whole: bool) -> Form:
    if item.only_as_lead and not view.profile.is_own:  # given for the work of those who draw up the case
        return Form.WITHHELD
    if is_whole or (file.role is FileRole.REDACTED and not view.profile.is_wide):
        return Form.AS_RECORDED
    is_picture = kind_by_name(file.path) is not None and file.path in view.pictures
    return Form.PICTURE if is_picture else Form.WITHHELD


def _sees_whole(view: View, item: EvidenceItem, identified: Mapping[str, Identity]) -> bool:
    """A wide circle never does: a file tells of its maker what no entry does."""
    if view.profile.is_wide or any(code == item.id and name not in _OURS for code, name in view.cut):
        return False
    spoken_of = {code for one in _made_of(view, item) for code in _persons(view, one)}
    return all(view.identities.get(code) == identified[code] for code in identified.keys() & spoken_of)


def _made_of(view: View, item: EvidenceItem) -> list[EvidenceItem]:
    """The item, and those of which it is a translation, a transcript or an excerpt."""
    items: Mapping[str, Any] = view.case.by_id
    return [items[code] for code in reachable([item.id], lambda code: items[code].made_of)]


def _persons(view: View, item: EvidenceItem) -> set[str | None]:
    account = {item.account.person} if item.account else set()
    source: Any = view.case.by_id[item.source]
    return {*item.persons, *account, source.person}
