"""Who has agreed to what: the entries whose words may not be put to a use, item by item and citation by citation.

Minors, survivors of sexual violence and persons in custody have stricter rules: what they told is used on their own
word alone, published before or not; nothing that shows them is published without it; a guardian agrees for a minor.
"""

from collections.abc import Iterable, Iterator

from referral.case.model import Case, EvidenceItem, EvidenceKind, Person
from referral.case.model.people import Answer
from referral.case.sensitive import sensitive, sensitive_by_code
from referral.case.voices import Voice, Voices, is_at_risk, is_derived

_PUBLICATION = "publication"


def without_consent(case: Case, use: str | None) -> set[str]:
    """The ids of entries that hold the words of persons who have not agreed to this use; no use asks for no consent.

    What was made of such an item goes with it: see `without`.
    """
    return set(unasked(case, use))


def unasked(case: Case, use: str | None) -> dict[str, list[str]]:
    """By entry, the persons whose agreement to this use is missing; nobody, where nobody is named who could agree."""
    if use is None:
        return {}
    persons = {person.id: person for person in case.persons}
    items = {item.id: item for item in case.evidence}
    voices = Voices({source.id: source for source in case.sources}, persons)
    found: dict[str, list[str]] = {}
    for item in case.evidence:
        heard = list(voices.of_item(item))
        lacking = [*_silent(heard, persons, use), *(_shown_unasked(item, persons) if use == _PUBLICATION else ())]
        if lacking or _is_of_nobody(item, heard):
            found[item.id] = list(dict.fromkeys(lacking))
    for _, _, entry in case.entities():
        if relayed := _silent(voices.of_citations(entry, items), persons, use):
            found.setdefault(entry.id, []).extend(relayed)
    return found


def agreed(code: str | None, case: Case, use: str | None) -> bool:
    """Whether a person of the case granted this use, and did not take it back; no use asks for no consent."""
    person = next((p for p in case.persons if p.id == code), None)
    if person is None or use is None:
        return person is not None
    return answer_of(person, use) is Answer.GRANTED


def answer_of(person: Person | None, use: str) -> Answer:
    """The answer to a use that holds today: nothing is granted after it was taken back, nor by a minor alone."""
    consent = person.consent if person else None
    if person is None or consent is None:
        return Answer.NOT_ASKED
    if consent.withdrawn_on:
        return Answer.REFUSED
    answer: Answer = getattr(consent.uses, use)
    is_half = person.minor and not consent.guardian and answer is Answer.GRANTED
    return Answer.NOT_ASKED if is_half else answer


def _is_of_nobody(item: EvidenceItem, voices: list[Voice]) -> bool:
    """Testimony of nobody in particular has nobody who could have agreed."""
    return item.kind is EvidenceKind.TESTIMONY and not voices and not is_derived(item)


def _silent(voices: Iterable[Voice], persons: dict[str, Person], use: str) -> list[str]:
    return [voice.person for voice in voices if not _is_allowed(voice, persons.get(voice.person), use)]


def _is_allowed(voice: Voice, person: Person | None, use: str) -> bool:
    """What is published already is not asked for again, unless the one who spoke is himself under suspicion.

    Words given to the press by a man on trial would else reach those who try him (CSO guidelines: consent per use).
    An answer that was given is kept in any case: who refused or withdrew is not printed, published or not.
    """
    answer = answer_of(person, use)
    is_free = voice.is_published and not _is_asked_anew(person)
    return answer is Answer.GRANTED or (answer is Answer.NOT_ASKED and is_free)


def _is_asked_anew(person: Person | None) -> bool:
    """Whether one's words may not be used because they are published already."""
    return is_at_risk(person) or (person is not None and sensitive(person) is not None)


def _shown_unasked(item: EvidenceItem, persons: dict[str, Person]) -> Iterator[str]:
    """Whom an item shows, or tells of, of those whom stricter rules protect and who have not agreed to be published."""
    for person in (persons[code] for code in item.persons if code in persons):
        if sensitive_by_code(person) and answer_of(person, _PUBLICATION) is not Answer.GRANTED:
            yield person.id
