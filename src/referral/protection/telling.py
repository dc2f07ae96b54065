"""Words that name what is withheld: whoever reads them learns that it is there, and something of it."""

import re
from collections.abc import Container
from functools import cache
from typing import Any

from pydantic import BaseModel

from referral.case.model import SECTIONS, Case, LocalText
from referral.case.texts import fields_with_words
from referral.protection.without import without

_CODE = re.compile(r"[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+")
_MARKER = "id"  # what an entry is called, and no word about another


def without_telling(whole: Case, kept: Case) -> Case:
    """The case without words that name withheld entries: a field goes, and what cannot stand without it as well."""
    withheld = {entry.id for _, _, entry in whole.entities()} - {entry.id for _, _, entry in kept.entities()}
    if not withheld:
        return kept
    gone = set()
    sections: dict[str, Any] = {"case": _silent(kept.case, withheld) or kept.case}
    for name in SECTIONS:
        entries = [(entry, _silent(entry, withheld)) for entry in kept.section(name)]
        gone |= {entry.id for entry, silent in entries if silent is None}
        sections[name] = [silent or entry for entry, silent in entries]
    return without(kept.model_copy(update=sections), gone)


def _silent(part: BaseModel, withheld: Container[str]) -> BaseModel | None:
    """The very same part if it names nothing withheld; None if it cannot stand without what does."""
    changes: dict[str, Any] = {}
    for name, is_required in _told_in(type(part)):
        value = getattr(part, name)
        new = _without_words(value, withheld)
        if new is not value:
            if is_required and not new:
                return None
            changes[name] = new
    return part.model_copy(update=changes) if changes else part


def _without_words(value: Any, withheld: Container[str]) -> Any:
    if isinstance(value, list):
        new = [kept for each in value if (kept := _without_words(each, withheld)) is not None]
        is_same = len(new) == len(value) and all(now is was for now, was in zip(new, value, strict=True))
        return value if is_same else new
    if isinstance(value, LocalText):
        return None if any(_names(text, withheld) for text in value.by_lang.values()) else value
    if isinstance(value, BaseModel):
        return _silent(value, withheld)
    return None if type(value) is str and _names(value, withheld) else value


def _names(text: str, withheld: Container[str]) -> bool:
    return "-" in text and any(code in withheld for code in _CODE.findall(text))


@cache
def _told_in(model: type[BaseModel]) -> tuple[tuple[str, bool], ...]:
    """The fields of a model that hold words, or parts with words, and whether it cannot stand without them."""
    names = (name for name in fields_with_words(model) if name != _MARKER)
    return tuple((name, _is_needed(model.model_fields[name])) for name in names)


def _is_needed(field: Any) -> bool:
    return field.is_required() or any(getattr(rule, "min_length", 0) for rule in field.metadata)
