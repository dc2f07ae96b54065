"""What is absent: each a warning here, a visible placeholder in the documents, and an open point (design.md 2.2).

`absent-date`: a date that documents print and the case does not have.
`absent-place`: an incident that does not say where it happened.
`absent-author`: an evidence item that does not say who made it.
`absent-publisher`: an open-source item that does not say who published it.
`absent-party`: a charge that names no proceeding, or a proceeding of a charge without investigator or prosecutor.
`absent-number`: a proceeding of a charge without its register number; the authority gives it, nobody makes it up.
`unsettled-entry`: an entry whose status says that people still work on it.
`id-gap`: a number missing in a run of ids; a withdrawn entry keeps its id with `status: withdrawn`.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from referral.case.load import LoadedCase
from referral.case.model import EvidenceKind, Status
from referral.case.model.charges import Stage
from referral.case.model.facts import ProceedingKind
from referral.diagnostics import Diagnostic, warning

_PRINTED = (
    ("incidents", "date", "absent-date", "when it happened"),
    ("incidents", "places", "absent-place", "where it happened"),
    ("charges", "period", "absent-date", "the period charged"),
    ("evidence", "author", "absent-author", "who made it"),
)
_UNSETTLED = {
    Status.DRAFT: "a draft",
    Status.CONFLICT: "in conflict with another entry",
    Status.WORK_NEEDED: "in need of work",
}
_NUMBERED_ID = re.compile(r"(?P<prefix>.*-)(?P<number>[0-9]+)")


def printed_fields_are_given(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`absent-date`, `absent-place`, `absent-author`, `absent-publisher`"""
    for section, name, rule, what in _PRINTED:
        for index, entry in loaded.entries(section):
            if not getattr(entry, name):
                yield _absent(loaded, section, index, rule, f"{entry.id} does not say {what}")
    for index, item in loaded.entries("evidence"):
        if not (item.created or item.published):
            yield _absent(loaded, "evidence", index, "absent-date", f"{item.id} has no date of creation or publication")
        if item.kind is EvidenceKind.DIGITAL_OPEN_SOURCE and not item.publisher:
            yield _absent(loaded, "evidence", index, "absent-publisher", f"{item.id} does not say who published it")


def _absent(loaded: LoadedCase, section: str, index: int, rule: str, message: str) -> Diagnostic:
    return warning(loaded.where(section, index), rule, f"{message}; documents will print a placeholder")


def parties_of_proceedings_are_named(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`absent-party`, `absent-number`"""
    charged = {c.proceeding for _, c in loaded.entries("charges") if c.proceeding}
    for index, proceeding in loaded.entries("proceedings"):
        if proceeding.id not in charged or proceeding.kind is not ProceedingKind.PRE_TRIAL:
            continue
        if not proceeding.number:
            yield _absent(loaded, "proceedings", index, "absent-number", f"{proceeding.id} has no register number")
        for name in ("investigator", "prosecutor"):
            if not getattr(proceeding, name):
                yield _absent(loaded, "proceedings", index, "absent-party", f"{proceeding.id} names no {name}")
    for index, charge in loaded.entries("charges"):
        if charge.person and charge.stage is Stage.SUSPICION and not charge.proceeding:
            yield _absent(loaded, "charges", index, "absent-party", f"{charge.id} names no proceeding")


def unsettled_entries(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`unsettled-entry`"""
    for section, index, entity in loaded.case.entities():
        if entity.status in _UNSETTLED:
            message = f"{entity.id} is {_UNSETTLED[entity.status]}; settle it before filing"
            yield warning(loaded.where(section, index, "status"), "unsettled-entry", message)


def ids_run_on(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`id-gap`"""
    for section, first, missing in gaps_in_ids(loaded):
        message = f"{missing} is missing in the run of ids; a withdrawn entry keeps its id, with “status: withdrawn”"
        yield warning(loaded.where(section, first, "id"), "id-gap", message)


def gaps_in_ids(loaded: LoadedCase) -> Iterator[tuple[str, int, str]]:
    """Section, index of the entry after the gap, and the id (or the run «F-003…F-005») that is not there."""
    runs: dict[tuple[str, str, int], dict[int, int]] = defaultdict(dict)
    for section, index, entity in loaded.case.entities():
        if match := _NUMBERED_ID.fullmatch(entity.id):
            runs[section, match["prefix"], len(match["number"])][int(match["number"])] = index
    for (section, prefix, width), numbers in sorted(runs.items()):
        for before, after in pairwise([0, *sorted(numbers)]):
            if after - before > 1:
                ends = dict.fromkeys((before + 1, after - 1))
                yield section, numbers[after], "…".join(f"{prefix}{n:0{width}d}" for n in ends)
