"""Persons and units: what must not stand open to everyone, and who can act.

`sensitive-data-public`: data on a minor, sexual violence or a captive in an entry that every recipient may see.
`placeholder-acts`: something is said or charged of a unit that only fills a gap in a chain of command.
"""

from collections.abc import Iterator

from referral.case.load import LoadedCase
from referral.case.model import Confidentiality, Person
from referral.case.model.people import Custody, PlaceholderUnit
from referral.case.references import references
from referral.diagnostics import Diagnostic, error, warning


def sensitive_data_is_not_public(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`sensitive-data-public`"""
    for index, person in loaded.entries("persons"):
        what = _sensitive(person)
        if what and person.confidentiality is Confidentiality.PUBLIC:
            message = f"data on {what} stand open to every recipient; raise the confidentiality"
            yield warning(loaded.where("persons", index), "sensitive-data-public", message)


def _sensitive(person: Person) -> str | None:
    if person.minor:
        return "a minor"
    if person.survivor_of_sexual_violence:
        return "a survivor of sexual violence"
    return "a person in custody" if person.in_custody is Custody.YES else None


def placeholders_do_nothing(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`placeholder-acts`"""
    unknown = {u.id for _, u in loaded.entries("units") if u.placeholder is PlaceholderUnit.UNKNOWN}
    for section in ("postings", "incidents", "facts", "charges"):
        for index, entry in loaded.entries(section):
            for path, _, target in references(entry):
                if target in unknown:
                    message = f"{target} fills a gap and is no unit; nobody serves in it and it does nothing"
                    yield error(loaded.where(section, index, *path), "placeholder-acts", message)
