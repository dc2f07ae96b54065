"""Days of birth against the case. No message holds the day itself."""

from collections import defaultdict
from collections.abc import Iterator

from referral.case.load import LoadedCase
from referral.case.model import Incident
from referral.diagnostics import Diagnostic, error
from referral.edtf import certainly_before
from referral.protection.vault_file import LoadedVault


def births_come_first(loaded: LoadedCase, vault: LoadedVault) -> Iterator[Diagnostic]:
    """`impossible-chronology`"""
    incidents = _incidents_by_person(loaded)
    for index, identity in enumerate(vault.vault.identities):
        born = identity.birth_date
        if born is None:
            continue
        late = [i.id for i in incidents[identity.person] if i.date and certainly_before(i.date, born)]
        late += ["the day the case speaks of"] if certainly_before(loaded.case.case.as_at, born) else []
        if late:
            message = f"the day of birth of {identity.person} lies after {', '.join(late)}; one of the two is wrong"
            yield error(vault.file.position(("identities", index, "birth_date")), "impossible-chronology", message)


def _incidents_by_person(loaded: LoadedCase) -> dict[str, list[Incident]]:
    """The incidents in which a person was a victim, had a role, or is charged."""
    by_id = {incident.id: incident for _, incident in loaded.entries("incidents")}
    codes: dict[str, set[str]] = defaultdict(set)
    for incident in by_id.values():
        for person in incident.victims:
            codes[person].add(incident.id)
    for _, person in loaded.entries("persons"):
        codes[person.id] |= {code for role in person.roles for code in role.incidents}
    for _, charge in loaded.entries("charges"):
        codes[charge.person or ""] |= set(charge.incidents)
    found = {person: [by_id[code] for code in sorted(found) if code in by_id] for person, found in codes.items()}
    return defaultdict(list, found)
