"""The questions that the law library asks of a case, with the answers that people gave. Code counts; it judges none.

A question is asked only where a charge of its forum is brought, and under what it names; of an item only if it bears on
such a charge. What has no yes or no is open.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from referral.case.falling import is_standing
from referral.case.in_force import withdrawn
from referral.case.model import Answer, Case, Charge, EvidenceItem, Reply
from referral.case.shared import read_by_all
from referral.coverage.circumstances import Circumstances
from referral.coverage.conditions import arises, entries_showing
from referral.law import Law
from referral.law.model import AskedOf, Question, Screen

Kind = Literal["evidence", "charge", "case"]
KINDS: Mapping[AskedOf, Kind] = {AskedOf.ITEM: "evidence", AskedOf.CHARGE: "charge", AskedOf.CASE: "case"}
_ORDER = {screen: number for number, screen in enumerate(Screen)}


@dataclass(frozen=True)
class Asked:
    """A question put to one target: an item, a charge, or the case, whose id stands for all its charges.

    `shown_by`: the entries or elements by which the case shows that it arises, where single ones do.
    """

    question: Question
    kind: Kind
    target: str
    answer: Answer | None = None
    shown_by: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether nobody answered yes or no."""
        return self.answer is None or self.answer.answer is Reply.UNCLEAR

    @property
    def is_unfavourable(self) -> bool:
        """Whether the answer is the one that raises a concern."""
        return (
            self.answer is not None and not self.is_open and self.answer.answer.value != self.question.favourable.value
        )


@dataclass(frozen=True)
class Count:
    """How many questions there are, how many of them have a yes or no, and how many the one that raises a concern."""

    asked: int
    answered: int
    unfavourable: int

    @property
    def open(self) -> int:
        return self.asked - self.answered


def questions_of(case: Case, law: Law) -> tuple[Asked, ...]:
    """Every question that arises, by screen, question and target, in the order of the library and of the case."""
    case = read_by_all(case)
    gone = withdrawn(case)
    about, answers = Circumstances(case, gone), _answers(case, gone)
    targets = _Targets(case, law, gone)
    found = (asked for question in _in_order(law) for asked in _asked(question, targets, about, answers))
    return tuple(found)


def concerned(question: Question, case: Case, law: Law) -> tuple[Charge, ...]:
    """The charges that a question is about, or that read its answer."""
    return tuple(c for c in case.charges if not c.is_withdrawn and _is_under(c, question, law))


def read_by(asked: Iterable[Asked], charge: Charge, law: Law) -> tuple[Asked, ...]:
    """Of questions asked, those of one charge: its own, and those asked of the case for all such charges."""
    return tuple(a for a in asked if a.target == charge.id or (a.kind == "case" and _is_under(charge, a.question, law)))


def counted(asked: Iterable[Asked]) -> Count:
    found = tuple(asked)
    return Count(len(found), sum(not a.is_open for a in found), sum(a.is_unfavourable for a in found))


def counted_by_item(asked: Iterable[Asked]) -> dict[str, Count]:
    """The count of each item of which something is asked, in the order of the questions."""
    of_items: dict[str, list[Asked]] = defaultdict(list)
    for one in asked:
        if one.kind == "evidence":
            of_items[one.target].append(one)
    return {item: counted(found) for item, found in of_items.items()}


class _Targets:
    """The items, the charges, and the case itself of which a question may be asked."""

    def __init__(self, case: Case, law: Law, gone: frozenset[str]) -> None:
        self._case, self._law = case, law
        self._charges = [charge for charge in case.charges if charge.id not in gone]
        self._items = [item for item in case.evidence if item.id not in gone]
        self._by_charge = _items_by_charge(case, gone)
        self._bearing: dict[tuple[str, ...], list[EvidenceItem]] = {}

    def of(self, question: Question) -> Iterator[tuple[str, EvidenceItem | Charge | None]]:
        charges = [charge for charge in self._charges if _is_under(charge, question, self._law)]
        if question.asked_of is AskedOf.CHARGE:
            yield from ((charge.id, charge) for charge in charges)
        elif question.asked_of is AskedOf.CASE:
            yield from [(self._case.case.id, None)] if charges else []
        else:
            yield from ((item.id, item) for item in self._bearing_on(tuple(charge.id for charge in charges)))

    def _bearing_on(self, charges: tuple[str, ...]) -> list[EvidenceItem]:
        """The items that bear on one of these charges, in the order of the case; most questions ask of the same."""
        if charges not in self._bearing:
            codes = set[str]().union(*(self._by_charge.get(charge, ()) for charge in charges))
            self._bearing[charges] = [item for item in self._items if item.id in codes]
        return self._bearing[charges]


def _asked(
    question: Question, targets: _Targets, about: Circumstances, answers: Mapping[tuple[str, str | None], Answer]
) -> Iterator[Asked]:
    for code, target in targets.of(question):
        if arises(question, target, about):
            answer = answers.get((question.id, code if target else None))
            yield Asked(question, KINDS[question.asked_of], code, answer, entries_showing(question, target, about))


def _in_order(law: Law) -> list[Question]:
    return sorted(law.questions.values(), key=lambda question: _ORDER[question.screen])


def _is_under(charge: Charge, question: Question, law: Law) -> bool:
    """Whether a charge is of the forum of a question, and under one of the laws that it names."""
    instrument = law.instrument_of(charge.provision)
    if instrument.forum is not question.forum:
        return False
    lineage = {instrument.id, charge.provision, *(parent.id for parent in law.parents(charge.provision))}
    return not question.under or not lineage.isdisjoint(question.under)


def _answers(case: Case, gone: frozenset[str]) -> dict[tuple[str, str | None], Answer]:
    """By question and target. An answer that rests on what is gone is none."""
    standing = (a for a in case.answers if gone.isdisjoint({a.id, a.target, *a.facts}))
    found: dict[tuple[str, str | None], Answer] = {}
    for answer in standing:
        found.setdefault((answer.question, answer.target), answer)
    return found


def _items_by_charge(case: Case, gone: frozenset[str]) -> dict[str, set[str]]:
    """The items that bear on each charge, themselves or through a fact."""
    cited = {f.id: {c.evidence for c in f.citations if is_standing(c, gone)} for f in case.facts}
    found: dict[str, set[str]] = defaultdict(set)
    for mapping in case.mappings:
        if mapping.id not in gone:
            found[mapping.charge] |= {mapping.evidence} if mapping.evidence else cited.get(mapping.fact or "", set())
    return found
