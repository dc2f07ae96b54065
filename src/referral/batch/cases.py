"""Which cases a batch has: those that are named and those below a folder that is named, each with a name of its own."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from glob import glob
from pathlib import Path, PurePosixPath

from referral.case.files import cases_below
from referral.errors import UsageError


@dataclass(frozen=True, order=True)
class NamedCase:
    """A case, and what the folder of its results is called: the way to it from the folder that was named."""

    name: str
    path: str


def named_cases(given: Iterable[str]) -> list[NamedCase]:
    """The cases of paths and patterns as `cases/*`, by name. UsageError if results of two would lie in one place."""
    found = {_place(case): case for what in given for path in _paths(what) for case in _cases(path)}
    cases = sorted(found.values())
    if not cases:
        raise UsageError("no case was found; name folders of cases, or a folder that holds some")
    if clashes := list(_clashes(cases)):
        why = "; name the folder above both, so that each is called by its way from there"
        raise UsageError("\n".join(clashes) + why)
    return cases


def listed(file: Path) -> list[str]:
    """The paths in a list, one a line, from the folder of the list; empty lines and those with # in front are none."""
    lines = (line.strip() for line in file.read_text("utf-8").splitlines())
    return [str(file.parent / line) for line in lines if line and not line.startswith("#")]


def _paths(what: str) -> list[Path]:
    """A path that is not there is one all the same: of it `check` says so."""
    return [Path(what)] if os.path.exists(what) else [Path(name) for name in sorted(glob(what))] or [Path(what)]


def _cases(path: Path) -> Iterator[NamedCase]:
    below = list(_outermost(cases_below(path)))
    yield from (NamedCase(folder.relative_to(path).as_posix(), str(folder)) for folder in below)
    if not below:
        yield NamedCase(path.resolve().name if path.is_dir() else path.stem, str(path))


def _outermost(folders: Iterable[Path]) -> Iterator[Path]:
    """Those that lie in no other: what a case holds of another is no case of the batch."""
    known: set[Path] = set()
    for folder in sorted(folders):
        if known.isdisjoint(folder.parents):
            known.add(folder)
            yield folder


def _place(case: NamedCase) -> tuple[str, str]:
    return case.name, os.path.realpath(case.path)


def _clashes(cases: Iterable[NamedCase]) -> Iterator[str]:
    """Cases of one name, also where it differs in capitals, or lies within that of another."""
    first: dict[PurePosixPath, NamedCase] = {}
    for case in cases:
        place = PurePosixPath(case.name.casefold())
        for within in (place, *place.parents):
            if other := first.get(within):
                yield f'{other.path} and {case.path} would both be written below "{other.name}"'
        first.setdefault(place, case)
