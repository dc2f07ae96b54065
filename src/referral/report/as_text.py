"""Coverage as a table for the terminal. Counts and states; never a score."""

from collections.abc import Iterator

from referral.case.model import Bearing
from referral.coverage import ChargeCoverage, ElementCoverage
from referral.coverage.exclusion import Change
from referral.coverage.standard import holes
from referral.law import in_language
from referral.report.accused import accused_of
from referral.report.shown import Shown


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
    yield f"{charge.id}  {charge.provision}{'  ' + charge.mode if charge.mode else ''}  {accused_of(charge)['kind']}"
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
