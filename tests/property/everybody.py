"""Persons wherever a case may name one: what the small case leaves empty is there, and each place has a drawn code."""

from hypothesis import strategies as st

from referral.case.model import Case
from tests.end_to_end.case_fields import Data, every_field, places
from tests.unit.everything import everything

_OF_PROCEEDING = ("groups", "damage", "service", "calls", "absences")


def fields_of_persons() -> set[str]:
    """Every field of the models in which a person’s code may stand, by its path in a case."""
    return {place.kind for place in every_field("case", Case) if place.may_hold_a_person}


def with_every_field(case: Data) -> Data:
    """The small case, in place, with each of these fields that it leaves empty."""
    full = everything()
    case["proceedings"][0].update({key: full["proceedings"][0][key] for key in _OF_PROCEEDING}, prosecutor="PER-001")
    case["documents"][0]["person"] = "PER-001"
    case["charges"][0]["acted_with"] = ["PER-001"]
    case["units"][0].setdefault("superiors", []).extend(full["units"][0]["superiors"])
    for person in case["persons"]:
        person.setdefault("consent", {})["guardian"] = "PER-001"
        person["accounts_elsewhere"] = [{"to": words()}]
    for item in case["evidence"]:
        item.setdefault("custody", []).append(full["evidence"][1]["custody"][0] | {"purpose": words()})
    case["disclosures"] = [full["disclosures"][0] | {"to": words()}]
    lead = {"id": "LEAD-01", "kind": "person", "what": words(), "perishability": "stable", "persons": ["PER-001"]}
    case["leads"] = [lead | {"confidentiality": "public"}]
    return case


def words() -> Data:
    """Of which each entry has its own, for they are changed in place."""
    return {"uk": "слова", "en": "words"}


@st.composite
def peopled(draw: st.DrawFn, case: Data) -> Data:
    """The case, in place, with anybody wherever somebody may stand."""
    somebody = st.sampled_from([person["id"] for person in case["persons"]])
    files = {"case": with_every_field(case), "vault": {}}
    for place in places(files):
        if place.may_hold_a_person:
            place.change(files, lambda _: draw(somebody))
    return case
