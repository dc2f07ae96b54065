"""Who might act on the day on which it was done: groups, resolutions that entrust a body, posts of officials.

`authority-of-another-day`: a group, a resolution or a post that bears no day, or none on which it could carry the act.
"""

from collections.abc import Iterator

from referral.case.load import LoadedCase
from referral.case.model import Posting, Proceeding
from referral.case.model.proceedings import ProceedingKind
from referral.diagnostics import Diagnostic, Position, warning
from referral.edtf import UncertainDate, certainly_before

Place = tuple[str | int, ...]


def authority_is_of_the_day(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`authority-of-another-day`"""
    for index, proceeding in loaded.entries("proceedings"):
        if proceeding.kind is ProceedingKind.PRE_TRIAL:
            done = list(_done(proceeding, loaded))
            for place, what, day in _resolutions(proceeding):
                at = loaded.where("proceedings", index, *place)
                yield from _of_resolution(at, what, day, proceeding, done)
            yield from _of_posts(loaded, proceeding, done)


def _done(proceeding: Proceeding, loaded: LoadedCase) -> Iterator[tuple[str, UncertainDate]]:
    """What was done in it, with its day: documents about its persons, papers that were served."""
    for request in loaded.case.documents:
        if request.date and request.person in proceeding.persons:
            yield f"the {request.id} on {request.person}", request.date
    yield from ((f"what was served on {step.person}", step.date) for step in proceeding.service if step.date)


def _resolutions(proceeding: Proceeding) -> Iterator[tuple[Place, str, UncertainDate | None]]:
    if proceeding.entrusted:
        yield ("entrusted",), "the resolution that entrusts this body", proceeding.entrusted.decided_on
    for number, group in enumerate(proceeding.groups):
        if group.decided_on:  # one without a day counts for nobody: see `not-in-group`
            yield ("groups", number), f"the group of {group.kind.value}", group.decided_on


def _of_resolution(
    at: Position, what: str, day: UncertainDate | None, proceeding: Proceeding, done: list[tuple[str, UncertainDate]]
) -> Iterator[Diagnostic]:
    later = [name for name, when in done if day and certainly_before(when, day)]
    if day is None:
        yield warning(at, "authority-of-another-day", f"{what} bears no day", "give decided_on")
    elif later:
        yield warning(at, "authority-of-another-day", f"{what} is of {day}, after {later[0]}")
    elif proceeding.registered_on and certainly_before(day, proceeding.registered_on):
        message = f"{what} is of {day}, before {proceeding.id} was registered ({proceeding.registered_on})"
        yield warning(at, "authority-of-another-day", message)


def _of_posts(
    loaded: LoadedCase, proceeding: Proceeding, done: list[tuple[str, UncertainDate]]
) -> Iterator[Diagnostic]:
    """Of an official of whom posts are recorded, one must have been held on each day."""
    for official in filter(None, (proceeding.investigator, proceeding.prosecutor)):
        held = [(n, posting) for n, posting in loaded.entries("postings") if posting.person == official]
        for name, when in done:
            if held and not any(_covers(posting, when) for _, posting in held):
                message = f"{official} held no recorded post on {when}, the day of {name}"
                yield warning(loaded.where("postings", held[0][0]), "authority-of-another-day", message)
                break


def _covers(posting: Posting, when: UncertainDate) -> bool:
    begun = not (posting.start and certainly_before(when, posting.start))
    return begun and not (posting.end and certainly_before(posting.end, when))
