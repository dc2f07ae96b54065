"""Consent of those who speak in a case or are shown in it.

`consent-not-asked`: a person who speaks in an item, or is shown in it, has not been asked for a use the item has.
`testimony-without-account`: nobody is named whose consent governs the testimony; write who gave it under `account`.
`minor-without-guardian`: one under age has agreed and no guardian with him; until one does, it counts as not asked.
`foreign-prior-account`: an earlier account that another person gave; accounts of two persons are two origins.
"""

from collections import defaultdict
from collections.abc import Iterator

from referral.case.load import LoadedCase
from referral.case.model import Confidentiality, EvidenceItem, EvidenceKind, Person
from referral.case.model.people import Answer, Uses
from referral.case.voices import Voice, Voices, is_asked, is_derived
from referral.diagnostics import Diagnostic, error, warning

_SHOWN = 3  # items named in one message
_USES = {"national_authorities": "use by national authorities", "publication": "publication"}


def testimony_names_who_gave_it(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`testimony-without-account`"""
    for index, item in loaded.entries("evidence"):
        if item.kind is EvidenceKind.TESTIMONY and not item.account and not is_derived(item):
            message = f"{item.id} is testimony and does not say who gave it; add account with person and kind"
            yield error(loaded.where("evidence", index), "testimony-without-account", message)


def prior_accounts_are_of_the_same_person(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`foreign-prior-account`"""
    tellers = {item.id: item.account.person for _, item in loaded.entries("evidence") if item.account}
    for index, item in loaded.entries("evidence"):
        for number, earlier in enumerate(item.account.prior_accounts if item.account else []):
            teller = tellers.get(earlier)
            if item.account and teller not in (None, item.account.person):
                message = f"{earlier} is what {teller} told, and no earlier account of {item.account.person}"
                at = loaded.where("evidence", index, "account", "prior_accounts", number)
                yield error(at, "foreign-prior-account", message, "name what the same person said before")


def those_who_speak_are_asked(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`consent-not-asked`"""
    items = {item.id: item for _, item in loaded.entries("evidence")}
    heard = _heard(loaded, items)
    for index, person in loaded.entries("persons"):
        found = [voice for voice in heard[person.id] if voice.evidence in items]
        uses = [words for use, words in _USES.items() if _is_lacking(person, use, found, items)]
        if uses:
            codes = sorted({voice.evidence for voice in found})
            where = ", ".join(codes[:_SHOWN]) + (" …" if len(codes) > _SHOWN else "")
            message = f"{person.id} speaks or is shown in {where} and was not asked to consent to {' and '.join(uses)}"
            yield warning(loaded.where("persons", index), "consent-not-asked", message, "ask, and record the answer")


def guardians_agree_for_minors(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`minor-without-guardian`"""
    for index, person in loaded.entries("persons"):
        consent = person.consent
        if person.minor and consent and not consent.guardian and Answer.GRANTED in dict(consent.uses).values():
            message = f"{person.id} is under age and agreed without a guardian, which counts as not asked"
            at = loaded.where("persons", index, "consent")
            yield warning(at, "minor-without-guardian", message, "ask the guardian, and write his code under guardian")


def _heard(loaded: LoadedCase, items: dict[str, EvidenceItem]) -> dict[str, list[Voice]]:
    """By person, where he speaks or, unless he is merely under suspicion or an official, is shown."""
    persons = {person.id: person for _, person in loaded.entries("persons")}
    voices = Voices({source.id: source for _, source in loaded.entries("sources")}, persons)
    heard: dict[str, list[Voice]] = defaultdict(list)
    for _, _, entry in loaded.case.entities():
        for voice in () if entry.is_withdrawn else voices.of_citations(entry, items):
            heard[voice.person].append(voice)
    for item in items.values():
        shown = (Voice(code, item.id, is_published=False) for code in item.persons if is_asked(persons.get(code)))
        for voice in (*voices.of_item(item), *shown):
            heard[voice.person].append(voice)
    return heard


def _is_lacking(person: Person, use: str, heard: list[Voice], items: dict[str, EvidenceItem]) -> bool:
    """Publication is in question for what is published already, or is open to everyone."""
    if use == "publication":
        heard = [v for v in heard if v.is_published or items[v.evidence].confidentiality is Confidentiality.PUBLIC]
    answers = person.consent.uses if person.consent else Uses()
    return bool(heard) and getattr(answers, use) is Answer.NOT_ASKED
