"""The rules over codes for recipients and over the profiles that a case names; their manual is in `codes`."""

from collections.abc import Iterator

from referral.case.load import LoadedCase
from referral.diagnostics import Diagnostic, error
from referral.protection.profiles import PROFILES
from referral.protection.vault_file import LoadedVault
from referral.yaml_reader import Loc

_KEY = "write code_key into the vault, 64 digits that nobody else knows; `openssl rand -hex 32` makes them"
_AT: Loc = ("case", "own_codes")


def codes_have_a_key(loaded: LoadedCase, vault: LoadedVault) -> Iterator[Diagnostic]:
    """`codes-without-key`"""
    wanted = [name for name in loaded.case.case.own_codes if _may_have(name)]
    if wanted and not vault.vault.code_key:
        message = f"{', '.join(wanted)} should have codes of their own, and the vault holds no key to make them from"
        yield error(loaded.origin.position(_AT), "codes-without-key", message, _KEY)


def profiles_are_known(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`unfit-profile`"""
    known = f"profiles: {', '.join(PROFILES)}"
    for loc, name in _named(loaded):
        if name not in PROFILES:
            yield error(loaded.origin.position(loc), "unfit-profile", f'there is no profile "{name}"', known)
        elif loc[:2] == _AT and not _may_have(name):
            message = f"“{name}” is of those who draw up the case, and reads the codes of the case itself"
            yield error(loaded.origin.position(loc), "unfit-profile", message, "take it out")


def _may_have(name: str) -> bool:
    """Whether a recipient may have codes of his own."""
    return name in PROFILES and not PROFILES[name].is_own


def _named(loaded: LoadedCase) -> Iterator[tuple[Loc, str]]:
    for number, name in enumerate(loaded.case.case.own_codes):
        yield (*_AT, number), name
    for index, record in loaded.entries("disclosures"):
        yield ("disclosures", index, "profile"), record.profile
    for index, item in loaded.entries("evidence"):
        for n, permission in enumerate(item.release_permissions):
            at = ("evidence", index, "release_permissions", n, "recipients")
            yield from (((*at, number), name) for number, name in enumerate(permission.recipients))
