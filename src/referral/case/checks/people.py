"""Persons and units: what must not stand open to everyone, who may be named, and who can act.

`sensitive-data-public`: data on a minor, sexual violence or a captive in an entry that every recipient may see.
`named-without-act`: `named_by` names an item that is no act, or a person who may not be named in public.
`placeholder-acts`: something is said or charged of a unit that only fills a gap in a chain of command.
"""

import re
from collections.abc import Iterator

from referral.case.load import LoadedCase
from referral.case.model import Confidentiality, Entity, Person
from referral.case.model.people import Custody, PlaceholderUnit
from referral.case.naming import ACCUSED_ROLES, faults_of_naming
from referral.case.references import references
from referral.diagnostics import Diagnostic, Position, error, warning

_CODE = re.compile(r"[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+")
_TELLING = ("facts", "incidents", "evidence", "quantities", "postings")


def sensitive_data_is_not_public(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`sensitive-data-public`"""
    for index, person in loaded.entries("persons"):
        what = _sensitive(person)
        if what and person.confidentiality is Confidentiality.PUBLIC:
            message = f"data on {what} stand open to every recipient; raise the confidentiality"
            yield warning(loaded.where("persons", index), "sensitive-data-public", message)
    sensitive = {p.id: what for _, p in loaded.entries("persons") if (what := _sensitive_if_named(p))}
    for section in _TELLING if sensitive else ():
        for index, entry in loaded.entries(section):
            if entry.confidentiality is Confidentiality.PUBLIC:
                yield from _told_of(sensitive, entry, loaded.where(section, index))


def _told_of(sensitive: dict[str, str], entry: Entity, at: Position) -> Iterator[Diagnostic]:
    """Codes are sought in every field, words included, because a sentence may name whom no list of persons does."""
    for code in sorted(sensitive.keys() & set(_CODE.findall(entry.model_dump_json()))):
        message = f"{entry.id} tells every recipient of {code}, {sensitive[code]}; raise its confidentiality"
        yield warning(at, "sensitive-data-public", message)


def _sensitive(person: Person) -> str | None:
    if person.minor:
        return "a minor"
    if person.survivor_of_sexual_violence:
        return "a survivor of sexual violence"
    return "a person in custody" if person.in_custody is Custody.YES else None


def _sensitive_if_named(person: Person) -> str | None:
    """What makes it harmful to tell of a person even by code; that a suspect is held is told of him anyway."""
    is_accused = person.has_role(*ACCUSED_ROLES)
    return None if is_accused and not (person.minor or person.survivor_of_sexual_violence) else _sensitive(person)


def only_acts_name_persons(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`named-without-act`. A reference to nothing is told by its own rule."""
    by_id, charged = loaded.case.by_id, {charge.person for _, charge in loaded.entries("charges")}
    for index, person in loaded.entries("persons"):
        faults = list(faults_of_naming(person, by_id, charged)) if person.named_by in by_id else []
        if faults:
            message = f"this names nobody in public: {'; '.join(faults)}"
            at = loaded.where("persons", index, "named_by")
            yield error(at, "named-without-act", message, "take named_by out, or name the act")


def placeholders_do_nothing(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`placeholder-acts`"""
    unknown = {u.id for _, u in loaded.entries("units") if u.placeholder is PlaceholderUnit.UNKNOWN}
    for section in ("postings", "incidents", "facts", "charges"):
        for index, entry in loaded.entries(section):
            for path, _, target in references(entry):
                if target in unknown:
                    message = f"{target} fills a gap and is no unit; nobody serves in it and it does nothing"
                    yield error(loaded.where(section, index, *path), "placeholder-acts", message)
