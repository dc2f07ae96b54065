"""The coverage of a case as a recipient may see it. States and origins stay those of the whole case."""

from dataclasses import replace
from typing import Any

from referral.case.model import Case
from referral.coverage import ChargeCoverage, Coverage, ElementCoverage, Item


def coverage_seen(coverage: Coverage, case: Case) -> Coverage:
    """The coverage of the charges that `case`, cut down to what a recipient may see, still holds."""
    charges = {charge.id: charge for charge in case.charges}
    whole = [covered for covered in coverage.charges if covered.charge.id in charges]
    kept = [
        ChargeCoverage(charges[covered.charge.id], tuple(_element(e, case) for e in covered.elements))
        for covered in whole
    ]
    withheld = frozenset(
        (after.charge.id, e.element.id)
        for before, after in zip(whole, kept, strict=True)
        for e, seen in zip(before.elements, after.elements, strict=True)
        if len(seen.items) < len(e.items)
    )
    return Coverage(tuple(kept), tuple(code for code in coverage.orphans if code in case.by_id), withheld)


def plain_coverage(coverage: Coverage) -> list[Any]:
    """All that a document can take from a coverage, as data."""
    return [
        [c.charge.id, e.element.id, e.state, e.origins, e.alternatives, [[i.mapping.id, i.evidence] for i in e.items]]
        for c in coverage.charges
        for e in c.elements
    ] + [list(coverage.orphans), sorted(map(list, coverage.withheld))]


def _element(covered: ElementCoverage, case: Case) -> ElementCoverage:
    items = tuple(_item(item, case) for item in covered.items if item.mapping.id in case.by_id)
    justified = covered.justified if covered.justified and covered.justified.id in case.by_id else None
    is_lost = covered.justified is not None and justified is None
    return replace(covered, items=items, justified=justified, is_reason_withheld=is_lost)


def _item(item: Item, case: Case) -> Item:
    mapping: Any = case.by_id[item.mapping.id]
    return replace(item, mapping=mapping, evidence=tuple(code for code in item.evidence if code in case.by_id))
