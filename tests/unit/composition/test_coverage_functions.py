"""What a template may ask of the coverage. ex.1/1 is a subset of xs.1/1 (`tests/data/law/cross.yaml`)."""

from typing import Any

from referral.composition.functions.coverage import CoverageFunctions
from tests.unit.builder import charge, mapping, person
from tests.unit.composition.scenes import scene


def functions() -> CoverageFunctions:
    same: dict[str, Any] = {"person": "PER-001", "incidents": ["INC-01"]}
    charges = [charge(**same), charge("CH-02", **{"provision": "xs.1", **same})]
    incidents = [{"id": "INC-01", "title": "A raid", "type": "raid_detention"}]
    people = [person()]
    return CoverageFunctions(scene(persons=people, incidents=incidents, charges=charges, mappings=[mapping()]))


def test_a_reading_names_charge_element_state_and_relation():
    assert [
        {
            "charge": "CH-01",
            "element": "ex.1/1",
            "state": "supported_uncorroborated",
            "extent": "subset",
            "reason": "Whoever takes away compels.",
            "confirm": True,
        }
    ] == functions().readings("CH-02", "xs.1/1")


def test_pitfalls_of_a_charge_are_told_once():
    assert ["cross.pf.1"] == [p["id"] for p in functions().pitfalls("CH-01")]
    assert [] == functions().pitfalls("CH-02")


def test_means_of_proof_are_asked_for_by_their_standing():
    assert ["The letter itself"] == functions().means_of_proof("ex.5/1")
    assert ["A rumour"] == functions().means_of_proof("ex.5/1", "not-sufficient-alone")
