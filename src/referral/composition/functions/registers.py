"""Registers that annexes print: what belongs to an incident, who collected what, how many agreed to what."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from referral.case.model import Person
from referral.composition.scene import Scene

Entry = dict[str, Any]
_WITHDRAWN, _NOT_RECORDED, _NOT_SHOWN = "withdrawn", "not_recorded", "not_shown"


class RegisterFunctions:
    """The indexes are made once for a document, because long annexes ask for every entry."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def facts_of(self, incident: str) -> list[Entry]:
        """The facts told under an incident, in the order of the case."""
        return self._facts.get(incident, [])

    def charges_of(self, incident: str) -> list[Entry]:
        """The charges that name an incident, in the order of the case."""
        return self._charges.get(incident, [])

    def collection_log(self) -> list[Entry]:
        """How each item was obtained, step by step, in the order of items: `number`, `item`, `step`, `at`, `is_first`,
        `entry`.

        `step` is `account`, `capture`, `received` or `custody`, and `none` of an item of which nothing is recorded;
        `entry` is what the case has of the step, or nothing.
        """
        steps = [
            {"item": item, "step": step, "at": at, "entry": entry, "is_first": n == 0}
            for item in self._scene.case["evidence"]
            for n, (step, at, entry) in enumerate(list(_steps(item)) or [("none", None, None)])
        ]
        return [{"number": number, **step} for number, step in enumerate(steps, start=1)]

    def consent_classes(self) -> list[Entry]:
        """Each class of persons who were to be asked: `role`, `invented`, `all`, `uses`, `withdrawn`, `not_recorded`,
        `not_shown`.

        `uses` has for each use how many `granted`, `refused` it or were `not_asked`; who took consent back is counted
        as that alone. A person of two classes counts in both. Of whom only code and roles are shown, nothing is known.
        """
        classes: dict[tuple[bool, str], list[Entry]] = defaultdict(list)
        for person in self._scene.case["persons"]:
            for role in dict.fromkeys(r["role"] for r in person["roles"]):
                if role in _TO_ASK or person["consent"]:
                    classes[person["invented"], role].append(person)
        return [self._class(*name, found) for name, found in sorted(classes.items())]

    def _class(self, invented: bool, role: str, persons: list[Entry]) -> Entry:
        kinds = Counter(self._state(person) for person in persons)
        given = [p["consent"]["uses"] for p in persons if self._state(p) == "given"]
        uses = {use: dict(Counter(answers[use] for answers in given)) for use in (given[0] if given else ())}
        counts = {name: kinds[name] for name in (_WITHDRAWN, _NOT_RECORDED, _NOT_SHOWN)}
        return {"role": role, "invented": invented, "all": len(persons), "uses": uses, **counts}

    def _state(self, person: Entry) -> str:
        shown: Person = self._scene.view.case.by_id[person["id"]]  # type: ignore[assignment]
        if not self._scene.view.profile.may_see(shown.confidentiality):
            return _NOT_SHOWN
        if person["consent"] is None:
            return _NOT_RECORDED
        return _WITHDRAWN if person["consent"]["withdrawn_on"] else "given"

    @cached_property
    def _facts(self) -> dict[str, list[Entry]]:
        return _by_incident(self._scene.case["facts"])

    @cached_property
    def _charges(self) -> dict[str, list[Entry]]:
        return _by_incident(self._scene.case["charges"])


_TO_ASK = ("victim", "witness", "intermediary")


def _steps(item: Entry) -> Iterator[tuple[str, Any, Entry | None]]:
    if item["account"]:
        yield "account", item["account"]["date"], item["account"]
    yield from (("capture", capture["captured_at"], capture) for capture in item["captures"])
    if item["received"]:
        yield "received", item["received"], None
    yield from (("custody", event["at"], event) for event in item["custody"])


def _by_incident(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        for incident in entry["incidents"]:
            found[incident].append(entry)
    return dict(found)
