"""The vault of a case as read. No message about it holds anything that stands in it but the names of its keys.

`vault-not-opened`: the vault is encrypted and no key was given: persons are codes only, and rules are left out.
`vault-not-decrypted`: the key given does not open the vault, or one of the two files is damaged, too large, or no such.
`two-vaults`: a vault in clear beside an encrypted one; nobody can know which of them is right, and one gives all away.
`duplicate-identity`: two identities for one person; keep one, with several names if need be.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from referral.case.files import vault_path
from referral.diagnostics import Diagnostic, Position, Related, error, warning
from referral.errors import VaultNotOpenedError
from referral.protection.profiles import INTERNAL, Profile
from referral.protection.vault import KEYS, Identity, Vault
from referral.protection.vault_age import decrypted
from referral.schema_errors import explain
from referral.yaml_reader import Loc, YamlFile, read_yaml, read_yaml_file

ENCRYPTED_SUFFIX = ".age"
_QUOTED = re.compile('["“]([^"”]*)["”]')
_FROM_FIRST_TO_LAST = re.compile('["“].*["”]', re.DOTALL)
_MARKS = frozenset('"“”')
_LEFT_OUT = (
    "identity-outside-vault, unknown-person, duplicate-identity, absent-identity, initials-only, impossible-chronology "
    "of births, mixed-letters, latin-lookalike and odd-apostrophe of names, and what the law wants a document to state"
)


@dataclass(frozen=True)
class LoadedVault:
    """The identities of a case and where they stand; empty where the case has no vault.

    `sealed` is where an encrypted vault stands that was not opened; who asks for its identities then is refused, for
    none would be protected.
    """

    read: Vault = field(default_factory=Vault, repr=False)
    file: YamlFile = field(default_factory=lambda: YamlFile("", None), repr=False)
    sealed: Position | None = None

    @property
    def vault(self) -> Vault:
        """What stands in it. Raises VaultNotOpenedError."""
        if self.sealed:
            raise VaultNotOpenedError(f"{self.sealed.path}: the vault was not opened; give a key: --age-identity FILE")
        return self.read

    @property
    def identities(self) -> Mapping[str, Identity]:
        """By person code. Raises VaultNotOpenedError."""
        return self._by_person if self.vault else {}

    def identities_for(self, profile: Profile) -> Mapping[str, Identity]:
        """What a view is made with. Those who draw up the case may work on codes; for others nothing is made unless
        it can be searched for names. Raises VaultNotOpenedError."""
        return {} if self.sealed and profile.name == INTERNAL else self.identities

    @cached_property
    def _by_person(self) -> Mapping[str, Identity]:
        return {identity.person: identity for identity in self.read.identities}

    def where(self, index: int) -> Position:
        """The place of an identity's person code."""
        return self.file.position(("identities", index, "person"))


def read_vault(path: Path, key_file: Path | None = None) -> tuple[LoadedVault, list[Diagnostic]]:
    """The vault of the case at `path`; a case without one has an empty vault, and nothing else passes for that.

    `key_file` opens an encrypted one.
    """
    plain = vault_path(path)
    encrypted = plain.with_name(plain.name + ENCRYPTED_SUFFIX)
    if _is_there(plain) and _is_there(encrypted):
        message = f"{plain.name} stands beside it in clear; keep one of the two, and wipe the other"
        return LoadedVault(), [error(Position(str(encrypted)), "two-vaults", message)]
    if _is_there(encrypted):
        return _unsealed(encrypted, key_file)
    return _read_plain(plain) if _is_there(plain) else (LoadedVault(), [])


def _is_there(path: Path) -> bool:
    return path.exists() or path.is_symlink()


def _read_plain(path: Path) -> tuple[LoadedVault, list[Diagnostic]]:
    """A vault that is there and not read would leave every identity unprotected in silence."""
    if not path.is_file():
        return LoadedVault(), [_no_file(path)]
    try:
        return _taken(read_yaml_file(path))
    except OSError as failure:
        message = f"the vault cannot be opened: {failure.strerror}"
        return LoadedVault(), [error(Position(str(path)), "file-unreadable", message)]


def _unsealed(path: Path, key_file: Path | None) -> tuple[LoadedVault, list[Diagnostic]]:
    """The encrypted vault opened, if there is a key for it."""
    if not path.is_file():
        return LoadedVault(), [_no_file(path)]
    if key_file is None:
        at = Position(str(path))
        message = "the vault is encrypted and was not opened: persons are codes only; to open it: --age-identity FILE"
        return LoadedVault(sealed=at), [warning(at, "vault-not-opened", message, f"not checked: {_LEFT_OUT}")]
    data = decrypted(path, key_file)
    return (LoadedVault(), [data]) if isinstance(data, Diagnostic) else _taken(read_yaml(data, str(path)))


def _no_file(path: Path) -> Diagnostic:
    message = "the vault is no file: a folder, or a link that leads nowhere; put the file itself there"
    return error(Position(str(path)), "file-unreadable", message)


def _taken(file: YamlFile) -> tuple[LoadedVault, list[Diagnostic]]:
    if file.findings:
        return LoadedVault(), [_discreet(finding) for finding in file.findings]
    return _typed(file)


def _typed(file: YamlFile) -> tuple[LoadedVault, list[Diagnostic]]:
    def locate(loc: Loc, of_key: bool) -> Position:
        return file.key_position(loc) if of_key else file.position(loc)

    try:
        loaded = LoadedVault(Vault.model_validate({} if file.data is None else file.data), file)
    except ValidationError as failure:
        discreet = _discreet if any(_MARKS & {*text} for text in _texts(file.data)) else _discreet_but_for_keys
        return LoadedVault(), [discreet(finding) for finding in explain(failure, Vault, locate)]
    return loaded, list(_duplicates(loaded))


def _texts(data: Any) -> Iterator[str]:
    """Every text of plain data, keys included."""
    if isinstance(data, str):
        yield data
    for part in [*data, *data.values()] if isinstance(data, dict) else data if isinstance(data, list) else []:
        yield from _texts(part)


def _discreet(finding: Diagnostic) -> Diagnostic:
    """The finding without the words it quotes, which may hold quotation marks themselves."""
    return replace(finding, message=_FROM_FIRST_TO_LAST.sub("“…”", finding.message))


def _discreet_but_for_keys(finding: Diagnostic) -> Diagnostic:
    """The same, where no text holds such a mark, so that keys of the manual can be told from the rest."""
    return replace(finding, message=_QUOTED.sub(lambda m: m[0] if m[1] in KEYS else "“…”", finding.message))


def _duplicates(loaded: LoadedVault) -> Iterator[Diagnostic]:
    first: dict[str, int] = {}
    for index, identity in enumerate(loaded.vault.identities):
        if identity.person in first:
            related = Related(loaded.where(first[identity.person]), "the first is here")
            message = f"{identity.person} has two identities; keep one, with several names if need be"
            yield error(loaded.where(index), "duplicate-identity", message, None, related)
        first.setdefault(identity.person, index)
