"""Rules on questions that a lawyer must answer. Each docstring is the manual of its rule."""

from collections.abc import Iterator

from referral.diagnostics import Diagnostic, error
from referral.law.files import Loaded, LoadedCompanion
from referral.law.model import CONDITIONS, AskedOf, Condition, Question, Screen
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
    """The condition `accused_is_national` needs the States under `citizenship`, which nothing else reads."""
    for file, loc, question in _questions(loaded):
        if (Condition.ACCUSED_IS_NATIONAL in question.when) != bool(question.citizenship):
            message = "citizenship and the condition accused_is_national go together; write both or neither"
            yield error(file.at_key(*loc), "missing-citizenship", message)


def unknown_statute(loaded: Loaded) -> Iterator[Diagnostic]:
    """What stands under `under` is an instrument or a provision of the library: charges are brought under such."""
    known = {f.instrument.id for f in loaded.files} | {p.id for f in loaded.files for _, p in f.provisions()}
    for file, loc, question in _questions(loaded):
        for n, name in enumerate(question.under):
            if name not in known:
                message = f'the library has no instrument or provision "{name}"'
                yield error(file.at(*loc, "under", n), "unknown-statute", message, nearest(name, known))


def _questions(loaded: Loaded) -> Iterator[tuple[LoadedCompanion, Loc, Question]]:
    for file in loaded.companions:
        yield from ((file, loc, remark) for loc, remark in file.remarks() if isinstance(remark, Question))
