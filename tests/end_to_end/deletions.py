"""One value less: every key that a case or its vault could leave out, found by walking the models along the data."""

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from referral.case.model import Case, LocalText
from referral.edtf import UncertainDate
from referral.protection.vault import Vault

Step = str | int
Data = dict[str, Any]


@dataclass(frozen=True)
class Deletion:
    """A key to delete. `kind` is its place in the models, whatever the entry: `evidence.account.date`."""

    file: str  # "case" or "vault"
    path: tuple[Step, ...]
    is_required: bool
    is_date: bool

    @property
    def kind(self) -> str:
        return ".".join(step for step in self.path if isinstance(step, str))

    def __str__(self) -> str:
        return f"{self.file}:{'.'.join(map(str, self.path))}"

    def applied(self, files: dict[str, Data]) -> dict[str, Data]:
        """Copies of the files without the key."""
        changed = copy.deepcopy(files)
        parent: Any = changed[self.file]
        for step in self.path[:-1]:
            parent = parent[step]
        del parent[self.path[-1]]
        return changed


def deletions(files: dict[str, Data]) -> list[Deletion]:
    """Every key of both files that holds a date or words, a person or a place, or a list of them."""
    models: dict[str, type[BaseModel]] = {"case": Case, "vault": Vault}
    return [found for name, model in models.items() for found in _deletions(name, model, files[name], ())]


def _deletions(file: str, model: type[BaseModel], data: Data, path: tuple[Step, ...]) -> Iterator[Deletion]:
    for name, field in model.model_fields.items():
        if data.get(name) is None:
            continue
        if is_printable(field):
            yield Deletion(file, (*path, name), field.is_required(), UncertainDate in _types(field.annotation))
        for inner in _types(field.annotation):
            if issubclass(inner, BaseModel) and not issubclass(inner, LocalText):
                yield from _inside(file, inner, data[name], (*path, name))


def _inside(file: str, model: type[BaseModel], value: Any, path: tuple[Step, ...]) -> Iterator[Deletion]:
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _deletions(file, model, item, (*path, index))
    else:
        yield from _deletions(file, model, value, path)


def is_printable(field: FieldInfo) -> bool:
    """Whether a field holds what documents print in words: no flag, number, id of its own or word from a closed list."""
    return bool(_types(field.annotation) & {LocalText, UncertainDate, str}) and "EntityId" not in repr(field)


def _types(annotation: Any) -> set[type]:
    """The classes inside an annotation such as `list[Citation] | None`."""
    if isinstance(annotation, type) and not get_args(annotation):
        return {annotation}
    return {found for part in get_args(annotation) for found in _types(part)}
