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


def references(entry: BaseModel) -> Iterator[Reference]:
    """Every reference an entry holds, nested parts included."""
    return ((path, mark, target) for path, mark, target in _marked(entry) if isinstance(mark, Ref))


def terms(entry: BaseModel) -> Iterator[WrittenTerm]:
    """Every term an entry holds, nested parts included."""
    return ((path, mark, written) for path, mark, written in _marked(entry) if isinstance(mark, Term))


@cache
def fields_with_references(model: type[BaseModel]) -> tuple[tuple[str, Ref | None, bool], ...]:
    """For each field worth visiting: its name, what it refers to, whether models are inside."""
    return tuple((name, mark, inside) for name, mark, inside in _fields(model) if not isinstance(mark, Term))


def _marked(entry: BaseModel) -> Iterator[tuple[tuple[Step, ...], Mark, str]]:
    for name, mark, has_models in _fields(type(entry)):
        value = getattr(entry, name)
        if value is None:
            continue
        if mark:
            yield from _values(name, mark, value)
        elif has_models:
            yield from _nested(name, value)


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, Mark | None, bool], ...]:
    found = []
    for name, field in model.model_fields.items():
        mark = next((m for m in field.metadata if isinstance(m, Mark)), None) or _mark_in(field.annotation)
        is_inside = mark is None and any(_fields(m) for m in _models_in(field.annotation))
        if mark or is_inside:
            found.append((name, mark, is_inside))
    return tuple(found)


def _values(name: str, mark: Mark, value: Any) -> Iterator[tuple[tuple[Step, ...], Mark, str]]:
    if isinstance(value, list):
        yield from (((name, i), mark, item) for i, item in enumerate(value))
    else:
        yield (name,), mark, value


def _nested(name: str, value: Any) -> Iterator[tuple[tuple[Step, ...], Mark, str]]:
    if isinstance(value, list):
        for i, item in enumerate(value):
            yield from (((name, i, *path), mark, target) for path, mark, target in _marked(item))
    else:
        yield from (((name, *path), mark, target) for path, mark, target in _marked(value))


def _mark_in(annotation: Any) -> Mark | None:
    own = next((m for m in getattr(annotation, "__metadata__", ()) if isinstance(m, Mark)), None)
    return own or next((m for m in map(_mark_in, get_args(annotation)) if m), None)


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models_in(argument)
