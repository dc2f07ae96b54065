"""Law files into one `Law`: folders read, typed, checked. Every finding is collected before anything is refused.

A file of a later folder replaces the one of the same name in an earlier folder: an office can keep its own edition.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from referral.diagnostics import Diagnostic, Position, error, has_errors, in_order
from referral.errors import InvalidLawError
from referral.law.check import check_files
from referral.law.files import LoadedFile
from referral.law.library import Law, library_of
from referral.law.model import LawFile
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
    files, findings = read_folders(folders)
    loaded, more = type_files(files)
    findings = in_order([*findings, *more, *_later_stage(loaded, [*findings, *more])])
    if has_errors(findings):
        raise InvalidLawError(findings)
    return library_of((f.law for f in loaded), digest_of(files), findings)


def check_law(folders: Sequence[Path]) -> list[Diagnostic]:
    """Everything that can be said about the library of these folders."""
    files, findings = read_folders(folders)
    return in_order([*findings, *check_raw(files)])


def check_raw(files: Sequence[RawFile]) -> list[Diagnostic]:
    """Everything that can be said about files already read."""
    loaded, findings = type_files(files)
    return in_order([*findings, *_later_stage(loaded, findings)])


def read_folders(folders: Sequence[Path]) -> tuple[list[RawFile], list[Diagnostic]]:
    """The files that count, by name, and what cannot be read."""
    by_name: dict[str, Path] = {}
    findings = [_no_folder(folder) for folder in folders if not folder.is_dir()]
    for folder in folders:
        by_name |= {path.name: path for path in folder.glob(f"*{SUFFIX}") if path.is_file()}
    if not by_name and not findings:
        findings = [_no_files(folder) for folder in folders]
    return [RawFile(path.as_posix(), path.read_bytes()) for _, path in sorted(by_name.items())], findings


def type_files(files: Iterable[RawFile]) -> tuple[list[LoadedFile], list[Diagnostic]]:
    """The files whose shape is right, and what is wrong with the others."""
    loaded: list[LoadedFile] = []
    findings: list[Diagnostic] = []
    for file in files:
        read = read_yaml(file.raw, file.path)
        findings.extend(read.findings)
        if read.findings:
            continue
        try:
            loaded.append(LoadedFile(read, LawFile.model_validate(read.data)))
        except ValidationError as failure:
            findings.extend(explain(failure, LawFile, _locator(read)))
    return loaded, findings


def digest_of(files: Iterable[RawFile]) -> str:
    """SHA-256 over the names and bytes of the files that count; where the folders lie does not matter."""
    whole = hashlib.sha256()
    for file in files:
        whole.update(f"{file.name}\0{hashlib.sha256(file.raw).hexdigest()}\n".encode())
    return whole.hexdigest()


def _later_stage(loaded: Sequence[LoadedFile], findings: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Rules over the whole library would blame the wrong file while one of them cannot be read."""
    return [] if has_errors(findings) else list(check_files(loaded))


def _locator(read: YamlFile) -> Locate:
    return lambda loc, of_key: read.key_position(loc) if of_key else read.position(loc)


def _no_folder(folder: Path) -> Diagnostic:
    return error(Position(folder.as_posix()), "no-such-folder", "there is no such folder of law files")


def _no_files(folder: Path) -> Diagnostic:
    return error(Position(folder.as_posix()), "no-law-files", f"the folder holds no {SUFFIX} file")
