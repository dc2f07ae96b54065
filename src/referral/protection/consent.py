"""Who has agreed to what: the entries whose words may not be put to a use, item by item and citation by citation."""

from collections.abc import Iterable

from referral.case.model import Case, EvidenceItem, EvidenceKind, Person
from referral.case.model.people import Answer
from referral.case.voices import Voice, Voices, is_at_risk, is_derived


def without_consent(case: Case, use: str | None) -> set[str]:
    """The ids of entries that hold the words of persons who have not agreed to this use; no use asks for no consent.

    What was made of such an item goes with it: see `without`.
    """
    if use is None:
        return set()
    persons = {person.id: person for person in case.persons}
    items = {item.id: item for item in case.evidence}
    voices = Voices({source.id: source for source in case.sources}, persons)
    silent = {item.id for item in case.evidence if _is_silent(item, list(voices.of_item(item)), persons, use)}
    relayed = {e.id for _, _, e in case.entities() if not _agree(voices.of_citations(e, items), persons, use)}
    return silent | relayed


def agreed(code: str | None, case: Case, use: str | None) -> bool:
    """Whether a person of the case granted this use, and did not take it back; no use asks for no consent."""
    person = next((p for p in case.persons if p.id == code), None)
    if person is None or use is None:
        return person is not None
    consent = person.consent
    return consent is not None and not consent.withdrawn_on and getattr(consent.uses, use) is Answer.GRANTED


def _is_silent(item: EvidenceItem, voices: list[Voice], persons: dict[str, Person], use: str) -> bool:
    """Testimony of nobody in particular has nobody who could have agreed."""
    is_of_nobody = item.kind is EvidenceKind.TESTIMONY and not voices and not is_derived(item)
    return is_of_nobody or not _agree(voices, persons, use)


def _agree(voices: Iterable[Voice], persons: dict[str, Person], use: str) -> bool:
    return all(_is_allowed(voice, persons.get(voice.person), use) for voice in voices)


def _is_allowed(voice: Voice, person: Person | None, use: str) -> bool:
    """What is published already is not asked for again, unless the one who spoke is himself under suspicion.

    Words given to the press by a man on trial would else reach those who try him (CSO guidelines: consent per use).
    An answer that was given is kept in any case: who refused or withdrew is not printed, published or not.
    """
    consent = person.consent if person else None
    if consent and consent.withdrawn_on:
        return False
    answer = getattr(consent.uses, use) if consent else Answer.NOT_ASKED
    return answer is Answer.GRANTED or (answer is Answer.NOT_ASKED and voice.is_published and not is_at_risk(person))
