"""Which fields of a model are worth visiting for values of one kind: found once from the types, for each model."""

from functools import cache
from typing import Any, get_args

from pydantic import BaseModel


@cache
def fields_with(model: type[BaseModel], *kinds: type) -> tuple[str, ...]:
    """The names of the fields in which a value of one of these very types may stand, at once or further inside."""
    return tuple(name for name, field in model.model_fields.items() if _may_hold(field.annotation, kinds))


def _may_hold(annotation: Any, kinds: tuple[type, ...]) -> bool:
    if annotation in kinds or type(annotation) in kinds:  # the words of a `Literal` are values, not types
        return True
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return bool(fields_with(annotation, *kinds))
    return any(_may_hold(argument, kinds) for argument in get_args(annotation))
