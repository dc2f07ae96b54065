"""Where a document tells each fact: once. Under an incident charged, else by topic; elsewhere by paragraph number.

Everything is indexed once and gone through once, because a case may have hundreds of incidents.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from referral.composition.functions.prose import ProseFunctions
from referral.composition.functions.selections import SelectionFunctions
from referral.composition.scene import Scene

Entry = dict[str, Any]

_HEADED = 12  # incidents of a charge; if there are more, they are grouped by place and year
_SHORT = 4  # incidents that one paragraph tells, where each has one fact at most


class ChapterFunctions:
    """The plan of a document that tells real facts by topic and by incident."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._facts = SelectionFunctions(scene).facts
        self._in_order = SelectionFunctions(scene).in_order
        self._prose = ProseFunctions(scene).paragraphs

    def chapters(self, before: list[str], charges: list[Entry], after: list[str]) -> Entry:
        """Where each fact that is not invented is told, in a document with topics before and after its charges.

        `topics`: by topic the `paragraphs` told there, and `again`, facts of it told elsewhere; `rest`: paragraphs of
        facts that have no place in these; `charges`: by charge its `groups` of incidents, and `again`, incidents told
        under an earlier charge; `where` and `places` are read by `paragraph_stretches`. A group is an incident or,
        where a charge has more than twelve, those of one place and year (`place`, `year`), with its `paragraphs` and
        the ids of those `untold`, of which no fact speaks. A paragraph has `parts`: perhaps an `incident`, its
        `facts`, and `again`, facts of the incident told elsewhere.
        """
        real = self._facts(invented=False)
        under = _by(real, "incidents")
        charged = {f["id"] for c in charges for code in c["incidents"] for f in under.get(code, ())}
        told: set[str] = set()
        topics = _by((f for f in real if f["id"] not in charged), "topics")
        first = {topic: self._topic(topics.get(topic, []), told) for topic in before}
        last = {topic: self._topic(topics.get(topic, []), told) for topic in after}
        rest = self._topic([f for f in real if f["id"] not in charged], told)
        by_charge = dict(self._charges(charges, under, told))
        shown = {topic: {"paragraphs": paragraphs, "again": []} for topic, paragraphs in {**first, **last}.items()}
        for topic, facts in _by(real, "topics").items():
            if topic in shown:
                here = {f["id"] for p in shown[topic]["paragraphs"] for part in p["parts"] for f in part["facts"]}
                shown[topic]["again"] = [f["id"] for f in facts if f["id"] not in here]
        groups = [[p for group in of["groups"] for p in group["paragraphs"]] for of in by_charge.values()]
        runs = [*first.values(), rest, *groups, *last.values()]
        return {"topics": shown, "rest": rest, "charges": by_charge, **_located(runs)}

    @staticmethod
    def paragraph_stretches(plan: Entry, ids: list[str]) -> list[tuple[str, str]]:
        """First and last of each stretch of paragraphs that tell these facts or incidents, in the order of the text."""
        where, places = plan["where"], plan["places"]
        found = sorted(places[anchor] for anchor in {where[code] for code in ids if code in where})
        anchors = {place: anchor for anchor, place in places.items()}
        runs = groupby(enumerate(found), key=lambda n: (n[1][0], n[1][1] - n[0]))
        stretches = ([anchors[place] for _, place in run] for _, run in runs)
        return [(stretch[0], stretch[-1]) for stretch in stretches]

    @staticmethod
    def is_told(plan: Entry, code: str) -> bool:
        """Whether a paragraph of the plan tells this fact or incident."""
        return code in plan["where"]

    def _topic(self, facts: list[Entry], told: set[str]) -> list[Entry]:
        new = [f for f in facts if f["id"] not in told]
        told.update(f["id"] for f in new)
        return [_paragraph([_part(None, group)]) for group in self._prose(new)]

    def _charges(
        self, charges: list[Entry], under: dict[str, list[Entry]], told: set[str]
    ) -> Iterator[tuple[str, Entry]]:
        seen: set[str] = set()
        for charge in charges:
            new = [code for code in charge["incidents"] if code not in seen]
            again = [code for code in charge["incidents"] if code in seen]
            seen.update(new)
            yield charge["id"], {"groups": list(self._groups(new, under, told)), "again": again}

    def _groups(self, codes: list[str], under: dict[str, list[Entry]], told: set[str]) -> Iterator[Entry]:
        incidents = self._in_order([self._scene.by_id[code] for code in codes])
        if len(incidents) <= _HEADED:
            for incident in incidents:
                paragraphs = self._incident(incident, under, told)
                yield {"place": None, "year": None, "incident": incident, "paragraphs": paragraphs, "untold": []}
            return
        together: dict[tuple[str, int], list[Entry]] = defaultdict(list)
        for incident in incidents:
            together[_place(incident), _year(incident)].append(incident)
        for (place, year), found in together.items():
            yield {"place": place, "year": year, "incident": None, **self._grouped(found, under, told)}

    def _grouped(self, incidents: list[Entry], under: dict[str, list[Entry]], told: set[str]) -> Entry:
        known = [i for i in incidents if under.get(i["id"])]
        short = [i for i in known if len(under[i["id"]]) == 1]
        long = [i for i in known if len(under[i["id"]]) > 1]
        paragraphs = [p for incident in long for p in self._incident(incident, under, told)]
        for start in range(0, len(short), _SHORT):
            parts = [self._parts(i, under, told)[0] for i in short[start : start + _SHORT]]
            paragraphs.append(_paragraph(parts))
        untold = [i["id"] for i in incidents if not under.get(i["id"])]
        return {"paragraphs": paragraphs, "untold": untold}

    def _incident(self, incident: Entry, under: dict[str, list[Entry]], told: set[str]) -> list[Entry]:
        return [_paragraph([part]) for part in self._parts(incident, under, told)]

    def _parts(self, incident: Entry, under: dict[str, list[Entry]], told: set[str]) -> list[Entry]:
        """What is told of an incident: the first part names it, the last one says what else speaks of it."""
        facts = under.get(incident["id"], [])
        new = [f for f in facts if f["id"] not in told]
        again = [f["id"] for f in facts if f["id"] in told]
        told.update(f["id"] for f in new)
        own = [{**f, "incidents": [incident["id"]]} for f in new]  # told here, whatever it is told under first
        parts = [_part(None, group) for group in self._prose(own)] or [_part(None, [])]
        parts[0]["incident"], parts[-1]["again"] = incident, again
        return parts


def _part(incident: Entry | None, facts: Sequence[Entry]) -> Entry:
    return {"incident": incident, "facts": list(facts), "again": []}


def _paragraph(parts: list[Entry]) -> Entry:
    first = parts[0]
    return {"anchor": (first["incident"] or first["facts"][0])["id"], "parts": parts}


def _located(runs: Iterable[list[Entry]]) -> Entry:
    where: dict[str, str] = {}
    places: dict[str, tuple[int, int]] = {}
    for n, run in enumerate(runs):
        for position, paragraph in enumerate(run):
            places[paragraph["anchor"]] = (n, position)
            for part in paragraph["parts"]:
                told = [part["incident"]] if part["incident"] else []
                where.update({entry["id"]: paragraph["anchor"] for entry in (*told, *part["facts"])})
    return {"where": where, "places": places}


def _by(entries: Iterable[Entry], field: str) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        for key in entry[field]:
            found[key].append(entry)
    return found


def _place(incident: Entry) -> str:
    return next(iter(incident["places"]), "")


def _year(incident: Entry) -> int:
    """Nought if it is not known."""
    earliest = incident["date"].earliest if incident["date"] else None
    return earliest.year if earliest else 0
