"""Whose words an entry holds: who gave an account, who speaks in an item, whom a citation quotes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from referral.case.model import Citation, Entity, EvidenceItem, EvidenceKind, Person, Source
from referral.case.model.evidence import AccountKind
from referral.case.naming import ACCUSED_ROLES, PROTECTED_ROLES


@dataclass(frozen=True)
class Voice:
    """A person's words in an evidence item; `is_published` if the public could hear them before the case began."""

    person: str
    evidence: str
    is_published: bool


def is_derived(item: EvidenceItem) -> bool:
    """Whether an item was made of another one, whose protection it shares."""
    return bool(item.made_of)


def is_asked(person: Person | None) -> bool:
    """Whether words of a person outside an account need his consent: not those of officials, nor a suspect's papers."""
    return person is not None and person.has_role(*PROTECTED_ROLES)


def is_at_risk(person: Person | None) -> bool:
    """Whether a person is under suspicion, so that his own words could reach those who try him."""
    return person is not None and person.has_role(*ACCUSED_ROLES)


class Voices:
    """The voices of a case, found through its sources and persons."""

    def __init__(self, sources: Mapping[str, Source], persons: Mapping[str, Person]) -> None:
        self._sources, self._persons = sources, persons

    def of_item(self, item: EvidenceItem) -> Iterator[Voice]:
        """Who speaks in an item. Testimony of which no account is given is that of everybody it may come from."""
        told = {item.account.person} if item.account else set()
        told |= self._speaker(item.source)
        if item.kind is EvidenceKind.TESTIMONY and not item.account:
            told |= set(item.persons)
        return (Voice(code, item.id, _is_published(item)) for code in sorted(told))

    def of_citations(self, entry: Entity, items: Mapping[str, EvidenceItem]) -> Iterator[Voice]:
        """Whose words an entry relays through the `speaker` of its citations."""
        for citation in citations_of(entry):
            item = items.get(citation.evidence)
            for code in sorted(self._speaker(citation.speaker)):
                yield Voice(code, citation.evidence, item is not None and _is_published(item))

    def _speaker(self, source: str | None) -> set[str]:
        found = self._sources.get(source or "")
        return {found.person} if found and found.person and is_asked(self._persons.get(found.person)) else set()


def citations_of(entry: Entity) -> list[Citation]:
    """The citations of an entry, one or many; none where entries of its kind cite nothing."""
    single = getattr(entry, "citation", None)
    return [single] if single else getattr(entry, "citations", [])


def _is_published(item: EvidenceItem) -> bool:
    if item.account:
        return item.account.kind is AccountKind.PUBLIC_INTERVIEW
    return item.published is not None or item.kind is EvidenceKind.DIGITAL_OPEN_SOURCE
