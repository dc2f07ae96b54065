"""The document kinds that the template folders hold. A new kind is a folder `templates/<id>/`, no code.

`<id>/document.yaml` describes the kind, `<id>/<lang>.xml.j2` is its source in one language, `_shared/` holds what
several use: macros, `words.<lang>.yaml`, `place_codes.yaml`. Files of a later folder replace those of the same name in
an earlier one, but for these word lists: what a later one holds is added to the earlier, or replaces single words.
"""

import hashlib
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import cached_property, reduce
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from referral.case.model.people import RoleName, Uses
from referral.composition.proceeding_numbers import NumberForm
from referral.composition.stated import StatedItem
from referral.composition.wording import WordGroup
from referral.diagnostics import Diagnostic, Position, has_errors
from referral.document.layout import HeadingNumbers, Layout, PageNumbering
from referral.errors import TemplateError
from referral.law.model import Forum
from referral.protection.profiles import INTERNAL, PROFILES
from referral.schema_errors import Loc, Locate, explain, nearest
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


def _known_profiles(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_known(name, "profile", PROFILES) for name in names)


def _known_use(name: str) -> str:
    return _known(name, "use of an account", Uses.model_fields)


def _known(name: str, what: str, known: Collection[str]) -> str:
    if name not in known:
        raise ValueError(f'there is no {what} "{name}"; {nearest(name, known) or ", ".join(known)}')
    return name


def _person_of(value: object) -> object:
    """`true` and `false` as such, a role by its name."""
    if value in (True, False, "true", "false"):
        return value in (True, "true")
    return RoleName(_known(str(value), "role", [role.value for role in RoleName]))


KnownProfiles = Annotated[tuple[str, ...], Field(min_length=1), AfterValidator(_known_profiles)]
KnownUse = Annotated[str, AfterValidator(_known_use)]
PersonMeant = Annotated[bool | RoleName, BeforeValidator(_person_of)]
KnownProfile = Annotated[str, AfterValidator(lambda name: _known(name, "profile", PROFILES))]


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
    real_only: bool = Field(False, description="leaves out whatever is invented, open questions about it included")
    classification: dict[KnownProfile, dict[str, str]] = Field(
        default={}, description="the words in the header by profile and language, where the shared ones would be untrue"
    )
    must_state: tuple[StatedItem, ...] = Field((), description="the items that the law demands of it")
    layout: LayoutModel = LayoutModel()

    @model_validator(mode="after")
    def _stays_with_others(self) -> "DocumentKind":
        his = [name for name in self.profiles if self.kept_from_suspect and PROFILES[name].is_for_suspect]
        if his:
            raise ValueError(f"it is kept from the suspect, and the profile “{his[0]}” is his; remove one of the two")
        return self

    @property
    def is_about_role(self) -> bool:
        """Whether it is about a person of some role, charged or not."""
        return isinstance(self.about_person, RoleName)

    @property
    def is_working_paper(self) -> bool:
        """Whether it is for nobody but those who draw up the case."""
        return self.profiles == (INTERNAL,)


class CodeForm(BaseModel):
    """What a code of a register of places looks like: as a pattern, and in words for whoever mistyped one."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    pattern: re.Pattern[str]
    words: str


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
        files = {_name_of(p.relative_to(f).as_posix(), number): p for number, f, p in all_files}
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
