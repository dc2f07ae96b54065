"""What is not finished: entries that people still work on, and numbers that a run of ids leaves out (design.md 2.2).

`unsettled-entry`: an entry whose status says that people still work on it.
`id-gap`: a number missing in a run of ids; a withdrawn entry keeps its id with `status: withdrawn`.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise

from referral.case.load import LoadedCase
from referral.case.model import Case, Status
from referral.diagnostics import Diagnostic, warning

_UNSETTLED = {
    Status.DRAFT: "a draft",
    Status.CONFLICT: "in conflict with another entry",
    Status.WORK_NEEDED: "in need of work",
}
_NUMBERED_ID = re.compile(r"(?P<prefix>[^+]*-)(?P<number>[0-9]+)")


def unsettled_entries(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`unsettled-entry`"""
    for section, index, entity in loaded.case.entities():
        if entity.status in _UNSETTLED:
            message = f"{entity.id} is {_UNSETTLED[entity.status]}; settle it before filing"
            yield warning(loaded.where(section, index, "status"), "unsettled-entry", message)


def ids_run_on(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`id-gap`"""
    for section, first, missing in gaps_in_ids(loaded.case):
        message = f"{missing} is missing in the run of ids; a withdrawn entry keeps its id, with “status: withdrawn”"
        yield warning(loaded.where(section, first, "id"), "id-gap", message)


def gaps_in_ids(case: Case) -> Iterator[tuple[str, int, str]]:
    """Section, index of the entry after the gap, and the id (or the run «F-003…F-005») that is not there."""
    for section, index, ids in _gaps(case):
        yield section, index, "…".join(dict.fromkeys((ids[0], ids[-1])))


def ids_not_there(case: Case) -> dict[str, int]:
    """How many ids within the runs of each section are not there; sections without a gap are left out."""
    counted: Counter[str] = Counter()
    for section, _, ids in _gaps(case):
        counted[section] += len(ids)
    return dict(counted)


def _gaps(case: Case) -> Iterator[tuple[str, int, list[str]]]:
    """Section, index of the entry after the gap, and the ids that are not there."""
    runs: dict[tuple[str, str, int], dict[int, int]] = defaultdict(dict)
    for section, index, entity in case.entities():
        if match := _NUMBERED_ID.fullmatch(entity.id):
            runs[section, match["prefix"], len(match["number"])][int(match["number"])] = index
    for (section, prefix, width), numbers in sorted(runs.items()):
        for before, after in pairwise([0, *sorted(numbers)]):
            if after - before > 1:
                yield section, numbers[after], [f"{prefix}{n:0{width}d}" for n in range(before + 1, after)]
