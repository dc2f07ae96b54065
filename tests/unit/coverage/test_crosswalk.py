"""Support recorded under one charge and read under another: ex.1/1 is a subset of xs.1/1, which ex.1/2
intersects; the contextual ex.1/3 and xs.1/2 are equal."""

from typing import Any

from referral.case.shared import read_by_all
from referral.coverage import assess
from referral.coverage.crosswalk import Reading, read_from, readings_for
from referral.coverage.model import State
from tests.unit.builder import charge, item, law, loaded, mapping, person, source


def readings(element: str, of: str = "CH-02", **other: Any) -> list[Reading]:
    """What may be read for an element when all of ex.1 is supported under CH-01; `other` are fields of CH-02."""
    incidents = [{"id": "INC-01", "title": "A raid", "type": "raid_detention"}]
    same: dict[str, Any] = {"person": "PER-001", "incidents": ["INC-01"]}
    case = loaded(
        sources=[source()],
        evidence=[item()],
        persons=[person(), person("PER-002")],
        incidents=[*incidents, {**incidents[0], "id": "INC-02"}],
        charges=[charge(**same), charge("CH-02", **{"provision": "xs.1", **same, **other})],
        mappings=[mapping(), mapping("M-002", "ex.1/2"), mapping("M-003", "ex.1/3")],
    ).case
    return list(readings_for(assess(case, law()), law(), of, element))


def test_support_of_a_subset_may_be_read_with_its_relation():
    (reading,) = readings("xs.1/1")

    assert ("CH-01", "ex.1/1", State.UNCORROBORATED) == (reading.charge, reading.element, reading.state)
    assert reading.relation
    assert ("ex.1/1", "subset", "xs.1/1") == (reading.relation.first, reading.relation.extent, reading.relation.second)
    assert reading.relation.confirm


def test_what_merely_intersects_is_never_read():
    assert ["ex.1/1"] == [reading.element for reading in readings("xs.1/1")]


def test_the_context_of_an_incident_holds_for_every_accused():
    assert ["ex.1/3"] == [reading.element for reading in readings("xs.1/2", person="PER-002")]
    assert [] == readings("xs.1/2", incidents=["INC-02"])


def test_support_of_a_superset_is_not_read_back():
    assert [] == readings("ex.1/1", of="CH-01")


def test_only_the_same_accused_in_a_shared_incident_is_compared():
    assert [] == readings("xs.1/1", person="PER-002")
    assert [] == readings("xs.1/1", incidents=["INC-02"])


def test_a_reading_never_changes_a_state():
    case = loaded(sources=[source()], evidence=[item()], charges=[charge(), charge("CH-02", provision="xs.1")])
    covered = assess(case.case, law()).of("CH-02")

    assert covered
    assert {State.GAP} == {element.state for element in covered.elements}


def test_two_accused_of_one_offence_share_the_context_of_the_incident_and_nothing_else():
    other = {"provision": "ex.1", "person": "PER-002"}
    (reading,) = readings("ex.1/3", **other)

    assert ("CH-01", "ex.1/3", "same", False) == (reading.charge, reading.element, reading.extent, reading.confirm)
    assert reading.relation is None
    assert [] == readings("ex.1/1", **other)


def test_the_same_accused_of_the_same_offence_shares_every_element():
    assert ["ex.1/1"] == [reading.element for reading in readings("ex.1/1", provision="ex.1")]
    assert [] == readings("ex.1/1", provision="ex.1", incidents=["INC-02"])


def read_once(*more: dict[str, Any]) -> Any:
    """The context of CH-01 is read by CH-02; `more` mappings stand beside it."""
    shared = mapping(element="ex.1/3", read_by=[{"charge": "CH-02", "element": "xs.1/2"}])
    incidents = [{"id": "INC-01", "title": "A raid", "type": "raid_detention"}]
    charges = [charge(incidents=["INC-01"]), charge("CH-02", provision="xs.1", incidents=["INC-01"])]
    return loaded(
        sources=[source()], evidence=[item()], incidents=incidents, charges=charges, mappings=[shared, *more]
    ).case


def test_what_was_read_by_decision_is_not_offered_again_in_either_direction():
    coverage = assess(read_once(), law())

    assert () == readings_for(coverage, law(), "CH-02", "xs.1/2")
    assert () == readings_for(coverage, law(), "CH-01", "ex.1/3")


def test_what_stands_beside_what_was_read_is_still_offered():
    coverage = assess(read_once(mapping("M-002", "ex.1/3", bearing="supports", tier="secondary")), law())

    assert ["CH-01"] == [reading.charge for reading in readings_for(coverage, law(), "CH-02", "xs.1/2")]


def test_a_reading_tells_where_it_was_weighed_and_by_which_relation():
    weighed, read = read_by_all(read_once()).mappings
    there = read_from(read, law())

    assert read_from(weighed, law()) is None
    assert there
    assert ("CH-01", "ex.1/3", "equal", True) == (there.charge, there.element, there.extent, there.confirm)
    assert there.relation
    assert "cross.3" == there.relation.id
