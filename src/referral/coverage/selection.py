"""What `--without` names: an item, a source, an origin, or a class of items or of knowledge."""

from collections.abc import Callable, Iterator, Mapping

from referral.case.model import Case, EvidenceItem
from referral.case.model.facts import Knowledge
from referral.coverage.origins import OriginIndex
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
    return sorted(own | ({HEARSAY} if any(_hearsay(case)) else set()))


def _found(case: Case, kind: str, value: str) -> Iterator[str]:
    if kind == "class" and value == HEARSAY:
        yield from _hearsay(case)
    elif kind == "class":
        yield from (item.id for item in case.evidence if value in _classes_of(item))
    elif kind == "origin":
        yield from _of_origin(case, value)
    elif kind == "source":
        yield from (source.id for source in case.sources if source.id == value)
    elif not kind:
        yield from (item.id for item in case.evidence if item.id == value)


def _hearsay(case: Case) -> Iterator[str]:
    """Mappings weighed as hearsay, and facts that whoever tells them has from others."""
    yield from (mapping.id for mapping in case.mappings if mapping.knowledge in _HEARSAY)
    yield from (fact.id for fact in case.facts if fact.knowledge in _HEARSAY)


def _of_origin(case: Case, group: str) -> Iterator[str]:
    """Sources and items whose words have this origin and no other, whatever group they are written under."""
    index = OriginIndex(case)
    one = {index.group[group]} if group in index.group else set[str]()
    yield from (s.id for s in case.sources if s.origin_group == group or index.of_source(s.id) <= one)
    yield from (item.id for item in case.evidence if index.of_evidence(item.id) <= one)


def _classes_of(item: EvidenceItem) -> Iterator[str]:
    yield item.kind.value.replace("_", "-")
    if item.subtype:
        yield item.subtype.replace("_", "-")
    yield from (name for name, holds in _CLASSES.items() if holds(item))
