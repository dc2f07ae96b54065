"""Models to plain data for templates: dictionaries, lists, text, dates. A template never sees a model's methods."""

import re
from enum import Enum
from typing import Any

from pydantic import BaseModel

from referral.case.model import LocalText
from referral.composition.printed import Unprintable

_BETWEEN_GROUPS = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")


def plain(value: Any) -> Any:
    """A model as nested dictionaries; a localized text as a dictionary by language («» for the case's own).

    No line may end within a number written in groups of digits.
    """
    if isinstance(value, LocalText):
        return Unprintable({lang: _BETWEEN_GROUPS.sub("\u00a0", words) for lang, words in value.by_lang.items()})
    if isinstance(value, BaseModel):
        return Unprintable({name: plain(getattr(value, name)) for name in type(value).model_fields})
    if isinstance(value, list | tuple):
        return [plain(v) for v in value]
    return value.value if isinstance(value, Enum) else value
