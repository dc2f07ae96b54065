"""What belongs to one area and is told of another: by time, by the act on its occupation, by unit, by person."""

from typing import Any

import pytest

from referral.case.checks import check_entries
from referral.coverage.area_check import support_is_of_the_area
from tests.unit.builder import charge, citation, fact, item, law, loaded, mapping, person, source

Entry = dict[str, Any]
RULES = ("fact-of-another-area", "fact-of-several-areas", "support-of-another-area")


def place(code: str, **fields: Any) -> Entry:
    return {"id": code, "name": "A place", **fields}


def incident(code: str, where: str, **fields: Any) -> Entry:
    return {"id": code, "title": "A raid", "type": "raid_detention", "date": "2022-03", "places": [where], **fields}


def occupied(code: str, where: str, start: str | None, *items: str, **fields: Any) -> Entry:
    cited = [citation(name) for name in items]
    return {
        "id": code,
        "place": where,
        "authority": "A body",
        "act": "An act",
        "start": start,
        "citations": cited,
        **fields,
    }


def found(*facts: Entry, **sections: Any) -> list[tuple[str, str]]:
    """Two areas, one occupied since 2014 and one since 2022, an incident in each; the findings on these facts."""
    entries: Entry = {
        "sources": [source()],
        "evidence": [item(), item("EV-0002")],
        "places": [place("PL-01"), place("PL-02")],
        "occupation": [occupied("OCC-01", "PL-01", "2014-02", "EV-0001"), occupied("OCC-02", "PL-02", "2022-03-05")],
        "incidents": [incident("INC-01", "PL-01"), incident("INC-02", "PL-02")],
        "facts": list(facts),
        **sections,
    }
    made = loaded(**entries)
    findings = [*check_entries(made), *support_is_of_the_area(made, law())]
    return [(finding.rule, finding.message) for finding in findings if finding.rule in RULES]


def told(*incidents: str, **fields: Any) -> Entry:
    return fact("F-001", "EV-0002", **{"incidents": list(incidents), "date": "2022-06", **fields})


def test_a_fact_of_the_time_of_another_occupation_is_reported():
    why = "on 2016-10 only PL-01 was occupied, by OCC-01, and not the place of the incident"
    assert [("fact-of-another-area", f"F-001 is told under INC-02, but {why}")] == found(told("INC-02", date="2016-10"))


@pytest.mark.parametrize(
    "fields",
    [
        {"date": "2022"},  # it may have been after the occupation began
        {"date": "2022-06"},
        {"date": "2013"},  # before either began: what led up to both
        {"date": None},
        {"date": "2016-10", "places": ["PL-02"]},  # it says where it was so
    ],
)
def test_a_fact_that_may_be_of_its_area_is_not_reported(fields: Entry):
    assert [] == found(told("INC-02", **fields))


def test_an_occupation_that_was_over_is_that_of_nobody_else():
    over = [occupied("OCC-01", "PL-01", "2014-02", end="2015"), occupied("OCC-02", "PL-02", "2022-03-05")]
    assert [] == found(told("INC-02", date="2016-10"), occupation=over)


def test_two_authorities_that_date_one_occupation_differently_leave_it_open():
    dated = [
        occupied("OCC-01", "PL-01", "2014-02"),
        occupied("OCC-02", "PL-02", "2022-03-05"),
        occupied("OCC-03", "PL-02", "2014-05"),
    ]
    assert [] == found(told("INC-02", date="2016-10"), occupation=dated)


def test_a_fact_that_rests_on_the_act_of_another_area_is_reported():
    why = "it cites EV-0001, the act on the occupation of PL-01, by OCC-01"
    cited = told("INC-02", citations=[citation("EV-0001")])
    assert [("fact-of-another-area", f"F-001 is told under INC-02, but {why}")] == found(cited)


def test_an_act_on_both_areas_is_an_act_on_each():
    both = [occupied("OCC-01", "PL-01", "2014-02", "EV-0001"), occupied("OCC-02", "PL-02", "2022-03-05", "EV-0001")]
    assert [] == found(told("INC-02", citations=[citation("EV-0001")]), occupation=both)


def units(*codes: str) -> list[Entry]:
    return [{"id": code, "name": "A unit"} for code in codes]


def test_a_fact_on_a_unit_of_another_area_is_reported():
    happened = [incident("INC-01", "PL-01", units=["UNIT-01"]), incident("INC-02", "PL-02", units=["UNIT-02"])]
    why = "UNIT-01 took part only in INC-01, elsewhere"
    known = {"units": units("UNIT-01", "UNIT-02"), "incidents": happened}

    assert [("fact-of-another-area", f"F-001 is told under INC-02, but {why}")] == found(
        told("INC-02", units=["UNIT-01"]), **known
    )
    assert [] == found(told("INC-02", units=["UNIT-02"]), **known)
    assert [] == found(told("INC-02", units=["UNIT-01"], places=["PL-02"]), **known)


def test_a_fact_on_a_person_who_acted_elsewhere_alone_is_reported():
    roles = [{"role": "suspect", "incidents": ["INC-01"]}]
    why = "PER-001 acted only in INC-01, elsewhere"
    moved = [{"role": "suspect", "incidents": ["INC-01", "INC-02"]}]

    assert [("fact-of-another-area", f"F-001 is told under INC-02, but {why}")] == found(
        told("INC-02", persons=["PER-001"]), persons=[person(roles=roles)]
    )
    assert [] == found(told("INC-02", persons=["PER-001"]), persons=[person(roles=moved)])
    assert [] == found(told("INC-02", persons=["PER-001"]), persons=[person()])


@pytest.mark.parametrize(
    ("start", "end", "is_reported"),
    [("2022-01", None, True), (None, None, True), ("2022-07", None, False), ("2014", "2022-05", False)],
)
def test_a_person_goes_with_the_unit_to_which_he_was_posted_then(start: str | None, end: str | None, is_reported: bool):
    posting = {"id": "POST-01", "person": "PER-001", "title": "A clerk", "unit": "UNIT-01", "start": start, "end": end}
    known = {"units": units("UNIT-01"), "persons": [person()], "postings": [posting]}
    happened = [incident("INC-01", "PL-01", units=["UNIT-01"]), incident("INC-02", "PL-02")]

    assert is_reported == bool(found(told("INC-02", persons=["PER-001"]), incidents=happened, **known))


def test_a_fact_without_a_place_under_incidents_of_unlike_areas_is_reported():
    words = "F-001 is told under INC-01 and INC-02, which lie in unlike areas, and does not say where"
    assert [("fact-of-several-areas", words)] == found(told("INC-01", "INC-02"))


def test_two_towns_of_one_region_are_one_area_unless_their_occupations_began_at_other_times():
    region = [place("PL-09"), place("PL-01", part_of="PL-09"), place("PL-02", part_of="PL-09")]
    together = [occupied("OCC-01", "PL-01", "2022-03"), occupied("OCC-02", "PL-02", "2022-03-05")]
    both = told("INC-01", "INC-02")

    assert [] == found(both, places=region, occupation=together)
    assert [] == found(both, places=region, occupation=[])
    assert ["fact-of-several-areas"] == [rule for rule, _ in found(both, places=region)]


def charged(**fields: Any) -> Entry:
    return {
        "charges": [charge(incidents=["INC-02"])],
        "mappings": [mapping(**{"fact": "F-001", "evidence": None, **fields})],
    }


def test_support_of_another_area_is_reported_by_the_place_or_the_incident_of_the_fact():
    words = "speaks of {}, and CH-01 charges what was done in another area"

    assert [("support-of-another-area", f"F-001 {words.format('PL-01')}")] == found(told(places=["PL-01"]), **charged())
    assert [("support-of-another-area", f"F-001 {words.format('INC-01')}")] == found(told("INC-01"), **charged())


def test_what_is_of_the_area_of_the_charge_or_of_none_supports_it():
    assert [] == found(told(places=["PL-02"]), **charged())
    assert [] == found(told("INC-02"), **charged())
    assert [] == found(told(), **charged())


def test_what_contradicts_or_gives_context_may_lie_anywhere():
    assert [] == found(told(places=["PL-01"]), **charged(bearing="contradicts"))
    assert [] == found(told(places=["PL-01"]), **charged(bearing="context"))


def test_what_supports_an_element_of_the_context_may_lie_anywhere():
    assert [] == found(told(places=["PL-01"]), **charged(element="ex.1/3"))
