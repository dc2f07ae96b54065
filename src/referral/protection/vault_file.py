"""The vault of a case as read. No message about it holds anything that stands in it but the names of its keys.

`encrypted-vault`: only an encrypted vault is there, so that nobody's identity is known; decrypt it beside the case.
`duplicate-identity`: two identities for one person; keep one, with several names if need be.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from pydantic import ValidationError

from referral.case.files import vault_path
from referral.diagnostics import Diagnostic, Position, Related, error
from referral.protection.vault import KEYS, Identity, Vault
from referral.schema_errors import explain
from referral.yaml_reader import Loc, YamlFile, read_yaml_file

ENCRYPTED_SUFFIX = ".age"
_QUOTED = re.compile('["“]([^"”]*)["”]')


@dataclass(frozen=True)
class LoadedVault:
    """The identities of a case and where they stand; empty where the case has no vault."""

    vault: Vault = field(default_factory=Vault)
    file: YamlFile = field(default_factory=lambda: YamlFile("", None))

    @cached_property
    def identities(self) -> Mapping[str, Identity]:
        """By person code."""
        return {identity.person: identity for identity in self.vault.identities}

    def where(self, index: int) -> Position:
        """The place of an identity's person code."""
        return self.file.position(("identities", index, "person"))


def read_vault(path: Path) -> tuple[LoadedVault, list[Diagnostic]]:
    """The vault of the case at `path`; a case without one has an empty vault, and nothing else passes for that."""
    file_path = vault_path(path)
    if not file_path.is_file():
        return LoadedVault(), list(_why_there_is_none(file_path))
    try:
        file = read_yaml_file(file_path)
    except OSError as failure:
        message = f"the vault cannot be opened: {failure.strerror}"
        return LoadedVault(), [error(Position(str(file_path)), "file-unreadable", message)]
    if file.findings:
        return LoadedVault(), [_discreet(finding) for finding in file.findings]
    return _typed(file)


def _why_there_is_none(path: Path) -> Iterator[Diagnostic]:
    """A vault that is there and not read would leave every identity unprotected in silence."""
    encrypted = path.with_name(path.name + ENCRYPTED_SUFFIX)
    if path.exists() or path.is_symlink():
        what = "the vault is no file: a folder, or a link that leads nowhere; put the file itself there"
        yield error(Position(str(path)), "file-unreadable", what)
    elif encrypted.exists() or encrypted.is_symlink():
        what = (
            f"identities cannot be protected while the vault is encrypted; decrypt it to {path.name}, beside the case"
        )
        yield error(Position(str(encrypted)), "encrypted-vault", what)


def _typed(file: YamlFile) -> tuple[LoadedVault, list[Diagnostic]]:
    def locate(loc: Loc, of_key: bool) -> Position:
        return file.key_position(loc) if of_key else file.position(loc)

    try:
        loaded = LoadedVault(Vault.model_validate({} if file.data is None else file.data), file)
    except ValidationError as failure:
        return LoadedVault(), [_discreet(finding) for finding in explain(failure, Vault, locate)]
    return loaded, list(_duplicates(loaded))


def _discreet(finding: Diagnostic) -> Diagnostic:
    """The finding without the words it quotes, unless they are keys of the manual."""
    return replace(finding, message=_QUOTED.sub(lambda m: m[0] if m[1] in KEYS else "“…”", finding.message))


def _duplicates(loaded: LoadedVault) -> Iterator[Diagnostic]:
    first: dict[str, int] = {}
    for index, identity in enumerate(loaded.vault.identities):
        if identity.person in first:
            related = Related(loaded.where(first[identity.person]), "the first is here")
            message = f"{identity.person} has two identities; keep one, with several names if need be"
            yield error(loaded.where(index), "duplicate-identity", message, None, related)
        first.setdefault(identity.person, index)
