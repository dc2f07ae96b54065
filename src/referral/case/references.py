"""The references and terms that entries hold, found by the type of each field: no list of fields can lag behind."""

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from referral.case.model import Ref, Term

Step = str | int
Reference = tuple[tuple[Step, ...], Ref, str]  # where in the entry, to what kind, to which id
WrittenTerm = tuple[tuple[Step, ...], Term, str]  # where in the entry, of which list, which term
Mark = Ref | Term
_Found = tuple[tuple[Step, ...], Mark, str]


def references(entry: BaseModel) -> list[Reference]:
    """Every reference an entry holds, nested parts included."""
    return [(path, mark, target) for path, mark, target in _marked(entry) if isinstance(mark, Ref)]


def terms(entry: BaseModel) -> list[WrittenTerm]:
    """Every term an entry holds, nested parts included."""
    return [(path, mark, written) for path, mark, written in _marked(entry) if isinstance(mark, Term)]


@cache
def fields_with_references(model: type[BaseModel]) -> tuple[tuple[str, Ref | None, bool], ...]:
    """For each field worth visiting: its name, what it refers to, whether models are inside."""
    return tuple((name, mark, inside) for name, mark, inside in _fields(model) if not isinstance(mark, Term))


def _marked(entry: BaseModel) -> list[_Found]:
    found: list[_Found] = []
    for name, mark, _ in _fields(type(entry)):
        if value := getattr(entry, name):
            found += _values(name, mark, value) if mark else _nested(name, value)
    return found


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, Mark | None, bool], ...]:
    found = []
    for name, field in model.model_fields.items():
        mark = next((m for m in field.metadata if isinstance(m, Mark)), None) or _mark_in(field.annotation)
        is_inside = mark is None and any(_fields(m) for m in _models_in(field.annotation))
        if mark or is_inside:
            found.append((name, mark, is_inside))
    return tuple(found)


def _values(name: str, mark: Mark, value: Any) -> list[_Found]:
    if isinstance(value, list):
        return [((name, i), mark, item) for i, item in enumerate(value)]
    return [((name,), mark, value)]


def _nested(name: str, value: Any) -> list[_Found]:
    if isinstance(value, list):
        return [
            ((name, i, *path), mark, target) for i, item in enumerate(value) for path, mark, target in _marked(item)
        ]
    return [((name, *path), mark, target) for path, mark, target in _marked(value)]


def _mark_in(annotation: Any) -> Mark | None:
    own = next((m for m in getattr(annotation, "__metadata__", ()) if isinstance(m, Mark)), None)
    return own or next((m for m in map(_mark_in, get_args(annotation)) if m), None)


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models_in(argument)
