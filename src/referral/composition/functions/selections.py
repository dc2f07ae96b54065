"""Choosing entries of the case: facts by topic, incident or person in the order of time; charges by forum."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import Any

from referral.composition.scene import Scene

Entry = dict[str, Any]


class SelectionFunctions:
    """Entries that fit conditions; a condition that is not given fits every entry."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def get(self, code: str) -> Entry:
        """The entry with this id."""
        return self._scene.by_id[code]

    def facts(
        self,
        topic: str | None = None,
        incident: str | None = None,
        person: str | None = None,
        invented: bool | None = None,
    ) -> list[Entry]:
        """Facts that fit all conditions, oldest first; undated ones at the end."""
        found = [
            f
            for f in self._scene.case["facts"]
            if (topic is None or topic in f["topics"])
            and (incident is None or incident in f["incidents"])
            and (person is None or person in f["persons"])
            and (invented is None or f["invented"] == invented)
        ]
        return sorted(found, key=_by_date)

    def charges(self, forum: str | None = None, person: str | None = None, invented: bool | None = None) -> list[Entry]:
        law = self._scene.law
        return [
            c
            for c in self._scene.case["charges"]
            if (forum is None or law.instrument_of(c["provision"]).forum.value == forum)
            and (person is None or c["person"] == person)
            and (invented is None or c["invented"] == invented)
        ]

    def quantities(self, *categories: str) -> list[Entry]:
        return [q for q in self._scene.case["quantities"] if not categories or q["category"] in categories]

    def persons(self, *roles: str) -> list[Entry]:
        return [p for p in self._scene.case["persons"] if not roles or any(r["role"] in roles for r in p["roles"])]

    def postings(self, person: str) -> list[Entry]:
        return [p for p in self._scene.case["postings"] if p["person"] == person]

    @staticmethod
    def in_order(entries: list[Entry]) -> list[Entry]:
        """Entries with a `date`, oldest first."""
        return sorted(entries, key=_by_date)

    @staticmethod
    def stretches(ids: list[str], runs: list[list[str]]) -> list[tuple[str, str]]:
        """First and last of each stretch of `ids` that stand one after another in one of the runs, in their order."""
        found = [pair for run in runs for pair in _stretches(ids, run)]
        return list(dict.fromkeys(found))


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
