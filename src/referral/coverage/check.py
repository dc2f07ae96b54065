"""Rules on what the coverage of a case shows: the warnings a reviewing lawyer looks for first.

`element-gap`: an element that nothing supports, without a recorded reason why that may stay so.
`contested-element`: an element against which a contradiction of weight stands unanswered.
`secondary-only`: an element that only second-hand material supports.
`anonymous-only`: an element that rests on nothing but hearsay of unnamed persons.
`single-origin`: an element whose support comes from one origin, however many outlets repeat it.
`same-origin-corroboration`: a mapping said to corroborate a fact whose words may come from the same origin.
`circular-reporting`: sources that repeat each other in a circle, so that nobody is shown to have said it first.
"""

from collections.abc import Callable, Iterator

from referral.case.load import LoadedCase
from referral.case.model import Bearing
from referral.case.model.facts import Knowledge
from referral.coverage.answer_check import answers_are_asked_for
from referral.coverage.assess import assess
from referral.coverage.chains import Chains
from referral.coverage.law_check import check_against_law
from referral.coverage.model import Coverage, ElementCoverage, State
from referral.coverage.origins import OriginIndex, independent
from referral.coverage.review_check import check_reviews
from referral.diagnostics import Diagnostic, error, warning
from referral.law import Law

__all__ = ["check_against_law", "check_coverage"]


def check_coverage(loaded: LoadedCase, law: Law) -> Iterator[Diagnostic]:
    """Only for a case whose references hold."""
    yield from corroboration_has_two_origins(loaded)
    yield from repeats_go_in_no_circle(loaded)
    yield from answers_are_asked_for(loaded, law)
    yield from check_reviews(loaded, law)
    coverage = assess(loaded.case, law)
    for rule, message, test in _ELEMENT_RULES:
        yield from _charges_with(loaded, coverage, rule, message, test)


def corroboration_has_two_origins(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`same-origin-corroboration`"""
    index = OriginIndex(loaded.case)
    for number, mapping in loaded.entries("mappings"):
        own = {index.of_evidence(mapping.evidence)} if mapping.evidence else index.of_fact(mapping.fact)
        for place, other in enumerate(mapping.corroborates):
            if independent({*own, *index.of_fact(other)}) < 2:
                item = mapping.fact or mapping.evidence
                message = f"{item} and {other} may come from one origin; that corroborates nothing"
                where = loaded.where("mappings", number, "corroborates", place)
                yield error(where, "same-origin-corroboration", message)


def repeats_go_in_no_circle(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`circular-reporting`"""
    numbers = {source.id: number for number, source in loaded.entries("sources")}
    for circle in Chains(loaded.case).circles():
        codes = [circle.start, *(step.to for step in circle.steps)]
        if numbers.keys() >= set(codes):
            message = f"{codes[0]} repeats {', which repeats '.join(codes[1:])}: nobody is shown to have said it first"
            hint = "name in `repeats` only those whose words a source passes on; these do not corroborate each other"
            yield warning(loaded.where("sources", numbers[codes[0]], "repeats"), "circular-reporting", message, hint)


def _charges_with(
    loaded: LoadedCase, coverage: Coverage, rule: str, message: str, test: Callable[[ElementCoverage], bool]
) -> Iterator[Diagnostic]:
    indexes = {charge.id: index for index, charge in loaded.entries("charges")}
    for covered in coverage.charges:
        found = [element.element.id for element in covered.elements if test(element)]
        if found:
            text = f"{covered.charge.id}: {message}: {', '.join(found)}"
            yield warning(loaded.where("charges", indexes[covered.charge.id]), rule, text)


def _is_anonymous(covered: ElementCoverage) -> bool:
    supports = covered.with_bearing(Bearing.SUPPORTS)
    return bool(supports) and all(item.mapping.knowledge is Knowledge.HEARSAY_ANONYMOUS for item in supports)


_ELEMENT_RULES: tuple[tuple[str, str, Callable[[ElementCoverage], bool]], ...] = (
    ("element-gap", "nothing supports", lambda e: e.is_hole),
    ("contested-element", "a contradiction of weight stands unanswered against", lambda e: e.state is State.CONTESTED),
    ("secondary-only", "only second-hand material supports", lambda e: e.state is State.SECONDARY_ONLY),
    ("anonymous-only", "only hearsay of unnamed persons supports", _is_anonymous),
    ("single-origin", "one origin alone supports", lambda e: e.is_supported and e.origins == 1),
)
