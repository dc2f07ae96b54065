"""Which files of a case a recipient may be handed, and in what form: decided by his view, item by item.

Nothing can be blacked out in a file. So it goes as it is only to who sees its item whole and may know everybody who
speaks or is shown in it, or if it was made to be shown; of pictures the pixels go, as in his documents.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from referral.case.model import EvidenceItem, FileObject, Source
from referral.case.model.files import FileRole
from referral.pictures.files import kind_by_name
from referral.protection.vault import Identity
from referral.protection.view import View

_REMARKS = "note"  # ours, and nothing of the item


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
        for file in item.files:
            yield HandedFile(item, file, _form(view, item, file, is_whole))


def _form(view: View, item: EvidenceItem, file: FileObject, is_whole: bool) -> Form:
    if item.only_as_lead and not view.profile.is_own:  # given for the work of those who draw up the case
        return Form.WITHHELD
    if is_whole or (file.role is FileRole.REDACTED and not view.profile.is_wide):
        return Form.AS_RECORDED
    is_picture = kind_by_name(file.path) is not None and file.path in view.pictures
    return Form.PICTURE if is_picture else Form.WITHHELD


def _sees_whole(view: View, item: EvidenceItem, identified: Mapping[str, Identity]) -> bool:
    """A wide circle never does: a file tells of its maker what no entry does."""
    if view.profile.is_wide or any(code == item.id and name != _REMARKS for code, name in view.cut):
        return False
    spoken_of = {code for one in _made_of(view, item) for code in _persons(view, one)}
    return all(view.identities.get(code) == identified[code] for code in spoken_of & identified.keys())


def _made_of(view: View, item: EvidenceItem) -> list[EvidenceItem]:
    """The item, and those of which it is a translation, a transcript or an excerpt."""
    found = [item]
    for one in found:  # which grows on the way
        parents = (view.case.by_id[code] for code in one.made_of)
        found += [parent for parent in parents if isinstance(parent, EvidenceItem) and parent not in found]
    return found


def _persons(view: View, item: EvidenceItem) -> set[str]:
    account = {item.account.person} if item.account else set()
    source = view.case.by_id[item.source]
    speaker = {source.person} if isinstance(source, Source) and source.person else set()
    return {*item.persons, *account, *speaker}
