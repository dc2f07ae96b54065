"""Words that name what is withheld: whoever reads them learns that it is there, and something of it."""

from collections.abc import Callable, Container
from functools import cache, partial
from typing import Any

from pydantic import BaseModel

from referral.case.model import SECTIONS, Case, Header, LocalText
from referral.case.texts import fields_with_words
from referral.protection.tokens import codes_in
from referral.protection.without import without

Names = Callable[[str], bool]  # whether a text names something withheld


def without_telling(whole: Case, kept: Case) -> Case:
    """The case without words that name withheld entries: a field goes, and what cannot stand without it as well."""
    shown = {entry.id for _, _, entry in kept.entities()}
    withheld = {entry.id for _, _, entry in whole.entities()} - shown
    if not withheld:
        return kept
    names = partial(_names, withheld=withheld, shown=shown)
    gone = set()
    sections: dict[str, Any] = {"case": _silent(kept.case, names) or _silent(_untitled(kept.case), names)}
    for name in SECTIONS:
        entries = [(entry, _silent(entry, names)) for entry in kept.section(name)]
        gone |= {entry.id for entry, silent in entries if silent is None}
        sections[name] = [silent or entry for entry, silent in entries]
    return without(kept.model_copy(update=sections), gone)


def _untitled(header: Header) -> Header:
    """The title is all of its words that a header cannot do without."""
    return header.model_copy(update={"title": LocalText({header.language: header.id})})


def _silent(part: BaseModel, names: Names) -> BaseModel | None:
    """The very same part if it names nothing withheld; None if it cannot stand without what does."""
    changes: dict[str, Any] = {}
    for name, is_required in _told_in(type(part)):
        value = getattr(part, name)
        new = _without_words(value, names)
        if new is not value:
            if is_required and not new:
                return None
            changes[name] = new
    return part.model_copy(update=changes) if changes else part


def _without_words(value: Any, names: Names) -> Any:
    if isinstance(value, list):
        new = [kept for each in value if (kept := _without_words(each, names)) is not None]
        is_same = len(new) == len(value) and all(now is was for now, was in zip(new, value, strict=True))
        return value if is_same else new
    if isinstance(value, LocalText):
        return None if any(names(text) for text in value.by_lang.values()) else value
    if isinstance(value, BaseModel):
        return _silent(value, names)
    return None if type(value) is str and names(value) else value


def _names(text: str, withheld: Container[str], shown: Container[str]) -> bool:
    """A code counts in small letters and with any hyphen, unless it is but a part of the code of what is shown."""
    written = list(codes_in(text, is_path=True))
    return any(
        code in withheld and not any(own in shown and code in own and place == at for own, place in written)
        for code, at in written
    )


@cache
def _told_in(model: type[BaseModel]) -> tuple[tuple[str, bool], ...]:
    """The fields of a model that hold words, or parts with words, and whether it cannot stand without them."""
    return tuple((name, model.model_fields[name].is_required()) for name in fields_with_words(model))
