"""The references that entries hold, found by the type of each field, so that no list of fields can lag behind."""

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from referral.case.model import Ref

Step = str | int
Reference = tuple[tuple[Step, ...], Ref, str]  # where in the entry, to what kind, to which id


def references(entry: BaseModel) -> Iterator[Reference]:
    """Every reference an entry holds, nested parts included."""
    for name, ref, has_models in fields_with_references(type(entry)):
        value = getattr(entry, name)
        if value is None:
            continue
        if ref:
            yield from _targets(name, ref, value)
        elif has_models:
            yield from _nested(name, value)


@cache
def fields_with_references(model: type[BaseModel]) -> tuple[tuple[str, Ref | None, bool], ...]:
    """For each field worth visiting: its name, what it refers to, whether models are inside."""
    found = []
    for name, field in model.model_fields.items():
        ref = next((m for m in field.metadata if isinstance(m, Ref)), None) or _ref_in(field.annotation)
        has_references = ref is None and any(fields_with_references(m) for m in _models_in(field.annotation))
        if ref or has_references:
            found.append((name, ref, has_references))
    return tuple(found)


def _targets(name: str, ref: Ref, value: Any) -> Iterator[Reference]:
    if isinstance(value, list):
        yield from (((name, i), ref, item) for i, item in enumerate(value))
    else:
        yield (name,), ref, value


def _nested(name: str, value: Any) -> Iterator[Reference]:
    if isinstance(value, list):
        for i, item in enumerate(value):
            yield from (((name, i, *path), ref, target) for path, ref, target in references(item))
    else:
        yield from (((name, *path), ref, target) for path, ref, target in references(value))


def _ref_in(annotation: Any) -> Ref | None:
    own = next((m for m in getattr(annotation, "__metadata__", ()) if isinstance(m, Ref)), None)
    return own or next((r for r in map(_ref_in, get_args(annotation)) if r), None)


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models_in(argument)
