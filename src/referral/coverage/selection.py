"""What `--without` names: an item, a source, an origin, or a class of items or of knowledge."""

from collections.abc import Callable, Iterator, Mapping

from referral.case.model import Case, EvidenceItem
from referral.case.model.facts import Knowledge
from referral.errors import UsageError

_HEARSAY = (Knowledge.HEARSAY_NAMED, Knowledge.HEARSAY_ANONYMOUS)
_CLASSES: Mapping[str, Callable[[EvidenceItem], bool]] = {
    "pow-interview": lambda item: item.interviewee_in_custody,
    "party-interview": lambda item: item.taken_by_party_to_conflict,
}
HEARSAY = "hearsay"
FORMS = "EV-0001, source:SRC-01, origin:GROUP, class:NAME"


def selected(case: Case, name: str) -> frozenset[str]:
    """The ids of the entries that a name excludes. UsageError if there is nothing of that name."""
    kind, _, value = name.rpartition(":")
    found = frozenset(_found(case, kind, value))
    if not found:
        raise UsageError(f'there is nothing to exclude by "{name}"; write {FORMS}; classes: {", ".join(classes(case))}')
    return found


def classes(case: Case) -> list[str]:
    """The classes that the items of a case belong to."""
    own = {name for item in case.evidence for name in _classes_of(item)}
    hearsay = {HEARSAY} if any(mapping.knowledge in _HEARSAY for mapping in case.mappings) else set()
    return sorted(own | hearsay)


def _found(case: Case, kind: str, value: str) -> Iterator[str]:
    if kind == "class" and value == HEARSAY:
        yield from (mapping.id for mapping in case.mappings if mapping.knowledge in _HEARSAY)
    elif kind == "class":
        yield from (item.id for item in case.evidence if value in _classes_of(item))
    elif kind == "origin":
        yield from (source.id for source in case.sources if source.origin_group == value)
    elif kind == "source":
        yield from (source.id for source in case.sources if source.id == value)
    elif not kind:
        yield from (item.id for item in case.evidence if item.id == value)


def _classes_of(item: EvidenceItem) -> Iterator[str]:
    yield item.kind.value.replace("_", "-")
    if item.subtype:
        yield item.subtype.replace("_", "-")
    yield from (name for name, holds in _CLASSES.items() if holds(item))
