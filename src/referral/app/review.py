"""The lines of a sign-off to paste below an entry; nothing is written into the files of an author."""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from referral.app.project import Project
from referral.case.load import LoadedCase
from referral.case.model import Fingerprint
from referral.coverage.fingerprints import Fingerprints, Reviewable
from referral.coverage.reviews import SECTIONS, Reviewed, ReviewState, reviewed
from referral.diagnostics import Position
from referral.errors import UsageError


@dataclass(frozen=True)
class ToSign:
    """One fact or mapping: where it stands, how, who signed it off, and its fingerprint as of now."""

    at: Position
    found: Reviewed
    by: tuple[str, ...]
    fingerprint: Fingerprint


def to_sign(project: Project, only: Collection[str] = (), only_stale: bool = False) -> list[ToSign]:
    """The entries named, or else all that wait for a sign-off; `only_stale` leaves out what was never signed off.

    UsageError if one is named that is neither a fact nor a mapping.
    """
    loaded, prints = project.loaded, Fingerprints(project.loaded.case, project.law)
    entries = {entry.id: (section, index, entry) for section, index, entry in _entries(loaded)}
    if unknown := [name for name in only if name not in entries]:
        raise UsageError(f"{', '.join(unknown)}: no fact and no mapping of the case is called so")
    found = (_to_sign(loaded, *entries[name], prints) for name in (only or entries))
    return [one for one in found if only or one.found.state in _waiting(only_stale)]


def review_lines(found: ToSign, by: str = "", on: str = "") -> Iterator[str]:
    """A heading that says how the entry stands, then YAML: `reviews`, or one more of them where there are some.

    What was not given stays empty, for a person to fill in.
    """
    changed = f"; changed since: {', '.join(found.found.changed)}" if found.found.changed else ""
    signed = f" (by {', '.join(found.by)})" if found.by else ""
    yield f"# {found.at}  {found.found.id}: {found.found.state}{signed}{changed}"
    yield from () if found.by else ("    reviews:",)
    yield f"      - by: {_quoted(by)}".rstrip()
    yield f"        on: {_quoted(on)}".rstrip()
    yield "        fingerprint:"
    digests = found.fingerprint.model_dump(exclude_none=True)
    yield from (f"          {part}: {digest}" for part, digest in digests.items())


def reviews_to_json(found: list[ToSign]) -> dict[str, object]:
    """`{"schema": 1, "entries": [{"id", "section", "path", "line", "state", "changed", "by", "fingerprint"}]}`"""
    return {"schema": 1, "entries": [_as_data(one) for one in found]}


def _as_data(one: ToSign) -> dict[str, object]:
    return {
        "id": one.found.id,
        "section": one.found.section,
        "path": one.at.path,
        "line": one.at.line,
        "state": one.found.state.value,
        "changed": list(one.found.changed),
        "by": list(one.by),
        "fingerprint": one.fingerprint.model_dump(exclude_none=True),
    }


def _waiting(only_stale: bool) -> set[ReviewState]:
    return {ReviewState.STALE} if only_stale else {ReviewState.STALE, ReviewState.UNREVIEWED}


def _entries(loaded: LoadedCase) -> Iterator[tuple[str, int, Reviewable]]:
    for section in SECTIONS:
        yield from ((section, index, entry) for index, entry in loaded.entries(section))


def _to_sign(loaded: LoadedCase, section: str, index: int, entry: Reviewable, prints: Fingerprints) -> ToSign:
    found = reviewed(section, entry, prints)
    by = tuple(dict.fromkeys(review.by for review in entry.reviews))
    return ToSign(loaded.where(section, index), found, by, prints.of(entry))


def _quoted(text: str) -> str:
    """A text as JSON, which YAML reads too."""
    return json.dumps(text, ensure_ascii=False) if text else ""
