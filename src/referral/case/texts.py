"""Every text that a case, or an entry of it, holds, with its place: for rules about how things are written."""

from collections.abc import Iterator

from pydantic import BaseModel

from referral.case.model import LocalText
from referral.yaml_reader import Loc


def texts_in(value: object, path: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """Every text with its location, ids included."""
    if isinstance(value, LocalText):
        yield from (((*path, lang) if lang else path, text) for lang, text in value.by_lang.items())
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from texts_in(getattr(value, name), (*path, name))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from texts_in(item, (*path, index))
    elif type(value) is str:
        yield path, value
