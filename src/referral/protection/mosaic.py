"""Details that are harmless one by one and together tell who a coded person is.

`mosaic`: place, unit, day and family or occupation together tell who is meant by a code; say one of them less exactly.

The rules, for every wide profile for which the case lists a document:

1. A code is singled out if one entry that the recipient sees (an incident in which the person was harmed or has a role,
   or a fact that speaks of him) has a settlement and a date of at most a week, if a unit stands there or in one of
   his postings, and if family or occupation is told: in his label, in a fact about him alone, by a posting’s title.
2. A settlement is a place in which no other place of the case lies. A date, place or unit that a fact does not state is
   that of its incident. Which words tell of family and occupation is data.
3. Nobody is singled out where somebody else has the same place, unit and day and a same word of family or occupation.
4. Whoever may be named to that recipient is not looked at.
5. A code is joined if it also stands in a document for somebody else (those who draw up the case apart) that singles it
   out where the wide one, which speaks of the code too, does not: who has both documents knows what the fuller tells.
   Nobody can join the codes of a recipient who has his own.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from referral.case.load import LoadedCase
from referral.case.model import Case, Incident, LocalText, Person
from referral.case.naming import is_named_by_act
from referral.diagnostics import Diagnostic, warning
from referral.edtf import UncertainDate
from referral.protection.cut_down import case_seen
from referral.protection.profiles import INTERNAL, PROFILES, Profile

TellingWords = Mapping[str, Mapping[str, Sequence[str]]]  # language → family or occupation → words
_DAYS = 7
_OCCUPATION = "occupation"
_MEND = "say one of the details less exactly, or keep one of these entries from wide recipients"


@dataclass(frozen=True)
class Spot:
    """Where one entry puts a person."""

    place: str
    unit: str
    day: str


@dataclass
class Told:
    """What a view tells of one person: the entry by each spot, and words of family and occupation."""

    spots: dict[Spot, str] = field(default_factory=dict)
    words: set[str] = field(default_factory=set)
    entries: set[str] = field(default_factory=set)


def check_mosaic(loaded: LoadedCase, words: TellingWords) -> Iterator[Diagnostic]:
    """`mosaic`"""
    names = dict.fromkeys(request.profile for request in loaded.case.documents)
    listed = [PROFILES[name] for name in names if name in PROFILES]
    wide = [profile for profile in listed if profile.is_wide]
    narrow = [profile for profile in listed if not profile.is_wide and profile.name != INTERNAL]
    if not wide:
        return
    own = loaded.case.case.own_codes  # nobody can join by codes what he alone reads
    seen = {profile.name: told_in(case_seen(loaded.case, profile), words) for profile in (*wide, *narrow)}
    for index, person in loaded.entries("persons"):
        at = loaded.where("persons", index)
        for profile in (each for each in wide if not _may_be_named(person, loaded.case, each)):
            if message := _message(person.id, profile, [] if profile.name in own else narrow, seen):
                yield warning(at, "mosaic", message, _MEND)


def _message(code: str, profile: Profile, narrow: list[Profile], seen: Mapping[str, Mapping[str, Told]]) -> str | None:
    if spot := singled_out(code, seen[profile.name]):
        return f"{profile.name}: a code, and yet {code} may be known by {_in_words(code, spot, seen[profile.name])}"
    fuller = [each.name for each in narrow if singled_out(code, seen[each.name])]
    if not fuller or not seen[profile.name][code].entries:
        return None
    spot = singled_out(code, seen[fuller[0]])
    what = _in_words(code, spot, seen[fuller[0]]) if spot else ""
    return (
        f"{profile.name}: the code {code} also stands in what is for {', '.join(fuller)}, and is known there by {what}"
    )


def _in_words(code: str, spot: Spot, told: Mapping[str, Told]) -> str:
    kinds = sorted({word.partition(":")[0] for word in told[code].words})
    return f"{told[code].spots[spot]}: {spot.place}, {spot.unit}, the day, and {' and '.join(kinds)}"


def singled_out(code: str, told: Mapping[str, Told]) -> Spot | None:
    """The first spot at which nobody else stands of whom the same is told."""
    own = told.get(code, Told())
    others = [each for other, each in told.items() if other != code and own.words & each.words]
    free = (spot for spot in own.spots if not any(spot in other.spots for other in others))
    return next(free, None) if own.words else None


def told_in(case: Case, words: TellingWords) -> dict[str, Told]:
    """What the case, as somebody sees it, tells of each person."""
    told: dict[str, Told] = defaultdict(Told, {person.id: Told() for person in case.persons})
    units = _units(case)
    for entry, places, day, there, persons in _events(case):
        for code in persons:
            told[code].entries.add(entry)
            for spot in (Spot(p, u, day) for p in places for u in sorted({*there} | units[code]) if day):
                told[code].spots.setdefault(spot, entry)
    for code, texts in _texts(case).items():
        told[code].words |= {word for text in texts for word in _telling(text, case.case.language, words)}
    for posting in case.postings:
        told[posting.person].words |= {f"{_OCCUPATION}:{title.casefold()}" for title in posting.title.by_lang.values()}
    return told


Event = tuple[str, list[str], str, list[str], set[str]]  # entry, settlements, day, units, persons


def _events(case: Case) -> Iterator[Event]:
    whole = {place.part_of for place in case.places}
    harmed = _harmed(case)
    incidents = {incident.id: incident for incident in case.incidents}
    for incident in case.incidents:
        places = [place for place in incident.places if place not in whole]
        yield incident.id, places, _day(incident.date), incident.units, harmed[incident.id]
    for fact in case.facts:
        of = [incidents[code] for code in fact.incidents if code in incidents]
        places = [place for place in (fact.places or _each(of, "places")) if place not in whole]
        day = _day(fact.date) if fact.date else next(filter(None, (_day(incident.date) for incident in of)), "")
        yield fact.id, places, day, fact.units or _each(of, "units"), {*fact.persons}


def _each(incidents: Sequence[Incident], name: str) -> list[str]:
    return [code for incident in incidents for code in getattr(incident, name)]


def _harmed(case: Case) -> dict[str, set[str]]:
    """By incident, the persons harmed in it or with a role in it."""
    found = defaultdict(set, {incident.id: {*incident.victims} for incident in case.incidents})
    for person in case.persons:
        for role in person.roles:
            for incident in role.incidents:
                found[incident].add(person.id)
    return found


def _units(case: Case) -> dict[str, set[str]]:
    """By person, the units in which he is posted."""
    found: dict[str, set[str]] = defaultdict(set)
    for posting in case.postings:
        if posting.unit:
            found[posting.person].add(posting.unit)
    return found


def _texts(case: Case) -> dict[str, list[LocalText]]:
    """By person, the label and the facts that speak of him alone."""
    texts = {person.id: [person.label] if person.label else [] for person in case.persons}
    for fact in case.facts:
        if len(fact.persons) == 1 and fact.persons[0] in texts:
            texts[fact.persons[0]].append(fact.text)
    return texts


def _telling(text: LocalText, default: str, words: TellingWords) -> Iterator[str]:
    """«family:mother», for each word that stands in the text; one that ends in * is the beginning of words."""
    for lang, said in text.by_lang.items():
        for kind, listed in words.get(lang or default, {}).items():
            for word in listed:
                end = "" if word.endswith("*") else r"\b"
                if re.search(rf"\b{re.escape(word.rstrip('*'))}{end}", said, re.IGNORECASE):
                    yield f"{kind}:{word}"


def _day(date: UncertainDate | None) -> str:
    """The date as text if it is exact enough to be remembered; empty else."""
    if date is None or date.earliest is None or date.latest is None:
        return ""
    return str(date) if (date.latest - date.earliest).days < _DAYS else ""


def _may_be_named(person: Person, case: Case, profile: Profile) -> bool:
    charged = {charge.person for charge in case.charges}
    return person.has_role(*profile.named) or is_named_by_act(person, case.by_id, charged)
