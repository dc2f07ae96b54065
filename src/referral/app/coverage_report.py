"""The coverage of a view as JSON and as a table for the terminal. Counts and states; never a score."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from referral.case.model import Bearing, Charge
from referral.coverage import ChargeCoverage, Coverage, ElementCoverage, Item
from referral.coverage.crosswalk import Reading, readings_for
from referral.coverage.exclusion import Change
from referral.coverage.standard import holes
from referral.law import Law, in_language
from referral.law.model import Standard
from referral.protection.view import View


@dataclass(frozen=True)
class Shown:
    """What is shown: of a coverage some charges, at a step of proceedings or with all their elements."""

    coverage: Coverage
    charges: Sequence[ChargeCoverage]
    standard: Standard | None = None
    only_holes: bool = False
    without: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()


def coverage_to_json(view: View, shown: Shown, law: Law) -> dict[str, Any]:
    """`{"schema": 1, "case", "profile", "charges": [{"id", "provision", "standard", "elements": […]}], …}`"""
    charges = _with_holes(shown.charges) if shown.only_holes else shown.charges
    standard = shown.standard.id if shown.standard else None
    return {
        "schema": 1,
        "case": view.case.case.id,
        "profile": view.profile.name,
        "as_at": view.case.case.as_at.text,
        "charges": [{**_charge(shown.coverage, c, law), "standard": standard} for c in charges],
        "without": list(shown.without),
        "changes": [_change(change) for change in shown.changes],
        "orphans": list(shown.coverage.orphans),
        "withheld": view.withheld,
    }


def _with_holes(charges: Sequence[ChargeCoverage]) -> Iterator[ChargeCoverage]:
    """The charges that have a gap nobody justified, with nothing but those elements."""
    for covered in charges:
        if holes := tuple(e for e in covered.elements if e.is_hole):
            yield replace(covered, elements=holes)


def _charge(coverage: Coverage, covered: ChargeCoverage, law: Law) -> dict[str, Any]:
    charge = covered.charge
    withheld = coverage.withheld
    return {
        "id": charge.id,
        "provision": charge.provision,
        "mode": charge.mode,
        "accused": _accused(charge),
        "invented": charge.invented,
        "elements": [
            {
                **_element(e, withheld.get((charge.id, e.element.id), 0)),
                "readings": [_reading(r) for r in readings_for(coverage, law, charge.id, e.element.id)],
            }
            for e in covered.elements
        ],
    }


def _accused(charge: Charge) -> dict[str, str | None]:
    kind = "person" if charge.person else "unit" if charge.unit else "unknown"
    return {"kind": kind, "id": charge.person or charge.unit}


def _element(covered: ElementCoverage, withheld: int) -> dict[str, Any]:
    return {
        "id": covered.element.id,
        "state": covered.state.value,
        "origins": covered.origins,
        **{bearing.value: [_item(i) for i in covered.with_bearing(bearing)] for bearing in Bearing},
        "withheld": withheld,
        "justified_gap": covered.justified.id if covered.justified else None,
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "charge": change.charge,
        "element": change.element,
        "before": change.before.value,
        "after": change.after.value,
        "opens_gap": change.opens_hole,
    }


def _reading(reading: Reading) -> dict[str, Any]:
    relation = reading.relation
    return {
        "charge": reading.charge,
        "element": reading.element,
        "state": reading.state.value,
        "relation": relation.extent.value,
        "to_confirm": relation.confirm,
    }


def _item(item: Item) -> dict[str, Any]:
    m = item.mapping
    return {
        "mapping": m.id,
        "item": m.fact or m.evidence,
        "evidence": list(item.evidence),
        "inference": m.inference.value,
        "knowledge": m.knowledge.value,
        "tier": m.tier.value,
        "strength": m.strength.value,
        "answered": m.answer is not None,
    }


def coverage_to_text(shown: Shown, lang: str = "") -> Iterator[str]:
    """A table per charge: element, state, how many items support, contradict, and from how many origins; then gaps."""
    if shown.standard:
        yield f"{in_language(shown.standard.title, lang)}: {in_language(shown.standard.text, lang)}"
        yield ""
    for covered in shown.charges:
        yield from _table(covered, shown.only_holes)
    if shown.without:
        yield f"without {', '.join(shown.without)}:"
        yield from map(_change_line, shown.changes)
        yield from () if shown.changes else ("  no element changes its state",)


def _change_line(change: Change) -> str:
    hole = "  (a gap)" if change.opens_hole else ""
    return f"  {change.charge}  {change.element}  {change.before.value} -> {change.after.value}{hole}"


def _table(covered: ChargeCoverage, only_holes: bool) -> Iterator[str]:
    elements = [e for e in covered.elements if e.is_hole or not only_holes]
    if only_holes and not elements:
        return
    charge, gaps = covered.charge, holes(covered)
    yield f"{charge.id}  {charge.provision}{'  ' + charge.mode if charge.mode else ''}  {_accused(charge)['kind']}"
    width = max((len(e.element.id) for e in elements), default=0)
    for element in elements:
        yield f"  {element.element.id:<{width}}  {_row(element)}"
    yield f"  gaps: {', '.join(gaps)}" if gaps else "  no gap recorded"
    yield ""


def _row(element: ElementCoverage) -> str:
    counts = {b: len(element.with_bearing(b)) for b in Bearing}
    words = f"{element.state.value:<24}  +{counts[Bearing.SUPPORTS]} -{counts[Bearing.CONTRADICTS]}"
    words += f" ~{counts[Bearing.QUALIFIES]}  origins {element.origins}"
    return f"{words}  justified by {element.justified.by}" if element.justified else words
