"""Case files into one `Case`: one file or a folder of files, merged, with the place of every node kept.

Reading never stops at the first finding: what can be said about all files is collected.

`duplicate-section`: the header or the list of documents in two files of one case; keep one.
`several-cases`: a folder with no case of its own and several below it; name one of them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from referral.case.files import FILES_FOLDER, read_files
from referral.case.model import SCHEMA_VERSION, SECTIONS, SINGLE_SECTIONS, Case
from referral.diagnostics import Diagnostic, Position, Related, error
from referral.schema_errors import explain, nearest
from referral.yaml_reader import Loc, YamlFile

_VERSION = "schema_version"
_HEADER = "case.yaml"


@dataclass(frozen=True)
class Origin:
    """Where every entry of the merged case comes from."""

    folder: Path
    shown_as: str
    entries: dict[tuple[str | int, str | int], tuple[YamlFile, Loc]] = field(default_factory=dict)
    singles: dict[str | int, YamlFile] = field(default_factory=dict)

    @property
    def paths(self) -> set[str]:
        """The files that hold something of the case."""
        files = (*(file for file, _ in self.entries.values()), *self.singles.values())
        return {file.path for file in files}

    def position(self, loc: Loc, of_key: bool = False) -> Position:
        """The place in a file of a location in the merged case (`("facts", 3, "text")`)."""
        file, inner = self._file(loc)
        if file is None:
            return Position(self.shown_as)
        return file.key_position(inner) if of_key else file.position(inner)

    def _file(self, loc: Loc) -> tuple[YamlFile | None, Loc]:
        entry = self.entries.get((loc[0], loc[1])) if len(loc) > 1 else None
        if entry:
            return entry[0], (*entry[1], *loc[2:])
        return (self.singles.get(loc[0]) if loc else None), loc


@dataclass(frozen=True)
class LoadedCase:
    """A case, where its entries stand, and the folder its evidence files are below."""

    case: Case
    origin: Origin

    @property
    def folder(self) -> Path:
        return self.origin.folder

    def where(self, section: str, index: int, *inner: str | int) -> Position:
        """The place of a field of an entry."""
        return self.origin.position((section, index, *inner))

    def entries(self, section: str) -> Iterator[tuple[int, Any]]:
        """The entries of a section with their index, withdrawn ones left out."""
        for index, entity in enumerate(self.case.section(section)):
            if not entity.is_withdrawn:
                yield index, entity


def read_case(path: Path) -> tuple[LoadedCase | None, list[Diagnostic]]:
    """Read and type a case. The case is None if the findings hold an error."""
    if several := list(_cases_below(path)):
        message = f"this folder holds several cases; name one: {', '.join(several)}"
        return None, [error(Position(str(path)), "several-cases", message)]
    files, findings = read_files(path)
    merge = _Merge(Origin(path if path.is_dir() else path.parent, str(path)), findings)
    is_whole = not findings
    for file in files:
        is_whole = merge.add(file) and is_whole
    if not is_whole:
        return None, findings  # what is unread would be reported as missing
    try:
        case = Case.model_validate(merge.data)
    except ValidationError as failure:
        return None, [*findings, *explain(failure, Case, merge.origin.position)]
    return (None if findings else LoadedCase(case, merge.origin)), findings


def _cases_below(folder: Path) -> Iterator[str]:
    """The folders of several cases, where the folder itself is none; a case may keep its header in one folder below."""
    found = [] if (folder / _HEADER).exists() else sorted(folder.rglob(_HEADER))
    inner = [path.relative_to(folder).parts for path in found]
    ours = [p for p in inner if p[0] != FILES_FOLDER and not any(part.startswith(".") for part in p)]
    yield from (str(folder.joinpath(*parts[:-1])) for parts in (ours if len(ours) > 1 else ()))


class _Merge:
    """The sections of all files put together, and what stands in the way."""

    def __init__(self, origin: Origin, findings: list[Diagnostic]) -> None:
        self.origin = origin
        self.data: dict[str, Any] = {}
        self.findings = findings

    def add(self, file: YamlFile) -> bool:
        """Take in one file; False if there are no sections in it. One with nothing but comments is no mistake."""
        if file.data is None:
            return True
        if not isinstance(file.data, dict):
            self._refuse(file.position(), "wrong-shape", "a case file is a mapping (lines “section:”)")
            return False
        for name, value in file.data.items():
            self._add_section(file, name, value)
        return True

    def _add_section(self, file: YamlFile, name: str, value: Any) -> None:
        if name == _VERSION:
            self._check_version(file, value)
        elif name in SINGLE_SECTIONS:
            self._add_single(file, name, value)
        elif name not in SECTIONS:
            hint = nearest(name, (*SECTIONS, *SINGLE_SECTIONS))
            self._refuse(file.key_position((name,)), "unknown-key", f'there is no section "{name}"', hint)
        elif value is not None and not isinstance(value, list):
            message = f'section "{name}" is a list of entries (lines that begin with “- ”)'
            self._refuse(file.position((name,)), "wrong-shape", message)
        else:
            self._add_entries(file, name, value or [])

    def _check_version(self, file: YamlFile, value: Any) -> None:
        if value != SCHEMA_VERSION:
            message = f'this program reads files of schema_version "{SCHEMA_VERSION}"'
            self._refuse(file.position((_VERSION,)), "wrong-value", message)

    def _add_single(self, file: YamlFile, name: str, value: Any) -> None:
        if name in self.data:
            first = Related(self.origin.singles[name].key_position((name,)), "the first is here")
            message = f'"{name}" stands in two files of the case; keep one'
            self._refuse(file.key_position((name,)), "duplicate-section", message, None, first)
        else:
            self.data[name] = value
            self.origin.singles[name] = file

    def _add_entries(self, file: YamlFile, name: str, values: list[Any]) -> None:
        entries = self.data.setdefault(name, [])
        for index, value in enumerate(values):
            self.origin.entries[name, len(entries)] = (file, (name, index))
            entries.append(value)

    def _refuse(self, position: Position, rule: str, message: str, hint: str | None = None, *related: Related) -> None:
        self.findings.append(error(position, rule, message, hint, *related))
