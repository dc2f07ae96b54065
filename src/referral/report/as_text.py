"""Coverage as a table for the terminal. Counts and states; never a score."""

from collections.abc import Iterator, Sequence

from referral.case.model import Bearing, Case
from referral.coverage import ChargeCoverage, ElementCoverage, Item
from referral.coverage.exclusion import Change
from referral.coverage.limbs import Bears, choices_of, unsaid_of
from referral.coverage.reviews import Reviewed, counted, stale
from referral.coverage.standard import holes
from referral.law import Law, in_language
from referral.protection.view import View
from referral.report.accused import accused_of
from referral.report.analysis import Analysis, forms_shown
from referral.report.disclosure import classes, for_the_defence
from referral.report.elsewhere import read_from_lines
from referral.report.forms import forms_lines
from referral.report.no_charge import WhyNone, no_charge
from referral.report.shown import Shown


def coverage_to_text(view: View, shown: Shown, law: Law, lang: str = "") -> Iterator[str]:
    """A table per charge: element, state, how many items support, contradict, and from how many origins; then gaps.

    Below an element stands each item that contradicts or qualifies it or speaks for the accused, with its class of
    disclosure.
    """
    if (none := no_charge(view)) and none.why is WhyNone.WITHHELD:
        yield none.in_words
    if shown.standard:
        yield f"{in_language(shown.standard.title, lang)}: {in_language(shown.standard.text, lang)}"
        yield ""
    for covered in shown.charges:
        yield from _table(view.case, covered, law, shown.only_holes)
    for forms in () if shown.only_holes else forms_shown(Analysis(view, law), shown):
        yield from (*forms_lines(forms), "")
    yield from () if shown.only_holes or not view.reviews else _sign_offs(view.reviews)
    if shown.without:
        yield f"without {', '.join(shown.without)}:"
        yield from map(_change_line, shown.changes)
        yield from () if shown.changes else ("  no element changes its state",)


def _sign_offs(found: Sequence[Reviewed]) -> Iterator[str]:
    """Of the whole case; what is stale is named, with what has changed of it."""
    for section, counts in counted(found).items():
        yield f"sign-offs of {section}: {', '.join(f'{count} {state}' for state, count in counts.items())}"
    yield from (f"  {one.id}  changed since: {', '.join(one.changed)}" for one in stale(found))


def _change_line(change: Change) -> str:
    hole = "  (a gap)" if change.opens_hole else ""
    return f"  {change.charge}  {change.element}  {change.before.value} -> {change.after.value}{hole}"


def _table(case: Case, covered: ChargeCoverage, law: Law, only_holes: bool) -> Iterator[str]:
    elements = [e for e in covered.elements if e.is_hole or not only_holes]
    if only_holes and not elements:
        return
    charge, gaps = covered.charge, holes(covered)
    yield f"{charge.id}  {charge.provision}{'  ' + charge.mode if charge.mode else ''}  {accused_of(charge)['kind']}"
    width = max((len(e.element.id) for e in elements), default=0)
    for element in elements:
        yield f"  {element.element.id:<{width}}  {_row(element)}"
        yield from (f"  {'':<{width}}    {line}" for line in (*_limbs(element), *read_from_lines(element, law)))
        yield from (f"  {'':<{width}}    {_opposed(case, item)}" for item in for_the_defence(case, element))
    yield f"  gaps: {', '.join(gaps)}" if gaps else "  no gap recorded"
    yield ""


def _row(element: ElementCoverage) -> str:
    counts = {b: len(element.with_bearing(b)) for b in Bearing}
    words = f"{element.state.value:<24}  +{counts[Bearing.SUPPORTS]} -{counts[Bearing.CONTRADICTS]}"
    words += f" ~{counts[Bearing.QUALIFIES]}  origins {element.origins}"
    return f"{words}  justified by {element.justified.by}" if element.justified else words


def _limbs(element: ElementCoverage) -> Iterator[str]:
    """Each alternative within an element with the mappings that name it, then those that do not say which."""
    for choice in choices_of(element):
        yield f"one of: {'; '.join(f'{one.limb.id} {_bears(one.bears)}' for one in choice.limbs)}"
    if not unsaid_of(element).is_empty:
        yield f"not said which: {_bears(unsaid_of(element))}"


def _bears(bears: Bears) -> str:
    signed = (("+", bears.supports), ("-", bears.contradicts), ("~", bears.qualifies))
    return " ".join(f"{sign}{code}" for sign, codes in signed for code in codes) or "none"


def _opposed(case: Case, item: Item) -> str:
    """`M-002  contradicts  strong  EV-0002: exculpatory  no answer`"""
    m = item.mapping
    told = ", ".join(f"{code}: {one.value}" for code in item.evidence for one in classes(case, [code]))
    answer = ("answered" if m.answer else "no answer") if m.bearing is Bearing.CONTRADICTS else ""
    return "  ".join(part for part in (m.id, m.bearing.value, m.strength.value, told, answer) if part)
