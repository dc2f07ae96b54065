"""Models to plain data for templates: dictionaries, lists, text, dates. A template never sees a model's methods."""

from enum import Enum
from typing import Any

from pydantic import BaseModel

from referral.case.model import LocalText


def plain(value: Any) -> Any:
    """A model as nested dictionaries; a localized text as a dictionary by language («» for the case's own)."""
    if isinstance(value, LocalText):
        return dict(value.by_lang)
    if isinstance(value, BaseModel):
        return {name: plain(getattr(value, name)) for name in type(value).model_fields}
    if isinstance(value, list | tuple):
        return [plain(v) for v in value]
    return value.value if isinstance(value, Enum) else value
