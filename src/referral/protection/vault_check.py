"""The rules between vault and case.

`identity-outside-vault`: a name, number, contact, address or day of birth of the vault in a case file; write the code.
`initials-only`: an initial where the vault should have the whole name of one who signs or is charged.
`absent-identity`: personal data that a notice of suspicion must state, of a suspect, investigator or prosecutor.
"""

from collections.abc import Iterator

from referral.case.checks.letters import has_odd_apostrophe, mixed_words
from referral.case.load import LoadedCase
from referral.case.model import Person
from referral.case.model.charges import Stage
from referral.case.texts import texts_in
from referral.diagnostics import Diagnostic, error, warning
from referral.language.declension import Gender
from referral.language.lookalikes import lookalikes
from referral.protection.codes_check import codes_have_a_key, profiles_are_known
from referral.protection.datum import Words, words_of
from referral.protection.disclosure_check import check_disclosures
from referral.protection.inflected import name_in, parts_of
from referral.protection.lookalikes import words_are_of_one_alphabet
from referral.protection.permission_check import permissions_can_be_kept
from referral.protection.posts_check import posts_name_nobody
from referral.protection.sought import Sought
from referral.protection.vault import Identity, Name
from referral.protection.vault_dates import births_come_first
from referral.protection.vault_file import LoadedVault, read_vault
from referral.schema_errors import nearest

_OF_ADDRESSEE = "dat"  # the grammatical case in which a notice names whom it is served on

__all__ = ["LoadedVault", "check_vault", "places_told", "read_vault"]


def check_vault(loaded: LoadedCase, vault: LoadedVault) -> Iterator[Diagnostic]:
    """Every finding between vault and case; of a vault that was not opened, those that need none."""
    yield from posts_name_nobody(loaded)
    yield from words_are_of_one_alphabet(loaded)
    yield from profiles_are_known(loaded)
    yield from check_disclosures(loaded)
    yield from permissions_can_be_kept(loaded)
    if not vault.sealed:
        yield from _between(loaded, vault)


def _between(loaded: LoadedCase, vault: LoadedVault) -> Iterator[Diagnostic]:
    yield from identities_have_persons(loaded, vault)
    yield from no_identity_outside_vault(loaded, vault)
    yield from names_are_spelt_well(vault)
    yield from names_are_whole(vault)
    yield from identities_are_complete(loaded, vault)
    yield from births_come_first(loaded, vault)
    yield from codes_have_a_key(loaded, vault)


def identities_have_persons(loaded: LoadedCase, vault: LoadedVault) -> Iterator[Diagnostic]:
    """`unknown-person`"""
    persons = {person.id for person in loaded.case.persons}
    for index, identity in enumerate(vault.vault.identities):
        if identity.person not in persons:
            message = f'no person "{identity.person}" exists in the case'
            yield error(vault.where(index), "unknown-person", message, nearest(identity.person, persons))


def no_identity_outside_vault(loaded: LoadedCase, vault: LoadedVault) -> Iterator[Diagnostic]:
    """`identity-outside-vault`. The message names the person's code, never the words that were found."""
    sought = Sought(vault.vault.identities, told=places_told(loaded))
    if not sought:
        return
    for loc, text in texts_in(loaded.case):
        for code in sorted(found.person for found in sought.found_in(text)):
            message = f"this text holds identity data of {code} from the vault; write the code instead"
            yield error(loaded.origin.position(loc), "identity-outside-vault", message)


def places_told(loaded: LoadedCase) -> set[Words]:
    """The places that the case names, as words: they tell of nobody by themselves."""
    texts = (text for _, place in loaded.entries("places") for text in (place.name, *place.aliases))
    return {words_of(words) for text in texts for words in text.by_lang.values()}


def names_are_spelt_well(vault: LoadedVault) -> Iterator[Diagnostic]:
    """`mixed-letters`, `latin-lookalike`, `odd-apostrophe`. The message names the person's code, never the name."""
    for index, identity in enumerate(vault.vault.identities):
        texts = [text for _, text in texts_in(identity)]
        if any(map(mixed_words, texts)):
            message = f"Latin and Cyrillic letters stand in one word of the identity of {identity.person}; retype it"
            yield warning(vault.where(index), "mixed-letters", message)
        if any(map(_is_partly_latin, identity.names)):
            message = f"a name of {identity.person} is typed in Latin letters that look like Cyrillic ones; retype it"
            yield warning(vault.where(index), "latin-lookalike", message)
        if any(map(has_odd_apostrophe, texts)):
            message = f"a sign in the identity of {identity.person} only looks like an apostrophe; write ’ or '"
            yield warning(vault.where(index), "odd-apostrophe", message)


def _is_partly_latin(name: Name) -> bool:
    """Whether one part of a name looks Cyrillic and is not, beside a part that is."""
    parts = parts_of(name).values()
    return any(map(lookalikes, parts)) and not all(part.isascii() for part in parts)


def names_are_whole(vault: LoadedVault) -> Iterator[Diagnostic]:
    """`initials-only`. Of the name that documents print, which is the first."""
    for index, identity in enumerate(vault.vault.identities):
        for name in identity.names[:1]:
            short = [key for key in ("first", "patronymic") if _is_initial(getattr(name, key))]
            if short:
                message = (
                    f"the vault gives an initial of {identity.person} in place of {', '.join(short)}; write it whole"
                )
                yield warning(vault.where(index), "initials-only", message)


def _is_initial(name: str | None) -> bool:
    return name is not None and (name.endswith(".") or len(name) == 1)


def identities_are_complete(loaded: LoadedCase, vault: LoadedVault) -> Iterator[Diagnostic]:
    """`absent-identity`: what a notice of suspicion states of the suspect and of those who act."""
    charges = [charge for _, charge in loaded.entries("charges") if charge.stage is Stage.SUSPICION]
    suspects, lang = {charge.person for charge in charges}, loaded.case.case.language
    proceedings = {charge.proceeding for charge in charges}
    named = [p for _, p in loaded.entries("proceedings") if p.id in proceedings]
    officials = {code for p in named for code in (p.investigator, p.prosecutor)}
    for index, person in loaded.entries("persons"):
        identity = vault.identities.get(person.id, Identity(person=person.id))
        is_told = person.id in suspects | officials
        if lacking := list(_lacking(person, identity, person.id in suspects, lang)) if is_told else []:
            message = f"the vault lacks {', '.join(lacking)} of {person.id}; a notice will print placeholders"
            yield warning(loaded.where("persons", index), "absent-identity", message)


def _lacking(person: Person, identity: Identity, is_suspect: bool, lang: str) -> Iterator[str]:
    if not identity.names:
        yield "the name"
    if not is_suspect:
        return
    if identity.names and _is_unsure(identity.names[0], person, lang):
        yield "the name in the dative"
    if identity.birth_date is None:
        yield "the date of birth"
    if identity.birth_place is None:
        yield "the place of birth"
    if identity.residence is None and not identity.residence_unknown:
        yield "the residence"
    if not person.citizenships:
        yield "the citizenship (in the case)"


def _is_unsure(name: Name, person: Person, lang: str) -> bool:
    """Whether the case in which a notice names whom it is served on is not wholly written, and no rule fills it."""
    return bool(name_in(name, _OF_ADDRESSEE, Gender.of(person.sex), lang).reason)
