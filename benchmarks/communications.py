"""A case of many incidents before an international court, made from a seed, so that its communication can be measured.

Everything in it is invented, and its title, names and summary say so; single entries do not bear the mark, because a
document tells what is marked apart from its argument. What is charged comes from the law library that is given.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import cycle, islice
from pathlib import Path
from random import Random

from benchmarks.cases import Entry, numbered, write_data
from benchmarks.invented_words import DEEDS, KINDS, LEADS, SOURCES, STREETS, TOPICS
from referral.law import Law
from referral.law.model import Provision, ProvisionKind

_FIRST_DAY = date(2022, 3, 1)
_DAYS = 600
_MADE_FROM = date(2023, 12, 1)  # when all had happened
_DAYS_OF_MAKING = 180
_SHARES = (0.3, 0.2, 0.15, 0.1, 0.08, 0.07, 0.06, 0.04)  # of all incidents, charge by charge
_AGAIN = 4  # charges that speak once more of the incidents of the first ones
_MOST = 12  # facts set against one element
_SUSPECTS = 6


@dataclass(frozen=True)
class Extent:
    """How many incidents, items of evidence and facts; all else grows with the incidents."""

    incidents: int = 300
    evidence: int = 2000
    facts: int = 1500

    @classmethod
    def of(cls, incidents: int) -> "Extent":
        """So many incidents, with items and facts in the usual proportion."""
        return cls(incidents, incidents * 20 // 3, incidents * 5)


def communication_data(extent: Extent, law: Law, seed: int = 1) -> Entry:
    """The case section by section. The same extent and seed give the same case."""
    data = _Maker(extent, law, Random(seed)).data()  # noqa: S311  # no secret: the same seed must give the same case
    written_out: Entry = json.loads(json.dumps(data))  # a part that stands twice would become an alias in YAML
    return written_out


def write_communication_case(folder: Path, extent: Extent, law: Law, seed: int = 1) -> Path:
    return write_data(folder, communication_data(extent, law, seed))


class _Maker:
    """Makes one section after the other, each from those before it."""

    def __init__(self, extent: Extent, law: Law, chance: Random) -> None:
        self._extent, self._law, self._chance = extent, law, chance
        self._places = numbered("PL", 4 + extent.incidents // 10)
        self._victims = numbered("PER-V", extent.incidents)
        self._suspects = numbered("PER-S", _SUSPECTS)
        self._units = numbered("UNIT", 1 + max(4, extent.incidents // 15))
        self._speakers = numbered("SRC", 20 + max(1, extent.incidents // 3))
        self._evidence = numbered("EV", extent.evidence)
        self._told: set[str] = set()

    def data(self) -> Entry:
        incidents = self._incidents()
        facts = [*self._facts_of(incidents), *self._other_facts()]
        facts = [{"id": code, **fact} for code, fact in zip(numbered("F", len(facts)), facts, strict=True)]
        charges = self._charges(incidents)
        return {
            "schema_version": "1",
            "case": _header(self._extent),
            "documents": [{"id": "article-15-communication", "lang": "en", "profile": "icc-confidential"}],
            "proceedings": list(self._proceedings()),
            "places": list(self._all_places()),
            "occupation": list(self._occupation()),
            "persons": [*self._all_suspects(), *self._all_victims(incidents)],
            "units": list(self._all_units()),
            "postings": list(self._postings()),
            "sources": list(self._sources()),
            "evidence": list(self._items()),
            "incidents": incidents,
            "facts": facts,
            "quantities": [*self._counts(incidents), *self._totals()],
            "charges": charges,
            "mappings": list(self._mappings(charges, facts)),
            "leads": list(self._leads(incidents)),
        }

    def _all_places(self) -> Iterator[Entry]:
        for n, code in enumerate(self._places):
            within = {"part_of": self._places[n % 3]} if n >= 3 else {}
            yield {"id": code, "name": _place_name(n), **within}

    def _occupation(self) -> Iterator[Entry]:
        for n, (code, place) in enumerate(zip(numbered("OCC", len(self._places)), self._places, strict=True)):
            said = {"authority": "Invented Ministry", "act": f"Invented Order {n + 1}", "start": "2022-02-24"}
            yield {"id": code, "place": place, **said, "citations": [self._citation()]}

    def _proceedings(self) -> Iterator[Entry]:
        situation = {"kind": "icc_situation", "title": "the invented situation", "number": "INVENTED-01/22"}
        yield {"id": "PR-000001", **situation, "authority": "Invented Court", "opened_on": "2022-03-02"}
        for n, code in enumerate(numbered("PR", 4)[1:], 1):
            told = {"title": f"invented investigation {n} of a call-up", "authority": f"Invented Office {n}"}
            yield {"id": code, "kind": "pre_trial", **told, "stage": f"pending at desk {n}", "opened_on": "2023-02"}

    def _all_suspects(self) -> Iterator[Entry]:
        for n, code in enumerate(self._suspects):
            label = f"invented officer {n + 1}"
            citizen = [{"state": "RU", "how": "birth"}]
            yield {"id": code, "label": label, "roles": [{"role": "suspect"}], "citizenships": citizen}

    def _all_victims(self, incidents: Sequence[Entry]) -> Iterator[Entry]:
        for n, (code, incident) in enumerate(zip(self._victims, incidents, strict=True)):
            roles = [{"role": "victim", "incidents": [incident["id"]]}]
            answer = self._chance.choices(("granted", "refused", "not_asked"), (8, 1, 1))[0]
            consent = {
                "given_on": "2023-05",
                "form": "written",
                "uses": {"icc": answer, "national_authorities": answer, "storage": "granted"},
            }
            asks = {"asks": f"that the court hear what happened on day {n + 1}"} if n % 10 == 0 else {}
            told = {"label": f"invented resident {n + 1}", "minor": str(_is_minor(n)).lower(), "roles": roles}
            yield {"id": code, "confidentiality": "confidential", **told, "consent": consent, **asks}

    def _all_units(self) -> Iterator[Entry]:
        for n, code in enumerate(self._units):
            above = [
                {"unit": self._units[(n - 1) // 4], "kind": "formal", "start": "2022", "citations": [self._citation()]}
            ]
            named = {"name": f"Invented Unit {n + 1}", "conventional_number": f"{n + 1:05}", "side": "RU"}
            yield {"id": code, **named, **({"superiors": above} if n else {}), "citations": [self._citation()]}

    def _postings(self) -> Iterator[Entry]:
        for n, (code, person) in enumerate(zip(numbered("POST", _SUSPECTS), self._suspects, strict=True)):
            post = {"title": f"head of invented post {n + 1}", "unit": self._units[n % len(self._units)]}
            yield {
                "id": code,
                "person": person,
                **post,
                "start": "2022",
                "end": "2024",
                "citations": [self._citation()],
            }

    def _sources(self) -> Iterator[Entry]:
        for n, code in enumerate(self._speakers):
            origin = {"origin_group": f"origin-{n if n % 10 else 0}"}
            if n < 20:
                kind, name = SOURCES[n % len(SOURCES)]
                yield {"id": code, "kind": kind, "name": f"{name} {n + 1}", **origin}
            else:
                yield {"id": code, "kind": "person", "person": self._victims[(n - 20) * 3], **origin}

    def _items(self) -> Iterator[Entry]:
        for n, (code, (kind, title)) in enumerate(zip(self._evidence, cycle(KINDS), strict=False)):
            source = self._speakers[20 + n % (len(self._speakers) - 20) if kind == "testimony" else n % 20]
            told = {"title": f"{title} {n + 1}", "kind": kind, "source": source, "extent": f"{n % 80 + 20} pages"}
            made = {"author": f"Invented Author {n % 97}", "created": self._day(_MADE_FROM), "language": "en"}
            own = self._account(source) if kind == "testimony" else _capture(n) if kind == "digital_open_source" else {}
            yield {"id": code, **told, **made, **own, "original_or_copy": "copy"}

    def _account(self, source: str) -> Entry:
        person = self._victims[(self._speakers.index(source) - 20) * 3]
        account = {"person": person, "kind": "statement", "taken_by": "interviewer-1", "date": "2023-11"}
        return {"persons": [person], "account": {**account, "language": "en"}, "confidentiality": "confidential"}

    def _incidents(self) -> list[Entry]:
        found = []
        names = numbered("INC", self._extent.incidents)
        counted = dict(zip(names[::3], numbered("Q", len(names)), strict=False))
        for n, code in enumerate(names):
            place = 3 + n % (len(self._places) - 3)
            told = {"title": f"Round-up {n + 1} in {_place_name(place)}", "type": "raid_detention", "date": self._day()}
            count = {"victims_count": counted[code]} if code in counted else {}
            whom = {
                "places": [self._places[place]],
                "victims": [self._victims[n]],
                "units": [self._chance.choice(self._units)],
            }
            found.append({"id": code, **told, **whom, **count, **_kept_from_the_public(n)})
        return found

    def _facts_of(self, incidents: Sequence[Entry]) -> Iterator[Entry]:
        """Five of six facts are of incidents: some have none, many have one, few have many."""
        weights = self._chance.choices((0, 1, 3, 8, 15), (2, 8, 5, 3, 1), k=len(incidents))
        wanted = self._chance.choices(incidents, weights, k=self._extent.facts * 5 // 6)
        for incident in wanted:
            place = self._places.index(incident["places"][0])
            told = self._fact(incident["date"], place)
            yield {**told, "topics": ["episode"], "incidents": [incident["id"]], "places": incident["places"]}

    def _other_facts(self) -> Iterator[Entry]:
        for topic in islice(cycle(TOPICS), self._extent.facts - self._extent.facts * 5 // 6):
            yield {**self._fact(self._day(), self._chance.randrange(3, len(self._places))), "topics": [topic]}

    def _fact(self, day: str, place: int) -> Entry:
        cited = [self._citation() for _ in range(self._chance.choices((1, 2, 3), (6, 3, 1))[0])]
        text = self._new(lambda: self._sentence(day, place))
        return {"text": text, "date": day, "citations": cited, "knowledge": "first_hand"}

    def _sentence(self, day: str, place: int) -> str:
        chance = self._chance
        street = f"{chance.randint(1, 99)} {chance.choice(STREETS)} in {_place_name(place)}"
        deed = chance.choice(DEEDS).format(count=chance.randint(2, 60), where=street)
        return f"At {chance.randint(0, 23):02}:{chance.randint(0, 59):02} on {_in_words(day)}, {deed}."

    def _new(self, said: Callable[[], str]) -> str:
        """Words that nothing in the case has yet."""
        words = said()
        while words in self._told:
            words = said()
        self._told.add(words)
        return words

    def _counts(self, incidents: Sequence[Entry]) -> Iterator[Entry]:
        for n, incident in enumerate(incidents):
            if "victims_count" in incident:
                claim = self._claim(self._chance.randint(3, 80), f"those taken in round-up {n + 1}")
                yield {"id": incident["victims_count"], **claim, "incidents": [incident["id"]]}

    def _totals(self) -> Iterator[Entry]:
        names = numbered("Q-T", 2 * max(4, self._extent.incidents // 30))
        for n, code in enumerate(names):
            value, other = self._chance.randint(300, 9000), names[n ^ 1]
            claim = self._claim(value, f"{_place_name(n // 2 % 3)} in period {n // 2 + 1}, source {n + 1}")
            yield {"id": code, **claim, "max": str(value + 500), "conflicts_with": [other]}

    def _claim(self, value: int, scope: str) -> Entry:
        precision = self._chance.choice(("exactly", "about", "at_least"))
        said = {"value": str(value), "precision": precision, "unit": "persons", "category": "called_up", "scope": scope}
        return {**said, "as_of": "2023-12", "citations": [self._citation()]}

    def _charges(self, incidents: Sequence[Entry]) -> list[Entry]:
        names = [incident["id"] for incident in incidents]
        parts = list(_parts(names, _SHARES))
        told = parts + parts[:_AGAIN]
        offences = cycle(_of_court(self._law, ProvisionKind.OFFENCE))
        modes = cycle(_of_court(self._law, ProvisionKind.LIABILITY))
        found = []
        for n, (code, part) in enumerate(zip(numbered("CH", len(told)), told, strict=True)):
            law = {"provision": next(offences).id, "mode": next(modes).id, "stage": "communication"}
            conduct = {"conduct": f"invented conduct {n + 1} towards residents", "period": "2022-03/2023-12"}
            found.append({"id": code, "person": self._suspects[n % _SUSPECTS], **law, **conduct, "incidents": part})
        return found

    def _mappings(self, charges: Sequence[Entry], facts: Sequence[Entry]) -> Iterator[Entry]:
        by_incident: dict[str, list[str]] = {}
        for entry in facts:
            for code in entry.get("incidents", ()):
                by_incident.setdefault(code, []).append(entry["id"])
        numbers = iter(range(1, 1_000_000))
        for charge in charges:
            known = [fact for code in charge["incidents"] for fact in by_incident.get(code, ())]
            for provision in (charge["provision"], charge["mode"]):
                for element in self._law.elements_of(provision):
                    for fact in self._chance.sample(known, min(len(known), _MOST)):
                        yield self._mapping(next(numbers), charge["id"], element.id, fact)

    def _mapping(self, number: int, charge: str, element: str, fact: str) -> Entry:
        bearing = self._chance.choices(("supports", "contradicts", "qualifies"), (16, 2, 2))[0]
        answer = {"answer": f"Answered in review {number}."} if bearing == "contradicts" and number % 2 else {}
        weighed = {"bearing": bearing, "inference": "direct", "knowledge": "first_hand", "tier": "primary"}
        why = {"strength": "moderate", "rationale": f"Reason {number}.", "by": "analyst-1"}
        return {"id": f"M-{number:06}", "charge": charge, "element": element, "fact": fact, **weighed, **why, **answer}

    def _leads(self, incidents: Sequence[Entry]) -> Iterator[Entry]:
        for n, (code, kind) in enumerate(
            zip(numbered("LEAD", max(3, len(incidents) // 10)), cycle(LEADS), strict=False)
        ):
            about = {
                "incidents": [incidents[n * 7 % len(incidents)]["id"]],
                "units": [self._units[n % len(self._units)]],
            }
            told = {"kind": kind, "what": f"invented register {n + 1} of an assembly point", "perishability": "stable"}
            held = {"holder": f"Invented archive {n + 1} keeps it.", "shows": f"It is expected to name shift {n + 1}."}
            yield {"id": code, **told, **held, **about, "citations": [self._citation()]}

    def _citation(self) -> Entry:
        """Of three items in four; the others are cited nowhere."""
        item = self._chance.randrange(len(self._evidence) * 3 // 4)
        page = {"type": "page", "value": str(self._chance.randint(1, item % 80 + 20))}
        return {"evidence": self._evidence[item], "locator": page}

    def _day(self, first: date = _FIRST_DAY) -> str:
        return str(first + timedelta(days=self._chance.randrange(_DAYS if first == _FIRST_DAY else _DAYS_OF_MAKING)))


def _is_minor(n: int) -> bool:
    return n % 25 == 0


def _kept_from_the_public(n: int) -> Entry:
    return {"confidentiality": "confidential"} if _is_minor(n) else {}


def _capture(n: int) -> Entry:
    seen = {"url": f"https://example.org/{n}", "captured_at": "2024-05", "collector": "collector-1", "tool": "A tool"}
    kept = {"html_source": "true", "full_page": "true", "content_verified": "true"}
    return {"publisher": f"Invented Newspaper {n % 20 + 1}", "captures": [{**seen, **kept}]}


def _header(extent: Extent) -> Entry:
    told = f"This case is invented throughout. It has {extent.incidents} incidents and serves to be measured."
    party = {"name": "Invented Archive", "address": "1 Invented Street", "contact": "office@example.org"}
    return {
        "id": "made",
        "title": "An invented case of many incidents",
        "language": "en",
        "as_at": "2024-06-30",
        "period": "2022-03/2023-12",
        "summary": told,
        "methodology": "It was made by a program from a seed.",
        "demonstration": "true",
        "filing_party": {"kind": "civil_society", **party, "mandate": "It has no mandate, because it does not exist."},
    }


def _of_court(law: Law, kind: ProvisionKind) -> list[Provision]:
    """What may be charged before the court of the library, in its order."""
    having = (provision for provision in law.provisions.values() if provision.elements and provision.kind is kind)
    return [provision for provision in having if law.instrument_of(provision.id).forum.value == "icc"]


def _parts(names: Sequence[str], shares: Sequence[float]) -> Iterator[list[str]]:
    """The names one after another, in parts of about these shares; none is left out."""
    start, whole = 0, 0.0
    for share in shares:
        whole += share
        end = max(start + 1, round(whole * len(names)))
        yield list(names[start:end])
        start = end


def _place_name(n: int) -> str:
    return f"Invented Region {n + 1}" if n < 3 else f"Invented Settlement {n - 2}"


def _in_words(day: str) -> str:
    when = date.fromisoformat(day)
    return f"{when.day} {when:%B} {when.year}"
