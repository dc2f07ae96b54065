"""Law files into one `Law`: folders read, typed, checked. Every finding is collected before anything is refused.

A file of a later folder replaces the one of the same name in an earlier folder: an office can keep its own edition.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pydantic import ValidationError

from referral.diagnostics import Diagnostic, Position, error, has_errors, in_order
from referral.errors import InvalidLawError
from referral.law.check import check_files
from referral.law.files import Loaded, LoadedCompanion, LoadedFile, LoadedPins
from referral.law.hand_down import hand_down
from referral.law.library import Law, library_of
from referral.law.model import CompanionFile, LawFile, PinFile
from referral.law.pins import NAME
from referral.schema_errors import Locate, explain
from referral.yaml_reader import YamlFile, read_yaml

SUFFIX = ".yaml"


@dataclass(frozen=True)
class RawFile:
    """A law file as it was found: the path that findings show, and its bytes."""

    path: str
    raw: bytes

    @property
    def name(self) -> str:
        return Path(self.path).name


def load_law(folders: Sequence[Path]) -> Law:
    """The library of these folders, with its warnings. Raises InvalidLawError with every finding if one is an error."""
    law, findings = read_law(folders)
    if law is None:
        raise InvalidLawError(findings)
    return law


def check_law(folders: Sequence[Path]) -> list[Diagnostic]:
    """Everything that can be said about the library of these folders."""
    return read_law(folders)[1]


def read_law(folders: Sequence[Path]) -> tuple[Law | None, list[Diagnostic]]:
    """The library, or None if a finding is an error; and every finding, in order."""
    files, unread = read_folders(folders)
    law, findings = _law_of(tuple(files))
    return (None if has_errors(unread) else law), in_order([*unread, *findings])


@lru_cache(maxsize=4)
def _law_of(files: tuple[RawFile, ...]) -> tuple[Law | None, tuple[Diagnostic, ...]]:
    """What these bytes say. Read once in a process: many cases, or two revisions, are read against one library."""
    loaded, findings = read_raw(files)
    return (None if has_errors(findings) else library_of(loaded, digest_of(files), findings)), tuple(findings)


def read_raw(files: Sequence[RawFile]) -> tuple[Loaded, list[Diagnostic]]:
    """Files already read, typed, and everything that can be said about them.

    Rules over the whole library would blame the wrong file while one of them cannot be read.
    """
    loaded, findings = type_files(files)
    return loaded, findings if has_errors(findings) else in_order([*findings, *check_files(loaded)])


def read_folders(folders: Sequence[Path]) -> tuple[list[RawFile], list[Diagnostic]]:
    """The files that count, by name, and what cannot be read."""
    by_name: dict[tuple[str, Path | None], Path] = {}
    findings = [_no_folder(folder) for folder in folders if not folder.is_dir()]
    for folder in folders:
        found = (path for path in folder.glob(f"*{SUFFIX}") if path.is_file())
        by_name |= {(path.name, folder if path.name == NAME else None): path for path in found}
    if not by_name and not findings:
        findings = [_no_files(folder) for folder in folders]
    paths = sorted(by_name.values(), key=lambda path: (path.name, path))
    return [RawFile(path.as_posix(), path.read_bytes()) for path in paths], findings


def type_files(files: Iterable[RawFile]) -> tuple[Loaded, list[Diagnostic]]:
    """The files whose shape is right, and what is wrong with the others. The head of a file says what it is."""
    statutes: list[LoadedFile] = []
    companions: list[LoadedCompanion] = []
    pins: list[LoadedPins] = []
    findings: list[Diagnostic] = []
    for file in files:
        read = read_yaml(file.raw, file.path)
        findings.extend(read.findings)
        if read.findings:
            continue
        model = _model_of(read)
        try:
            content = hand_down(model.model_validate(read.data))
        except ValidationError as failure:
            findings.extend(explain(failure, model, _locator(read)))
            continue
        if isinstance(content, LawFile):
            statutes.append(LoadedFile(read, content))
        elif isinstance(content, CompanionFile):
            companions.append(LoadedCompanion(read, content))
        else:
            pins.append(LoadedPins(read, content))
    return Loaded(tuple(statutes), tuple(companions), tuple(pins)), findings


def _model_of(read: YamlFile) -> type[LawFile | CompanionFile | PinFile]:
    heads = read.data.keys() if isinstance(read.data, dict) else ()
    if LoadedCompanion.head in heads:
        return CompanionFile
    return PinFile if LoadedPins.head in heads else LawFile


def digest_of(files: Iterable[RawFile]) -> str:
    """SHA-256 over the names and bytes of the files that count; where the folders lie does not matter."""
    whole = hashlib.sha256()
    for file in files:
        whole.update(f"{file.name}\0{hashlib.sha256(file.raw).hexdigest()}\n".encode())
    return whole.hexdigest()


def _locator(read: YamlFile) -> Locate:
    return lambda loc, of_key: read.key_position(loc) if of_key else read.position(loc)


def _no_folder(folder: Path) -> Diagnostic:
    return error(Position(folder.as_posix()), "no-such-folder", "there is no such folder of law files")


def _no_files(folder: Path) -> Diagnostic:
    return error(Position(folder.as_posix()), "no-law-files", f"the folder holds no {SUFFIX} file")
