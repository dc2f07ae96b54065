"""What an argument over charges needs from the whole case: linkage, extent, charges of one act, shared elements."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import Any

from referral.composition.functions.coverage import CoverageFunctions
from referral.composition.functions.people import PeopleFunctions
from referral.composition.scene import Scene
from referral.edtf import UncertainDate
from referral.law import in_language

Entry = dict[str, Any]

_LINKING = "liability"  # the kind of elements that tie a person to what was done
_CONTEXT = "context"
_SPEAKERS = frozenset({"victim", "witness"})


class ArgumentFunctions:
    """Each gives values of the view, counted or gathered; none of them weighs anything."""

    def __init__(self, scene: Scene) -> None:
        self._scene, self._law, self._lang = scene, scene.law, scene.lang
        self._elements = CoverageFunctions(scene).elements
        self._is_code_only = PeopleFunctions(scene).is_code_only

    def linkage(self, charge: str) -> Entry:
        """What ties who is charged to the act: `facts` and `evidence` for the mode of liability, or that name him."""
        entry = self._scene.by_id[charge]
        found = [
            item
            for element in self._elements(charge)
            if _LINKING in self._kinds(element["id"])
            for item in element["supports"]
        ]
        named = self._about.get(entry["person"] or entry["unit"] or "", [])
        facts = [item["fact"] for item in found if item["fact"]] + named
        items = [item["evidence"] for item in found if item["evidence"]]
        return {"facts": list(dict.fromkeys(facts)), "evidence": list(dict.fromkeys(items))}

    def extent(self, charges: list[Entry]) -> Entry:
        """How far the incidents of these charges reach, as recorded.

        `incidents`; `first` and `last`, the earliest date of one and the latest, or none; `places`; `victims`, persons
        by code; `minors` among them; `counts`, the quantity claims that speak of these incidents.
        """
        codes = dict.fromkeys(code for charge in charges for code in charge["incidents"])
        incidents = [self._scene.by_id[code] for code in codes]
        victims = list(dict.fromkeys(code for i in incidents for code in i["victims"]))
        counts = [i["victims_count"] for i in incidents] + [q for code in codes for q in self._counted.get(code, [])]
        return {
            "incidents": list(codes),
            "first": min(_dates(incidents), key=lambda d: d.earliest or date.min, default=None),
            "last": max(_dates(incidents), key=lambda d: d.latest or date.max, default=None),
            "places": list(dict.fromkeys(code for i in incidents for code in i["places"])),
            "victims": victims,
            "minors": [code for code in victims if self._scene.by_id[code].get("minor")],
            "counts": [code for code in dict.fromkeys(counts) if code],
        }

    def companions(self, charge: str) -> list[Entry]:
        """Other charges of the same forum about some of the same incidents: `charge`, `incidents`, `is_alternative`."""
        entry = self._scene.by_id[charge]
        shared: dict[str, list[str]] = defaultdict(list)
        for incident in entry["incidents"]:
            for other in self._charged.get((self._forum(entry), incident), []):
                shared[other].append(incident)
        return [
            {"charge": other, "incidents": codes, "is_alternative": self._is_alternative(charge, other)}
            for other, codes in shared.items()
            if other != charge
        ]

    def contexts(self, charges: list[Entry]) -> list[Entry]:
        """Contextual elements of these charges, each wording once: `element`, and its `members` among the charges."""
        found: dict[str, list[Entry]] = defaultdict(list)
        for charge in charges:
            for element in self._elements(charge["id"]):
                if _CONTEXT in self._kinds(element["id"]):
                    found[self._wording(element["id"])].append({"charge": charge["id"], "element": element})
        return [{"element": members[0]["element"]["id"], "members": members} for members in found.values()]

    def consents(self, use: str, invented: bool = False) -> Entry:
        """How many victims and witnesses gave which answer about a use: `granted`, `refused`, `not_asked`,
        `withdrawn`; `unseen`, of whom this recipient may know no answer."""
        speakers = (p for p in self._scene.case["persons"] if p["invented"] is invented and _speaks(p))
        counted = Counter("unseen" if self._is_code_only(p["id"]) else _answer(p, use) for p in speakers)
        return {"granted": 0, "refused": 0, "not_asked": 0, "withdrawn": 0, "unseen": 0, **counted}

    @cached_property
    def _about(self) -> dict[str, list[str]]:
        """The facts that speak of a person or a unit."""
        found: dict[str, list[str]] = defaultdict(list)
        for fact in self._scene.case["facts"]:
            for code in (*fact["persons"], *fact["units"]):
                found[code].append(fact["id"])
        return found

    @cached_property
    def _counted(self) -> dict[str, list[str]]:
        """The quantity claims that speak of an incident."""
        found: dict[str, list[str]] = defaultdict(list)
        for claim in self._scene.case["quantities"]:
            for incident in claim["incidents"]:
                found[incident].append(claim["id"])
        return found

    @cached_property
    def _charged(self) -> dict[tuple[str, str], list[str]]:
        found: dict[tuple[str, str], list[str]] = defaultdict(list)
        for charge in self._scene.case["charges"]:
            for incident in dict.fromkeys(charge["incidents"]):
                found[self._forum(charge), incident].append(charge["id"])
        return found

    def _forum(self, charge: Entry) -> str:
        return self._law.instrument_of(charge["provision"]).forum.value

    def _is_alternative(self, one: str, other: str) -> bool:
        by_id = self._scene.by_id
        return bool(one == by_id[other]["alternative_to"] or other == by_id[one]["alternative_to"])

    def _kinds(self, element: str) -> tuple[str, ...]:
        return tuple(kind.value for kind in self._law.element(element).kinds)

    def _wording(self, element: str) -> str:
        entry = self._law.element(element)
        return in_language(entry.text, self._lang) or element


def _speaks(person: Entry) -> bool:
    return any(role["role"] in _SPEAKERS for role in person["roles"])


def _answer(person: Entry, use: str) -> str:
    consent = person["consent"]
    if consent and consent["withdrawn_on"]:
        return "withdrawn"
    return str(consent["uses"][use]) if consent else "not_asked"


def _dates(incidents: Iterable[Entry]) -> list[UncertainDate]:
    return [i["date"] for i in incidents if i["date"]]
