"""Case files into one `Case`: one file or a folder of files, merged, with the place of every node kept.

Reading never stops at the first finding: what can be said about all files is collected.

`duplicate-section`: the header or the list of documents in two files of one case; keep one.
`several-cases`: a folder with no case of its own and several below it; name one of them.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from referral.case.files import cases_below, read_files
from referral.case.model import ENTRIES, SCHEMA_VERSION, SECTIONS, SINGLE_SECTIONS, Case
from referral.diagnostics import Diagnostic, Position, Related, Where, error
from referral.schema_errors import explain, nearest
from referral.yaml_reader import Loc, YamlFile

_VERSION = "schema_version"


@dataclass(frozen=True)
class Origin:
    """Where every entry of the merged case comes from."""

    folder: Path
    shown_as: str
    parts: dict[str | int, list[tuple[int, YamlFile]]] = field(
        default_factory=dict
    )  # from which entry on in which file
    singles: dict[str | int, YamlFile] = field(default_factory=dict)

    @property
    def paths(self) -> set[str]:
        """The files that hold something of the case."""
        files = (*(file for parts in self.parts.values() for _, file in parts), *self.singles.values())
        return {file.path for file in files}

    def position(self, loc: Loc, of_key: bool = False) -> Position:
        """The place in a file of a location in the merged case (`("facts", 3, "text")`)."""
        file, inner = self._file(loc)
        if file is None:
            return Position(self.shown_as)
        return file.key_position(inner) if of_key else file.position(inner)

    def _file(self, loc: Loc) -> tuple[YamlFile | None, Loc]:
        match loc:
            case (section, int(index), *inner) if section in self.parts:
                parts = self.parts[section]
                start, file = parts[bisect_right(parts, index, key=lambda part: part[0]) - 1]
                return file, (section, index - start, *inner)
            case (section, *_):
                return self.singles.get(section), loc
        return None, loc


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

    def place(self, section: str, index: int, *inner: str | int) -> Where:
        """The same for whoever may never ask: it is looked up when he does."""
        return partial(self.where, section, index, *inner)

    def entries(self, section: str) -> Iterator[tuple[int, Any]]:
        """The entries of a section with their index, withdrawn ones left out."""
        for index, entity in enumerate(self.case.section(section)):
            if not entity.is_withdrawn:
                yield index, entity


def read_case(path: Path) -> tuple[LoadedCase | None, list[Diagnostic]]:
    """Read and type a case. The case is None if the findings hold an error."""
    if len(several := cases_below(path)) > 1:
        message = f"this folder holds several cases; name one: {', '.join(map(str, several))}"
        return None, [error(Position(str(path)), "several-cases", message)]
    unread: list[Diagnostic] = []
    merge = _Merge(Origin(path if path.is_dir() else path.parent, str(path)))
    for file in read_files(path):
        unread += [file] if isinstance(file, Diagnostic) else file.findings
        if isinstance(file, YamlFile):
            merge.add(file)
    if unread or not merge.is_whole:  # what is unread would be reported as missing
        return None, [*unread, *merge.findings]
    case = merge.case()
    findings = [*merge.findings, *merge.mistyped]
    return (LoadedCase(case, merge.origin) if case and not findings else None), findings


class _Merge:
    """The sections of all files put together, each entry typed at once, and what stands in the way."""

    def __init__(self, origin: Origin) -> None:
        self.origin = origin
        self.data: dict[str, Any] = {}
        self.findings: list[Diagnostic] = []
        self.mistyped: list[Diagnostic] = []
        self.is_whole = True  # False once a file had no sections

    def add(self, file: YamlFile) -> None:
        """Take in one file. One with nothing but comments is no mistake."""
        # Of the file itself only places are wanted later: its data would stand in memory beside the entries.
        kept = replace(file, data=None)
        if isinstance(file.data, dict):
            for name, value in file.data.items():
                self._add_section(kept, name, value)
        elif file.data is not None:
            self.is_whole = False
            self._refuse(file.position(), "wrong-shape", "a case file is a mapping (lines “section:”)")

    def case(self) -> Case | None:
        """The whole; of entries that were refused nothing is said again."""
        data = {name: self.data[name] for name in SINGLE_SECTIONS if name in self.data} if self.mistyped else self.data
        try:
            return Case.model_validate(data)
        except ValidationError as failure:
            self.mistyped += explain(failure, Case, self.origin.position)
            return None

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
        entries, model = self.data.setdefault(name, []), ENTRIES[name]
        if values:
            self.origin.parts.setdefault(name, []).append((len(entries), file))
        for value in values:
            try:
                entries.append(model.model_validate(value))
            except ValidationError as failure:
                self.mistyped += explain(failure, Case, self.origin.position, (name, len(entries)))
                entries.append(None)  # so that the places of those after it are right

    def _refuse(self, position: Position, rule: str, message: str, hint: str | None = None, *related: Related) -> None:
        self.findings.append(error(position, rule, message, hint, *related))
