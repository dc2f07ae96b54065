"""Which files of a folder make up a case, and their reading.

`no-such-case`: the path names neither a file nor a folder.
`no-case-files`: the folder holds no YAML file; write case.yaml.
`file-unreadable`: a file of the case that cannot be opened, or is no ordinary file.
`link-leaves-case`: a file of the case that is a link to a place outside its folder; put the file itself there.
`linked-folder`: a folder that is a link, in which nothing is read; put the folder itself there.
`misplaced-vault`: a vault elsewhere than beside case.yaml, where nothing would read it.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from referral.diagnostics import Diagnostic, Position, error
from referral.yaml_reader import YamlFile, read_yaml_file

VAULT_FILE = "vault.yaml"
FILES_FOLDER = "files"
_HEADER = "case.yaml"
_SUFFIXES = frozenset({".yaml", ".yml"})
_VAULTS = (Path(VAULT_FILE), Path(f"{VAULT_FILE}.age"))


def vault_path(path: Path) -> Path:
    """Where the vault of a case is: `vault.yaml` in its folder, `NAME.vault.yaml` beside a case of one file."""
    return path / VAULT_FILE if path.is_dir() else path.with_suffix(f".{VAULT_FILE}")


def is_vault(path: Path) -> bool:
    """True for a file named as the vault of any case, encrypted or not."""
    return path.name.casefold().endswith((VAULT_FILE, f"{VAULT_FILE}.age"))


def lies_below(path: Path, folder: str) -> bool:
    """Whether a path, its links followed, is below a folder whose own links are followed already. Never raises."""
    return Path(os.path.realpath(path)).is_relative_to(folder)


def cases_below(folder: Path) -> list[Path]:
    """The folders of cases below one that is no case itself; a case may keep its header in one folder below."""
    found = [] if (folder / _HEADER).exists() else sorted(folder.rglob(_HEADER))
    return [path.parent for path in found if _is_of_the_case(path.relative_to(folder))]


def made_of(folder: Path) -> Iterator[Path]:
    """Every file of a case, its evidence too, in the order of their paths: all but hidden ones, which no case is of."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts):
            yield path


def _is_of_the_case(inner: Path) -> bool:
    """Nothing hidden (editors leave such), no evidence."""
    return inner.parts[0] != FILES_FOLDER and not any(part.startswith(".") for part in inner.parts)


def read_files(path: Path) -> Iterator[YamlFile | Diagnostic]:
    """The YAML files of a case, in the order of their names, each read when it is asked for; or why one is not read."""
    if not path.exists():
        yield error(Position(str(path)), "no-such-case", "there is no such file or folder")
        return
    names = list(_names(path)) if path.is_dir() else [path]
    if not names:
        yield error(Position(str(path)), "no-case-files", "the folder holds no .yaml file; write case.yaml")
    yield from (_read(name, path) for name in names)


def _names(folder: Path) -> Iterator[Path]:
    """What has a YAML name or is a linked folder; nothing hidden, no evidence, not the vault."""
    for found in sorted(folder.rglob("*")):
        inner = found.relative_to(folder)
        is_yaml = found.suffix.lower() in _SUFFIXES or is_vault(found)
        is_read = is_yaml and inner not in _VAULTS and not found.is_dir()
        if _is_of_the_case(inner) and (is_read or _is_linked_folder(found)):
            yield found


def _is_linked_folder(path: Path) -> bool:
    return path.is_symlink() and path.is_dir()


def _read(name: Path, case: Path) -> YamlFile | Diagnostic:
    position = Position(str(name))
    if name != case and _is_linked_folder(name):
        return error(position, "linked-folder", "this folder is a link and is not read; put the folder itself here")
    if name != case and not lies_below(name, os.path.realpath(case)):
        return error(position, "link-leaves-case", "the link points outside the case folder; put the file itself here")
    if name != case and is_vault(name):
        return error(position, "misplaced-vault", f"a vault stands beside case.yaml as {VAULT_FILE}; move it there")
    try:
        return read_yaml_file(name)
    except OSError as failure:
        return error(position, "file-unreadable", f"the file cannot be opened: {failure.strerror}")
