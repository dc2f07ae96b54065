"""What items are for the defence: the classes of those behind a mapping, and what is shown for their sake."""

from collections.abc import Iterable, Iterator

from referral.case.model import Bearing, Case, EvidenceItem
from referral.case.model.evidence import Disclosure
from referral.coverage import ElementCoverage, Item

_OPPOSING = (Bearing.CONTRADICTS, Bearing.QUALIFIES)


def classes(case: Case, evidence: Iterable[str]) -> tuple[Disclosure, ...]:
    """The classes of items, each once, in their order."""
    found = (case.by_id.get(code) for code in evidence)
    return tuple(dict.fromkeys(one.disclosure for one in found if isinstance(one, EvidenceItem)))


def opposing(covered: ElementCoverage) -> Iterator[Item]:
    """What contradicts or qualifies an element."""
    return (item for item in covered.items if item.bearing in _OPPOSING)


def for_the_defence(case: Case, covered: ElementCoverage) -> Iterator[Item]:
    """What contradicts or qualifies an element, and whatever else set against it speaks for the accused."""
    for item in covered.items:
        if item.bearing in _OPPOSING or Disclosure.EXCULPATORY in classes(case, item.evidence):
            yield item
