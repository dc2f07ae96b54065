"""Every key of a case and its vault that holds a value: found by walking the models along the data."""

import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from referral.case.model import Case, LocalText
from referral.edtf import UncertainDate
from referral.protection.vault import Vault

Step = str | int
Data = dict[str, Any]
Files = dict[str, Data]  # "case" and "vault"

_MODELS: dict[str, type[BaseModel]] = {"case": Case, "vault": Vault}


@dataclass(frozen=True)
class Place:
    """A key in one of the two files. `kind` says where in the models it is, whatever the entry: `evidence.title`."""

    file: str
    path: tuple[Step, ...]
    field: FieldInfo

    def __str__(self) -> str:
        return f"{self.file}:{'.'.join(map(str, self.path))}"

    @property
    def kind(self) -> str:
        return ".".join(step for step in self.path if isinstance(step, str))

    @property
    def is_printable(self) -> bool:
        """Whether it holds a date, words or a reference; no flag, number, word from a closed list or id of its own."""
        types, closed = _types(self.field.annotation), self._has("EntityId") or self._has("Term(")
        return bool(types & {LocalText, UncertainDate, str}) and not closed

    @property
    def is_date(self) -> bool:
        return UncertainDate in _types(self.field.annotation)

    @property
    def is_free_text(self) -> bool:
        """Whether it takes any words at all."""
        return bool(_types(self.field.annotation) & {LocalText, str}) and not (self._has("Ref(") or self._has("Form("))

    @property
    def may_hold_a_person(self) -> bool:
        """Whether a person’s code may stand there: a reference to persons or to any entry, or a code of no list."""
        is_code = "a code, never a name" in (self.field.description or "")
        return is_code or self._has("'persons'") or self._has("Ref(sections=())")

    def _has(self, marker: str) -> bool:
        return marker in repr((self.field.annotation, self.field.metadata))

    def value(self, files: Files) -> Any:
        return self._parent(files)[self.path[-1]]

    def entry(self, files: Files) -> str | None:
        """The id of the entry in which the key stands, if it stands in one."""
        section: Any = files[self.file][str(self.path[0])]
        if not isinstance(section, list):
            return None
        found: Data = section[int(self.path[1])]
        return found.get("id") or found.get("person")

    def without(self, files: Files) -> Files:
        """Copies of the files without the key."""
        changed = copy.deepcopy(files)
        del self._parent(changed)[self.path[-1]]
        return changed

    def change(self, files: Files, of_words: Callable[[str], str]) -> None:
        """Change the words of the key, in each language, in place."""
        self._parent(files)[self.path[-1]] = _changed(self.value(files), of_words)

    def _parent(self, files: Files) -> Any:
        parent: Any = files[self.file]
        for step in self.path[:-1]:
            parent = parent[step]
        return parent


def places(files: Files) -> Iterator[Place]:
    """Every key that has a value, case first, in the order of the models."""
    for name, model in _MODELS.items():
        yield from _places(name, model, files[name], ())


def every_field(file: str, model: type[BaseModel], path: tuple[Step, ...] = ()) -> Iterator[Place]:
    """Every key that there may be below a model, whether it has a value or not."""
    for name, field in model.model_fields.items():
        yield Place(file, (*path, name), field)
        for inner in _types(field.annotation):
            if issubclass(inner, BaseModel) and not issubclass(inner, LocalText):
                yield from every_field(file, inner, (*path, name))


def _places(file: str, model: type[BaseModel], data: Data, path: tuple[Step, ...]) -> Iterator[Place]:
    for name, field in model.model_fields.items():
        if data.get(name) is None:
            continue
        yield Place(file, (*path, name), field)
        for inner in _types(field.annotation):
            if issubclass(inner, BaseModel) and not issubclass(inner, LocalText):
                yield from _inside(file, inner, data[name], (*path, name))


def _inside(file: str, model: type[BaseModel], value: Any, path: tuple[Step, ...]) -> Iterator[Place]:
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _places(file, model, item, (*path, index))
    else:
        yield from _places(file, model, value, path)


def _types(annotation: Any) -> set[type]:
    """The classes inside an annotation such as `list[Citation] | None`."""
    if isinstance(annotation, type) and not get_args(annotation):
        return {annotation}
    return {found for part in get_args(annotation) for found in _types(part)}


def _changed(value: Any, of_words: Callable[[str], str]) -> Any:
    if isinstance(value, dict):
        return {key: _changed(inner, of_words) for key, inner in value.items()}
    if isinstance(value, list):
        return [_changed(inner, of_words) for inner in value]
    return of_words(value)
