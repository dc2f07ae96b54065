"""What the conditions of questions ask a case for, found once: who was harmed, what else was charged, what is shown."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

from referral.case.model import Case, Charge, EvidenceItem, Fact, Incident, OccupationPeriod, Person, Place, Proceeding
from referral.case.model import Mapping as ElementMapping
from referral.case.model.charges import Bearing
from referral.case.model.facts import Knowledge, QuantityClaim
from referral.case.model.proceedings import ProceedingKind

_BEFORE_STATES = frozenset({ProceedingKind.PRE_TRIAL, ProceedingKind.COURT, ProceedingKind.FOREIGN})


class Circumstances:
    """A case as its conditions see it. What is `gone` (see `in_force`) counts for nothing."""

    def __init__(self, case: Case, gone: frozenset[str]) -> None:
        self._case, self._gone = case, gone
        self.persons = {p.id: p for p in case.persons if p.id not in gone}
        self.sources = {s.id: s for s in case.sources if s.id not in gone}

    @cached_property
    def knowledge(self) -> Mapping[str, set[Knowledge]]:
        """How what rests on an item is known, by item: as the facts that cite it say, and its own mappings."""
        found: dict[str, set[Knowledge]] = defaultdict(set)
        for fact in self._case.facts:
            for citation in fact.citations if fact.id not in self._gone else ():
                found[citation.evidence].add(fact.knowledge)
        for mapping in self._case.mappings:
            if mapping.evidence and mapping.id not in self._gone:
                found[mapping.evidence].add(mapping.knowledge)
        return found

    @cached_property
    def holders_of_posts(self) -> set[str]:
        return {posting.person for posting in self._case.postings if posting.id not in self._gone}

    @cached_property
    def quantities(self) -> list[QuantityClaim]:
        return [claim for claim in self._case.quantities if claim.id not in self._gone]

    @cached_property
    def _charged(self) -> Mapping[str, list[Charge]]:
        """The charges of each incident."""
        found: dict[str, list[Charge]] = defaultdict(list)
        for charge in self._case.charges:
            for incident in charge.incidents if charge.id not in self._gone else ():
                found[incident].append(charge)
        return found

    @cached_property
    def _incidents(self) -> Mapping[str, Incident]:
        return {i.id: i for i in self._case.incidents if i.id not in self._gone}

    @cached_property
    def _places(self) -> Mapping[str, Place]:
        return {place.id: place for place in self._case.places if place.id not in self._gone}

    @cached_property
    def _facts(self) -> Mapping[str, list[Fact]]:
        found: dict[str, list[Fact]] = defaultdict(list)
        for fact in self._case.facts:
            for incident in fact.incidents if fact.id not in self._gone else ():
                found[incident].append(fact)
        return found

    @cached_property
    def _periods(self) -> Mapping[str, list[OccupationPeriod]]:
        found: dict[str, list[OccupationPeriod]] = defaultdict(list)
        for period in self._case.occupation:
            if period.id not in self._gone:
                found[period.place].append(period)
        return found

    @cached_property
    def _supporting(self) -> Mapping[tuple[str, str], list[ElementMapping]]:
        found: dict[tuple[str, str], list[ElementMapping]] = defaultdict(list)
        for mapping in self._case.mappings:
            if mapping.bearing is Bearing.SUPPORTS and mapping.id not in self._gone:
                found[mapping.charge, mapping.element].append(mapping)
        return found

    @cached_property
    def justified(self) -> set[tuple[str, str]]:
        """Elements of charges left without support for a recorded reason."""
        return {(gap.charge, gap.element) for gap in self._case.justified_gaps if gap.id not in self._gone}

    @cached_property
    def _harmed_in(self) -> Mapping[str, list[Incident]]:
        found: dict[str, list[Incident]] = defaultdict(list)
        for incident in self._incidents.values():
            for victim in incident.victims:
                found[victim].append(incident)
        return found

    def of_one_act_with(self, charge: Charge) -> list[Charge]:
        """Other charges of an incident of this one, each once."""
        found = {c.id: c for code in charge.incidents for c in self._charged.get(code, ()) if c.id != charge.id}
        return [other for other in found.values() if charge.is_of_one_act_with(other)]

    @cached_property
    def rank(self) -> Mapping[str, int]:
        """Which charge stands where in the case."""
        return {charge.id: n for n, charge in enumerate(self._case.charges)}

    def incidents_of(self, charge: Charge) -> list[Incident]:
        return [self._incidents[code] for code in charge.incidents if code in self._incidents]

    def victims_of(self, charge: Charge) -> Iterator[Person]:
        """The persons harmed in the incidents charged."""
        codes = dict.fromkeys(code for incident in self.incidents_of(charge) for code in incident.victims)
        return (self.persons[code] for code in codes if code in self.persons)

    def incidents_with(self, person: str) -> list[Incident]:
        """The incidents in which a person was harmed."""
        return self._harmed_in.get(person, [])

    def facts_under(self, incident: Incident) -> list[Fact]:
        return self._facts.get(incident.id, [])

    def places_around(self, code: str) -> Iterator[Place]:
        """A place and those in which it lies, the smallest first."""
        seen: set[str] = set()
        place = self._places.get(code)
        while place and place.id not in seen:
            seen.add(place.id)
            yield place
            place = self._places.get(place.part_of or "")

    def periods_at(self, code: str) -> Iterator[OccupationPeriod]:
        """When a place was occupied, itself or what it lies in."""
        for place in self.places_around(code):
            yield from self._periods.get(place.id, ())

    def supporting(self, charge: Charge, element: str) -> list[ElementMapping]:
        return self._supporting.get((charge.id, element), [])

    def spoken_of(self, mapping: ElementMapping) -> set[str]:
        """The persons of whom what is mapped speaks, those harmed in its incidents among them."""
        entry = self._case.by_id.get(mapping.fact or mapping.evidence or "")
        if isinstance(entry, EvidenceItem):
            return {*entry.persons, *([entry.account.person] if entry.account else ())}
        if not isinstance(entry, Fact):
            return set()
        harmed = (self._incidents[code].victims for code in entry.incidents if code in self._incidents)
        return set(entry.persons).union(*harmed)

    def proceedings_on(self, charge: Charge) -> Iterator[Proceeding]:
        """Proceedings of States against the accused; if he is no known person, those that name nobody."""
        for one in self._case.proceedings:
            meant = charge.person in one.persons if charge.person else not one.persons
            if meant and one.kind in _BEFORE_STATES and one.id not in self._gone and one.invented == charge.invented:
                yield one

    def accused(self, charge: Charge) -> Person | None:
        return self.persons.get(charge.person or "")

    def told_by(self, item: EvidenceItem) -> Person | None:
        """Who gave the account that an item is."""
        source = self.sources.get(item.source)
        code = item.account.person if item.account else source.person if source else None
        return self.persons.get(code or "")
