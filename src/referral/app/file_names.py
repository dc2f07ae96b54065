"""Names of the files and folders of a case, which are handed over with it and must name nobody either."""

from collections.abc import Iterator
from pathlib import Path

from referral.app.handed_over import handed_over
from referral.case.load import LoadedCase
from referral.diagnostics import Diagnostic, Position, error
from referral.protection.sought import Sought
from referral.protection.vault_check import places_told
from referral.protection.vault_file import LoadedVault


def check_file_names(loaded: LoadedCase, vault: LoadedVault) -> Iterator[Diagnostic]:
    """`identity-outside-vault`, of a case that is a folder. The message calls a file by its number, not by its name."""
    root = Path(loaded.origin.shown_as)
    sought = None if vault.sealed else Sought(vault.vault.identities, told=places_told(loaded))
    if not (sought and root.is_dir()):
        return
    for handed in handed_over(root, 1, sought):
        for found in handed.told:
            message = f"the name of this file or folder tells who {found.person} is; write the code in its place"
            yield error(Position(handed.shown), "identity-outside-vault", message)
