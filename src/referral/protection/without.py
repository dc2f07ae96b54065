"""A case without some of its entries: references to them go too, and entries that cannot stand without them follow."""

from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from referral.case.model import SECTIONS, Answer, Case, Charge, Entity, Mapping, OpenQuestion, Ref
from referral.case.model.evidence import ORIGINALS
from referral.case.references import fields_with_references, references


def without(case: Case, hidden: Iterable[str]) -> Case:
    """The case without the entries `hidden`. An entry whose required reference is hidden is hidden as well."""
    hidden = set(hidden)
    if not hidden:
        return case
    targets = {entity.id: {target for _, _, target in references(entity)} for _, _, entity in case.entities()}
    while True:
        sections = {name: _section(case.section(name), hidden, targets) for name in SECTIONS}
        kept = {entity.id for entries in sections.values() for entity in entries}
        if targets.keys() - kept <= hidden:
            return case.model_copy(update=sections)
        hidden |= targets.keys() - kept


def _section(entries: list[Entity], hidden: set[str], targets: dict[str, set[str]]) -> list[Entity]:
    kept = []
    for entity in entries:
        if entity.id not in hidden:
            cleaned = entity if targets[entity.id].isdisjoint(hidden) else _cleaned(entity, hidden)
            kept += [cleaned] if isinstance(cleaned, Entity) else []
    return kept


def _cleaned(entry: BaseModel, hidden: set[str]) -> BaseModel | None:
    """The entry, or part of one, without references to what is hidden; None if it cannot stand without them."""
    changes: dict[str, Any] = {}
    for name, ref, _ in fields_with_references(type(entry)):
        value = getattr(entry, name)
        new = _value(value, ref, hidden)
        if new is not value:
            if not _may_be(type(entry).model_fields[name], new):
                return None
            changes[name] = new
    return None if _lost_its_subject(entry, changes) else entry.model_copy(update=changes)


def _value(value: Any, ref: Ref | None, hidden: set[str]) -> Any:
    """The very same value if nothing of it is hidden."""
    if isinstance(value, list):
        new = [kept for item in value if (kept := _value(item, ref, hidden)) is not None]
        is_same = len(new) == len(value) and all(n is v for n, v in zip(new, value, strict=True))
        return value if is_same else new
    if ref:
        return None if value in hidden else value
    return _cleaned(value, hidden) if isinstance(value, BaseModel) else value


def _may_be(field: FieldInfo, value: Any) -> bool:
    """A required field has another default than None."""
    if value is None:
        return field.default is None
    return value != [] or not any(getattr(rule, "min_length", 0) for rule in field.metadata)


def _lost_its_subject(entry: BaseModel, changes: dict[str, Any]) -> bool:
    """A mapping of nothing, a charge of nobody, a question about nothing: all that it is about is hidden.

    An item made of another one goes with any of its originals, for it says what they say; an answer with anything that
    it names, for its reasons may tell of it.
    """
    if isinstance(entry, Answer):
        return bool(changes)
    if not changes.keys().isdisjoint(ORIGINALS):
        return True
    subjects = next((names for kind, names in _SUBJECTS.items() if isinstance(entry, kind)), ())
    return any(name in changes for name in subjects) and not any(
        changes.get(name, getattr(entry, name)) for name in subjects
    )


_SUBJECTS: dict[type[Entity], tuple[str, ...]] = {
    Mapping: ("fact", "evidence"),
    Charge: ("person", "unit"),
    OpenQuestion: ("about",),
}
