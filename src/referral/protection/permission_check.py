"""The rule over permissions to let an item leave the proceedings.

`permission-in-words`: a permission says in words alone how much of an item may go; only `allows` is kept to.
"""

from collections.abc import Iterator

from referral.case.load import LoadedCase
from referral.diagnostics import Diagnostic, warning

_MEND = "write `allows`: whole, text_only (no files, no pictures) or existence_only"


def permissions_can_be_kept(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`permission-in-words`"""
    for index, item in loaded.entries("evidence"):
        for number, permission in enumerate(item.release_permissions):
            if permission.extent and permission.allows is None:
                at = loaded.where("evidence", index, "release_permissions", number, "extent")
                message = f"no program can keep to these words: {item.id} goes whole to"
                yield warning(at, "permission-in-words", f"{message} {', '.join(permission.recipients)}", _MEND)
