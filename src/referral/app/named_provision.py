"""Which provision a person means who writes its id, a citation, or an abridged one."""

from referral.errors import UsageError
from referral.law import Law
from referral.law.model import ProvisionKind
from referral.law.read_citation import CitationReader

SEARCH = "to search by words: referral law list --find WORD"


def provision_named(law: Law, name: str) -> str | None:
    """The id; of several provisions with one number, the whole. None if nothing is meant, UsageError if several are."""
    if name in law.provisions:
        return name
    cited = CitationReader(law).read_abridged(name)
    whole = [found for found in cited if law.provision(found).parent not in cited]
    chosen = [found for found in whole if law.provision(found).kind is not ProvisionKind.NOTE] or whole
    if len(chosen) > 1:
        raise UsageError(f'"{name}" may be any of: {", ".join(chosen)}')
    return chosen[0] if chosen else None
