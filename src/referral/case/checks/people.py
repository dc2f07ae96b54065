"""Persons and units: what must not stand open to everyone, who may be named, and who can act.

`sensitive-data-public`: data on a minor, sexual violence or a captive in an entry that every recipient may see.
`named-without-act`: `named_by` names an item that is no act, or a person who may not be named in public.
`placeholder-acts`: something is said or charged of a unit that only fills a gap in a chain of command.
"""

import re
from collections.abc import Callable, Iterator
from functools import partial

from referral.case.load import LoadedCase
from referral.case.model import Confidentiality, Entity
from referral.case.model.people import PlaceholderUnit
from referral.case.naming import faults_of_naming
from referral.case.references import references
from referral.case.sensitive import sensitive, sensitive_by_code
from referral.diagnostics import Diagnostic, Position, error, warning

_CODE = re.compile(r"[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+")
_TELLING = ("facts", "incidents", "evidence", "quantities", "postings")


def sensitive_data_is_not_public(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`sensitive-data-public`"""
    for index, person in loaded.entries("persons"):
        what = sensitive(person)
        if what and person.confidentiality is Confidentiality.PUBLIC:
            is_held_back = sensitive_by_code(person) is not None
            so = "are written as public and held back from wide circles all the same" if is_held_back else "stand open"
            message = f"data on {what} {so}; raise the confidentiality"
            yield warning(loaded.where("persons", index), "sensitive-data-public", message)
    telling = {p.id: what for _, p in loaded.entries("persons") if (what := sensitive_by_code(p))}
    for section in _TELLING if telling else ():
        for index, entry in loaded.entries(section):
            if entry.confidentiality is Confidentiality.PUBLIC:
                yield from _told_of(telling, entry, partial(loaded.where, section, index))


def _told_of(telling: dict[str, str], entry: Entity, at: Callable[[], Position]) -> Iterator[Diagnostic]:
    """Codes are sought in every field, words included, because a sentence may name whom no list of persons does."""
    for code in sorted(telling.keys() & set(_CODE.findall(entry.model_dump_json()))):
        message = f"{entry.id} tells every recipient of {code}, {telling[code]}; raise its confidentiality"
        yield warning(at(), "sensitive-data-public", message)


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
