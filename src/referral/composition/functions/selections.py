"""Choosing entries of the case: facts by topic, incident or person in the order of time; charges by forum."""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import groupby
from typing import Any

from referral.composition.scene import Scene

Entry = dict[str, Any]


def selection_functions(scene: Scene) -> dict[str, Callable[..., Any]]:
    def get(code: str) -> Entry:
        """The entry with this id."""
        return scene.by_id[code]

    def facts(
        topic: str | None = None,
        incident: str | None = None,
        person: str | None = None,
        invented: bool | None = None,
    ) -> list[Entry]:
        """Facts that fit all conditions, oldest first; undated ones at the end."""
        found = [
            f
            for f in scene.case["facts"]
            if (topic is None or topic in f["topics"])
            and (incident is None or incident in f["incidents"])
            and (person is None or person in f["persons"])
            and (invented is None or f["invented"] == invented)
        ]
        return sorted(found, key=_by_date)

    def charges(forum: str | None = None, person: str | None = None, invented: bool | None = None) -> list[Entry]:
        return [
            c
            for c in scene.case["charges"]
            if (forum is None or scene.law.instrument_of(c["provision"]).forum.value == forum)
            and (person is None or c["person"] == person)
            and (invented is None or c["invented"] == invented)
        ]

    def quantities(*categories: str) -> list[Entry]:
        return [q for q in scene.case["quantities"] if not categories or q["category"] in categories]

    def persons(*roles: str) -> list[Entry]:
        return [p for p in scene.case["persons"] if not roles or any(r["role"] in roles for r in p["roles"])]

    def postings(person: str) -> list[Entry]:
        return [p for p in scene.case["postings"] if p["person"] == person]

    def in_order(entries: list[Entry]) -> list[Entry]:
        """Entries with a `date`, oldest first."""
        return sorted(entries, key=_by_date)

    def stretches(ids: list[str], runs: list[list[str]]) -> list[tuple[str, str]]:
        """First and last of each stretch of `ids` that stand one after another in one of the runs, in their order."""
        found = [pair for run in runs for pair in _stretches(ids, run)]
        return list(dict.fromkeys(found))

    return {f.__name__: f for f in (get, facts, charges, quantities, persons, postings, in_order, stretches)}


def _stretches(ids: list[str], run: list[str]) -> Iterator[tuple[str, str]]:
    for is_wanted, stretch in groupby(run, key=lambda entry: entry in ids):
        if is_wanted:
            first, *rest = stretch
            yield first, (rest or [first])[-1]


def _by_date(entry: Entry) -> tuple[date, date, str]:
    when = entry["date"]
    earliest = (when.earliest if when else None) or date.max
    latest = (when.latest if when else None) or date.max
    return earliest, latest, entry["id"]
