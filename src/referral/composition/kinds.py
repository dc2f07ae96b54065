"""The document kinds that the template folders hold. A new kind is a folder `templates/<id>/`, no code.

`<id>/document.yaml` describes the kind, `<id>/<lang>.xml.j2` is its source in one language, `_shared/` holds what
several use: macros, `words.<lang>.yaml`, `place_codes.yaml`. Files of a later folder replace those of the same name in
an earlier one, but for these word lists: what a later one holds is added to the earlier, or replaces single words.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property, reduce
from pathlib import Path
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from referral.case.model import Confidentiality
from referral.case.model.people import RoleName
from referral.composition.annex_kinds import AnnexKind, Levels, beyond_profile
from referral.composition.code_forms import CodeForm
from referral.composition.known_names import KnownProfile, KnownProfiles, KnownUse, PersonMeant
from referral.composition.proceeding_numbers import NumberForm
from referral.composition.regimes import Regime
from referral.composition.stated import StatedItem
from referral.composition.wording import WordGroup
from referral.diagnostics import Diagnostic, Position, has_errors
from referral.document.layout import HeadingNumbers, Layout, PageNumbering
from referral.errors import TemplateError
from referral.law.model import Forum
from referral.protection.profiles import INTERNAL, PROFILES
from referral.schema_errors import Loc, Locate, explain
from referral.yaml_reader import YamlFile, read_yaml

SHARED = "_shared"
SOURCE_SUFFIX = ".xml.j2"
Validated = TypeVar("Validated", bound=BaseModel)


class LayoutModel(BaseModel):
    """The page of a kind; see `document.layout.Layout`."""

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
    profiles: KnownProfiles = Field(description="who may receive it")
    use: KnownUse | None = Field(None, description="the use it makes of accounts; a consent must allow it")
    about_person: PersonMeant = Field(
        False, description="one document per person: true for those charged, or a role for those who have it"
    )
    filed_by: RoleName | None = Field(
        None, description="a role; a person who has it may file it for himself, and is then named in it if he agreed"
    )
    forum: Forum | None = Field(None, description="on charges under the law of this forum; a case must bring one")
    kept_from_suspect: bool = Field(False, description="never handed to the suspect: no profile of his may have it")
    read_by: KnownProfile | None = Field(None, description="a profile that reads it too, whoever it is made for")
    real_only: bool = Field(False, description="leaves out whatever is invented, open questions about it included")
    own_points_only: bool = Field(False, description="of what stands open only what is about its person or proceeding")
    classification: dict[KnownProfile, dict[str, str]] = Field(
        default={}, description="the words in the header by profile and language, where the shared ones would be untrue"
    )
    must_state: tuple[StatedItem, ...] = Field((), description="the items that the law demands of it")
    says_nothing: tuple[str, ...] = Field((), description="texts that fill no such item, as dashes alone fill none")
    traced: bool = Field(False, description="built with a sidecar that says on what each of its sentences rests")
    pitfalls: Forum | None = Field(
        None, description="a draft for its authors lists the pitfalls that the case shows in charges of this forum"
    )
    citations: Literal["short", "full"] = Field("short", description="full: the first note with an exhibit names it")
    captions: Literal["plain", "numbered"] = Field("plain", description="numbered: tables with a caption are counted")
    level: Levels = Field(
        default={}, description="the confidentiality of its main text by profile; else the highest that a profile sees"
    )
    annexes: tuple[AnnexKind, ...] = Field((), description="its annexes, in their order")
    exhibit_label: dict[str, str] = Field(
        default={}, description="how it calls an exhibit, by language, with {n} for the number; else as all do"
    )
    layout: LayoutModel = LayoutModel()

    @model_validator(mode="after")
    def _stays_with_others(self) -> "DocumentKind":
        his = [name for name in self.profiles if self.kept_from_suspect and PROFILES[name].is_for_suspect]
        if his:
            raise ValueError(f"it is kept from the suspect, and the profile “{his[0]}” is his; remove one of the two")
        return self

    @model_validator(mode="after")
    def _has_sound_annexes(self) -> "DocumentKind":
        letters = [annex.id for annex in self.annexes]
        others = {name for annex in self.annexes for name in annex.level} - {*self.profiles}
        if len({*letters}) < len(letters):
            raise ValueError("two annexes have one letter")
        if others:
            raise ValueError(f"an annex is for the profile “{min(others)}”, which may not have this document")
        if wrong := beyond_profile(self.level):
            raise ValueError(wrong)
        return self

    def level_for(self, profile: str) -> Confidentiality:
        """The declared level of the main text."""
        return self.level.get(profile, PROFILES[profile].highest)

    @property
    def is_about_role(self) -> bool:
        """Whether it is about a person of some role, charged or not."""
        return isinstance(self.about_person, RoleName)

    @property
    def is_working_paper(self) -> bool:
        """Whether it is for nobody but those who draw up the case."""
        return self.profiles == (INTERNAL,)


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
        """The shared words of a language, those of every folder together."""
        words = self._together(f"words.{lang}.yaml")
        if not words:
            raise TemplateError(f"no template folder has {SHARED}/words.{lang}.yaml")
        return words

    @cached_property
    def word_languages(self) -> list[str]:
        """The languages that have words."""
        found = {path.name.split(".")[1] for f in self.folders for path in (f / SHARED).glob("words.*.yaml")}
        return sorted(found)

    @cached_property
    def place_codes(self) -> dict[str, CodeForm]:
        """What the codes of each register of places look like."""
        return self._typed(CodeForm, "place_codes.yaml")

    @cached_property
    def number_forms(self) -> dict[str, NumberForm]:
        """What the official numbers of each kind of proceeding look like."""
        return self._typed(NumberForm, "proceeding_numbers.yaml")

    @cached_property
    def regimes(self) -> dict[str, Regime]:
        """The codes of each regime of redaction."""
        return self._typed(Regime, "redaction_regimes.yaml")

    @cached_property
    def telling_words(self) -> dict[str, dict[str, list[str]]]:
        """Beginnings of words that tell of family and occupation, by language and kind."""
        return self._together("telling_words.yaml")

    @cached_property
    def unfit_words(self) -> dict[str, dict[str, WordGroup]]:
        """The words that our own texts must not hold, by language."""
        return {lang: self._typed(WordGroup, f"wording.{lang}.yaml") for lang in self.word_languages}

    def _typed(self, model: type[Validated], name: str) -> dict[str, Validated]:
        at = Position(name)
        return {key: _validated(model, value, lambda *_: at) for key, value in self._together(name).items()}

    def _together(self, name: str) -> dict[str, Any]:
        paths = (folder / SHARED / name for folder in self.folders)
        return reduce(_with, (_read(path).data for path in paths if path.is_file()), {})

    @cached_property
    def digest(self) -> str:
        """SHA-256 over the names and bytes of the files that count."""
        all_files = ((number, f, p) for number, f in enumerate(self.folders) for p in f.rglob("*") if p.is_file())
        written = ((number, f, p) for number, f, p in all_files if p.parent.name != "__pycache__")
        files = {_name_of(p.relative_to(f).as_posix(), number): p for number, f, p in written}
        whole = hashlib.sha256()
        for name, path in sorted(files.items()):
            whole.update(f"{name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
        return whole.hexdigest()


def load_templates(folders: Sequence[Path]) -> Library:
    """The document kinds of these folders. Raises TemplateError if a `document.yaml` is wrong."""
    paths = {p.parent.name: p for folder in folders for p in sorted(folder.glob("*/document.yaml"))}
    library = Library(tuple(folders), {name: _kind(name, path) for name, path in sorted(paths.items())})
    for name, path in paths.items():
        if not library.languages(name):
            raise TemplateError(f"{path}: “{name}” has no source in any language; write {name}/<lang>{SOURCE_SUFFIX}")
    return library


def _with(earlier: dict[str, Any], later: dict[str, Any]) -> dict[str, Any]:
    """Both together, at every depth; where both have an entry, the later one."""
    both = {name: (earlier[name], later[name]) for name in earlier.keys() & later.keys()}
    deeper = {name: _with(*two) for name, two in both.items() if all(isinstance(one, dict) for one in two)}
    return earlier | later | deeper


def _name_of(name: str, folder: int) -> str:
    """The name under which a file counts: where lists are joined, those of every folder do."""
    return f"{name} {folder}" if folder and name.startswith(f"{SHARED}/") and name.endswith(".yaml") else name


def _kind(name: str, path: Path) -> DocumentKind:
    file = _read(path)
    if "id" in file.data:
        raise TemplateError(f'{path}: a document is called after its folder, "{name}"; remove the line “id:”')
    return _validated(DocumentKind, {"id": name, **file.data}, lambda loc, of_key: _place(file, loc, of_key))


def _place(file: YamlFile, loc: Loc, of_key: bool) -> Position:
    return file.key_position(loc) if of_key else file.position(loc)


def _validated(model: type[Validated], data: Any, locate: Locate) -> Validated:
    try:
        return model.model_validate(data)
    except ValidationError as failure:
        raise TemplateError(_joined(list(explain(failure, model, locate)))) from failure


def _read(path: Path) -> YamlFile:
    file = read_yaml(path.read_bytes(), str(path))
    if has_errors(file.findings) or not isinstance(file.data, dict):
        raise TemplateError(_joined(list(file.findings)) or f"{path}: a mapping is expected")
    return file


def _joined(findings: list[Diagnostic]) -> str:
    return "\n".join(f"{d.position}: {d.message}" + (f"; {d.hint}" if d.hint else "") for d in findings)
