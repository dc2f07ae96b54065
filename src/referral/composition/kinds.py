"""The document kinds that the template folders hold. A new kind is a folder `templates/<id>/`, no code.

`<id>/document.yaml` describes the kind, `<id>/<lang>.xml.j2` is its source in one language, `_shared/` holds what
several use: macros and `words.<lang>.yaml`. Files of a later folder replace those of the same name in an earlier one.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from referral.diagnostics import Diagnostic, Position, has_errors
from referral.document.nodes import HeadingNumbers, Layout, PageNumbering
from referral.errors import TemplateError
from referral.schema_errors import explain
from referral.yaml_reader import read_yaml

SHARED = "_shared"
SOURCE_SUFFIX = ".xml.j2"


class LayoutModel(BaseModel):
    """The page of a kind; see `document.nodes.Layout`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    margins: tuple[int, int, int, int] = (30, 10, 20, 20)
    font_size: int = 12
    line_spacing: float = 1.15
    first_line_indent: float = 10.0
    page_numbering: PageNumbering = PageNumbering.FOOTER
    heading_numbers: HeadingNumbers = HeadingNumbers.DECIMAL

    def layout(self) -> Layout:
        return Layout(**dict(self))


class DocumentKind(BaseModel):
    """One kind of document: its title per language, who may have it, and how it looks."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    schema_version: Literal["1"] = "1"
    id: str
    title: dict[str, str]
    profiles: tuple[str, ...] = Field(min_length=1, description="who may receive it; the first is the default")
    use: str | None = Field(None, description="the use it makes of accounts; a consent must allow it")
    about_person: bool = Field(False, description="one document per suspect")
    real_only: bool = Field(False, description="leaves out whatever is invented, open questions about it included")
    layout: LayoutModel = LayoutModel()


@dataclass(frozen=True)
class Library:
    """The templates of some folders, the last folder first in precedence."""

    folders: tuple[Path, ...]
    kinds: dict[str, DocumentKind] = field(default_factory=dict)

    def languages(self, kind: str) -> list[str]:
        """The languages in which a kind has a source."""
        found = {p.name.removesuffix(SOURCE_SUFFIX) for f in self.folders for p in (f / kind).glob(f"*{SOURCE_SUFFIX}")}
        return sorted(found)

    def words(self, lang: str) -> dict[str, Any]:
        """The shared words of a language; a later folder replaces single top-level entries."""
        words: dict[str, Any] = {}
        for folder in self.folders:
            path = folder / SHARED / f"words.{lang}.yaml"
            if path.is_file():
                words |= _read(path)
        if not words:
            raise TemplateError(f"no template folder has {SHARED}/words.{lang}.yaml")
        return words

    @cached_property
    def digest(self) -> str:
        """SHA-256 over the names and bytes of the files that count."""
        files = {p.relative_to(f).as_posix(): p for f in self.folders for p in sorted(f.rglob("*")) if p.is_file()}
        whole = hashlib.sha256()
        for name, path in sorted(files.items()):
            whole.update(f"{name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
        return whole.hexdigest()


def load_templates(folders: Sequence[Path]) -> Library:
    """The document kinds of these folders. Raises TemplateError if a `document.yaml` is wrong."""
    paths = {p.parent.name: p for folder in folders for p in sorted(folder.glob("*/document.yaml"))}
    return Library(tuple(folders), {name: _kind(name, path) for name, path in sorted(paths.items())})


def _kind(name: str, path: Path) -> DocumentKind:
    try:
        return DocumentKind.model_validate({"id": name, **_read(path)})
    except ValidationError as failure:
        findings = list(explain(failure, DocumentKind, lambda loc, of_key: Position(str(path))))
        raise TemplateError(_joined(findings)) from failure


def _read(path: Path) -> dict[str, Any]:
    file = read_yaml(path.read_bytes(), str(path))
    if has_errors(file.findings) or not isinstance(file.data, dict):
        raise TemplateError(_joined(list(file.findings)) or f"{path}: a mapping is expected")
    return file.data


def _joined(findings: list[Diagnostic]) -> str:
    return "\n".join(f"{d.position}: {d.message}" for d in findings)
