"""The dates that entries hold and where: at a path, or all of them, found by what they are."""

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel

from referral.case.fields import fields_with
from referral.case.references import Step
from referral.edtf import UncertainDate

Dated = tuple[tuple[Step, ...], UncertainDate]  # where in the entry, which date


def values_at(entry: BaseModel, path: str) -> Iterator[tuple[tuple[Step, ...], Any]]:
    """What stands at a path (`account.date`), in each item of a list on the way; the entry itself at the empty path."""
    name, _, rest = path.partition(".")
    if not name:
        yield (), entry
        return
    for where, value in _parts(name, getattr(entry, name)):
        if rest and isinstance(value, BaseModel):
            yield from (((*where, *inner), found) for inner, found in values_at(value, rest))
        else:
            yield where, value


def dates_of(entry: BaseModel) -> Iterator[Dated]:
    """Every date of an entry, nested parts included."""
    for name in fields_with(type(entry), UncertainDate):
        for where, value in _parts(name, getattr(entry, name)):
            if isinstance(value, UncertainDate):
                yield where, value
            elif isinstance(value, BaseModel):
                yield from (((*where, *inner), date) for inner, date in dates_of(value))


def _parts(name: str, value: Any) -> Iterable[tuple[tuple[Step, ...], Any]]:
    """The value, or each item of a list; nothing for what is not given."""
    if isinstance(value, list):
        return [((name, n), item) for n, item in enumerate(value)]
    return () if value is None else (((name,), value),)
