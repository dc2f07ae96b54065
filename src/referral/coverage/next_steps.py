"""What to collect next: for each element that is not corroborated the means of proof not yet there, as far as who files
may collect them. What is no material, as an argument or the text of a treaty, has no kinds and is no step.

Means, the kinds of items by which one sees that they are there, ways of collecting and limits are data of the law
library; `hearing` says who could be heard. Code joins them and recommends nothing that the library does not name.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from referral.case.model import Bearing, Case
from referral.coverage.hearing import Hearing, hearing_of, limits_of
from referral.coverage.model import ChargeCoverage, Coverage, ElementCoverage, State
from referral.law import Law
from referral.law.model import Limit, MeansOfProof, Method, Standing, Whom

Texts = dict[str, str]


@dataclass(frozen=True)
class Step:
    """A means of proof not yet there. `methods` are open to who files, `left` are for others.

    `why_not` and `instead`: what closes the first way that is left, and what to do in its place. A step is not
    `allowed` if no way is open.
    """

    charge: str
    element: str
    means: str
    allowed: bool
    why_not: Texts | None = None
    instead: Texts | None = None
    methods: tuple[Method, ...] = ()
    left: tuple[Method, ...] = ()


def next_steps(coverage: Coverage, law: Law, case: Case) -> tuple[Step, ...]:
    """In the order of charges, elements and of the library."""
    kinds = {item.id: {item.kind.value, item.subtype or ""} for item in case.evidence}
    return tuple(step for covered in coverage.charges for step in _of_charge(covered, law, case, kinds))


def is_open(covered: ElementCoverage) -> bool:
    """Whether more should be collected: whatever is not corroborated, or is contested; no hole that may stay."""
    may_stay = not covered.is_supported and not covered.is_hole and covered.state is not State.CONTESTED
    return covered.state is not State.CORROBORATED and not may_stay


def _of_charge(covered: ChargeCoverage, law: Law, case: Case, kinds: dict[str, set[str]]) -> Iterator[Step]:
    closed = _closed(limits_of(law, case), hearing_of(covered.charge, law, case))
    for element in filter(is_open, covered.elements):
        present = _kinds_present(element, kinds)
        for name in element.element.means_of_proof:
            means = law.means_of_proof[name]
            if means.standing is Standing.USUAL and means.kinds and present.isdisjoint(means.kinds):
                yield _step(covered.charge.id, element.element.id, means, closed)


def _kinds_present(element: ElementCoverage, kinds: dict[str, set[str]]) -> set[str]:
    items = (code for item in element.with_bearing(Bearing.SUPPORTS) for code in item.evidence)
    return set[str]().union(*(kinds.get(code, set()) for code in items))


def _closed(limits: Iterable[Limit], hearing: Hearing) -> dict[Method, Limit]:
    """The ways that are not open, each with the limit that closes it: to anyone, or because nobody is left to ask."""
    closed: dict[Method, Limit] = {}
    met = {one.limit.id for one in hearing.left}
    for limit in limits:
        if limit.bars and (limit.whom is Whom.ANYONE or (hearing.is_closed and limit.id in met)):
            for method in limit.methods:
                closed.setdefault(method, limit)
    return closed


def _step(charge: str, element: str, means: MeansOfProof, closed: dict[Method, Limit]) -> Step:
    left = tuple(method for method in means.methods if method in closed)
    methods = tuple(method for method in means.methods if method not in closed)
    limit = closed[left[0]] if left else None
    return Step(
        charge,
        element,
        means.id,
        allowed=bool(methods) or not left,
        why_not=limit.text if limit else None,
        instead=limit.instead if limit else None,
        methods=methods,
        left=left,
    )
