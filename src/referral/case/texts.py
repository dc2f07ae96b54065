"""Every text that a case, or an entry of it, holds, with its place: for rules about how things are written."""

from collections.abc import Callable, Iterator
from functools import cache
from types import NoneType
from typing import Any, TypeVar, get_args

from pydantic import BaseModel

from referral.case.fields import fields_with
from referral.case.model import LocalText
from referral.yaml_reader import Loc

Told = TypeVar("Told", bound=BaseModel)


def texts_in(value: object, path: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """Every text with its location, ids included."""
    if isinstance(value, LocalText):
        yield from (((*path, lang) if lang else path, text) for lang, text in value.by_lang.items())
    elif isinstance(value, BaseModel):
        for name in fields_with(type(value), str, LocalText):
            inner = getattr(value, name)
            if type(inner) is str:
                yield (*path, name), inner
            elif inner:
                yield from texts_in(inner, (*path, name))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from texts_in(item, (*path, index))
    elif type(value) is str:
        yield path, value


def rewritten(part: Told, change: Callable[[str], str]) -> Told:
    """The same with every text changed, ids and references included; the very same where nothing changes."""
    changes = {}
    for name in fields_with_words(type(part)):
        value = getattr(part, name)
        new = _rewritten(value, change)
        if new is not value:
            changes[name] = new
    return part.model_copy(update=changes) if changes else part


def _rewritten(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, LocalText):
        texts = {lang: change(text) for lang, text in value.by_lang.items()}
        return value if texts == value.by_lang else LocalText.model_construct(root=texts)
    if isinstance(value, BaseModel):
        return rewritten(value, change)
    if isinstance(value, list):
        new = [_rewritten(each, change) for each in value]
        return value if all(now is was for now, was in zip(new, value, strict=True)) else new
    if type(value) is not str:
        return value
    text = change(value)
    return value if text == value else text


@cache
def fields_with_words(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields of a model that hold text, or parts with text."""
    return tuple(name for name, field in model.model_fields.items() if _holds_words(field.annotation))


def _holds_words(annotation: Any) -> bool:
    if isinstance(annotation, type) and annotation is not NoneType:
        return annotation is str or issubclass(annotation, BaseModel)
    return any(_holds_words(each) for each in get_args(annotation))
