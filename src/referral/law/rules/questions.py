"""Rules on questions that a lawyer must answer. Each docstring is the manual of its rule."""

from collections.abc import Iterator

from referral.diagnostics import Diagnostic, error
from referral.law.files import Loaded, LoadedCompanion
from referral.law.model import CONDITIONS, OF_CITIZENS, READS, AskedOf, Question, Screen
from referral.schema_errors import nearest
from referral.yaml_reader import Loc


def misplaced_question(loaded: Loaded) -> Iterator[Diagnostic]:
    """Admissibility is asked of items, and nothing else is: a report has one table of items, and screens of charges."""
    for file, loc, question in _questions(loaded):
        if (question.screen is Screen.ADMISSIBILITY) != (question.asked_of is AskedOf.ITEM):
            message = f"the screen {question.screen} is not asked of {question.asked_of}; items are for admissibility"
            yield error(file.at(*loc, "asked_of"), "misplaced-question", message)


def misplaced_condition(loaded: Loaded) -> Iterator[Diagnostic]:
    """A condition under `when` can be said of what the question is asked of: a charge is no capture."""
    for file, loc, question in _questions(loaded):
        known = CONDITIONS[question.asked_of]
        for n, condition in enumerate(question.when):
            if condition not in known:
                message = f"{condition} cannot be said of {question.asked_of}; {', '.join(sorted(known))} can"
                yield error(file.at(*loc, "when", n), "misplaced-condition", message)


def missing_citizenship(loaded: Loaded) -> Iterator[Diagnostic]:
    """A condition on citizenship needs the States under `citizenship`, which no other condition reads."""
    for file, loc, question in _questions(loaded):
        if OF_CITIZENS.isdisjoint(question.when) == bool(question.citizenship):
            message = f"citizenship goes with one of {', '.join(sorted(OF_CITIZENS))}; write both or neither"
            yield error(file.at_key(*loc), "missing-citizenship", message)


def missing_sought(loaded: Loaded) -> Iterator[Diagnostic]:
    """What a condition looks for in a case stands under `sought`, and nothing stands there that no condition reads."""
    for file, loc, question in _questions(loaded):
        given = question.sought.model_fields_set
        for n, condition in enumerate(question.when):
            wanted = READS.get(condition, frozenset())
            if wanted and wanted.isdisjoint(given):
                message = f"{condition} looks for something; write it under sought: {', '.join(sorted(wanted))}"
                yield error(file.at(*loc, "when", n), "missing-sought", message)
        for key in sorted(given - frozenset[str]().union(*(READS.get(c, ()) for c in question.when))):
            yield error(file.at(*loc, "sought", key), "missing-sought", f"no condition of {question.id} reads {key}")


def pitfall_without_condition(loaded: Loaded) -> Iterator[Diagnostic]:
    """A question that stands for a pitfall arises where a case shows it, by `when`; else it is asked of all."""
    for file, loc, question in _questions(loaded):
        if question.pitfall and not question.when:
            message = f"{question.id} stands for {question.pitfall} and does not say when it arises"
            yield error(file.at(*loc, "pitfall"), "pitfall-without-condition", message)


def unknown_statute(loaded: Loaded) -> Iterator[Diagnostic]:
    """What stands under `under`, and under `sought` as `beside`, `rules` or `elements`, is in the library: charges are
    brought under such, name such as breached, and have such elements."""
    statutes = {f.instrument.id for f in loaded.files} | {p.id for f in loaded.files for _, p in f.provisions()}
    elements = {element.id for file in loaded.files for _, _, element in file.elements()}
    for file, loc, question in _questions(loaded):
        for at, name in _laws_named(question):
            known = elements if "elements" in at else statutes
            if name not in known:
                message = f'the library has no instrument, provision or element "{name}" for this'
                yield error(file.at(*loc, *at), "unknown-statute", message, nearest(name, known))


def _laws_named(question: Question) -> Iterator[tuple[Loc, str]]:
    yield from ((("under", n), name) for n, name in enumerate(question.under))
    for key in ("beside", "rules", "elements"):
        yield from ((("sought", key, n), name) for n, name in enumerate(getattr(question.sought, key)))


def _questions(loaded: Loaded) -> Iterator[tuple[LoadedCompanion, Loc, Question]]:
    for file in loaded.companions:
        yield from ((file, loc, remark) for loc, remark in file.remarks() if isinstance(remark, Question))
