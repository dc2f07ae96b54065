"""The rules between vault and case.

`identity-outside-vault`: a name, number, contact, address or day of birth of the vault in a case file; write the code.
`absent-identity`: personal data that a notice of suspicion must state, of a suspect, investigator or prosecutor.
"""

from collections.abc import Iterator

from pydantic import BaseModel

from referral.case.load import LoadedCase
from referral.case.model import LocalText, Person
from referral.case.model.charges import Stage
from referral.diagnostics import Diagnostic, error, warning
from referral.protection.identifying import Words, words_of
from referral.protection.needles import Needles
from referral.protection.vault import Identity
from referral.protection.vault_dates import births_come_first
from referral.protection.vault_file import LoadedVault, read_vault
from referral.schema_errors import nearest
from referral.yaml_reader import Loc

__all__ = ["LoadedVault", "check_vault", "read_vault"]


def check_vault(loaded: LoadedCase, vault: LoadedVault) -> Iterator[Diagnostic]:
    """Every finding between vault and case."""
    yield from identities_have_persons(loaded, vault)
    yield from no_identity_outside_vault(loaded, vault)
    yield from identities_are_complete(loaded, vault)
    yield from births_come_first(loaded, vault)


def identities_have_persons(loaded: LoadedCase, vault: LoadedVault) -> Iterator[Diagnostic]:
    """`unknown-person`"""
    persons = {person.id for person in loaded.case.persons}
    for index, identity in enumerate(vault.vault.identities):
        if identity.person not in persons:
            message = f'no person "{identity.person}" exists in the case'
            yield error(vault.where(index), "unknown-person", message, nearest(identity.person, persons))


def no_identity_outside_vault(loaded: LoadedCase, vault: LoadedVault) -> Iterator[Diagnostic]:
    """`identity-outside-vault`. The message names the person's code, never the words that were found."""
    needles = Needles(vault.vault.identities, _places_told(loaded))
    if not needles:
        return
    for loc, text in _texts_in(loaded.case):
        for code in needles.persons_in(text):
            message = f"this text holds identity data of {code} from the vault; write the code instead"
            yield error(loaded.origin.position(loc), "identity-outside-vault", message)


def _places_told(loaded: LoadedCase) -> set[Words]:
    texts = (text for _, place in loaded.entries("places") for text in (place.name, *place.aliases))
    return {words_of(words) for text in texts for words in text.by_lang.values()}


def _texts_in(value: object, path: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """Every text of a case with its location, ids included: they must not hold names either."""
    if isinstance(value, LocalText):
        yield from (((*path, lang) if lang else path, text) for lang, text in value.by_lang.items())
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _texts_in(getattr(value, name), (*path, name))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts_in(item, (*path, index))
    elif type(value) is str:
        yield path, value


def identities_are_complete(loaded: LoadedCase, vault: LoadedVault) -> Iterator[Diagnostic]:
    """`absent-identity`: what a notice of suspicion states of the suspect and of those who act."""
    charges = [charge for _, charge in loaded.entries("charges") if charge.stage is Stage.SUSPICION]
    suspects = {charge.person for charge in charges}
    proceedings = {charge.proceeding for charge in charges}
    named = [p for _, p in loaded.entries("proceedings") if p.id in proceedings]
    officials = {code for p in named for code in (p.investigator, p.prosecutor)}
    for index, person in loaded.entries("persons"):
        identity = vault.identities.get(person.id, Identity(person=person.id))
        lacking = list(_lacking(person, identity, person.id in suspects)) if person.id in suspects | officials else []
        if lacking:
            message = f"the vault lacks {', '.join(lacking)} of {person.id}; a notice will print placeholders"
            yield warning(loaded.where("persons", index), "absent-identity", message)


def _lacking(person: Person, identity: Identity, is_suspect: bool) -> Iterator[str]:
    if not identity.names:
        yield "the name"
    if not is_suspect:
        return
    if identity.names and not identity.names[0].forms.dat:
        yield "the name in the dative"
    if identity.birth_date is None:
        yield "the date of birth"
    if identity.birth_place is None:
        yield "the place of birth"
    if identity.residence is None:
        yield "the residence"
    if not person.citizenships:
        yield "the citizenship (in the case)"
