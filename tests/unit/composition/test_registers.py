"""Registers of annexes: what belongs to an incident, how items were obtained, how many agreed to what."""

from typing import Any

from referral.composition.functions.registers import RegisterFunctions
from tests.unit.builder import charge, fact, item, person
from tests.unit.composition.scenes import scene


def registers(profile: str = "internal", **sections: Any) -> RegisterFunctions:
    return RegisterFunctions(scene(profile=profile, **sections))


def incident(code: str) -> dict[str, Any]:
    return {"id": code, "title": "A raid", "type": "raid"}


def test_facts_and_charges_are_found_by_their_incident():
    told = [fact("F-001", incidents=["INC-01"]), fact("F-002", incidents=["INC-01", "INC-02"]), fact("F-003")]
    accused = [charge(incidents=["INC-02"])]
    found = registers(incidents=[incident("INC-01"), incident("INC-02")], facts=told, charges=accused)

    assert ["F-001", "F-002"] == [f["id"] for f in found.facts_of("INC-01")]
    assert [[], ["CH-01"]] == [[c["id"] for c in found.charges_of(code)] for code in ("INC-01", "INC-02")]
    assert [] == found.facts_of("INC-03")


def test_the_collection_log_tells_each_step_of_each_item_and_of_which_nothing_is_recorded():
    saved = item(
        captures=[{"url": "https://example.org", "captured_at": "2023-01-02"}],
        received="2023-01-03",
        custody=[{"type": "transfer", "at": "2023-01-04"}],
    )
    log = registers(evidence=[saved, item("EV-0002")]).collection_log()

    steps = [(s["number"], s["item"]["id"], s["step"], s["is_first"]) for s in log]
    assert [
        (1, "EV-0001", "capture", True),
        (2, "EV-0001", "received", False),
        (3, "EV-0001", "custody", False),
        (4, "EV-0002", "none", True),
    ] == steps
    assert "https://example.org" == log[0]["entry"]["url"]


def test_consent_is_counted_by_class_and_what_was_taken_back_only_as_that():
    people = [
        person("PER-001", "victim", consent={"uses": {"icc": "granted"}}),
        person("PER-002", "victim", consent={"uses": {"icc": "granted"}, "withdrawn_on": "2023"}),
        person("PER-003", "victim"),
        person("PER-004", "suspect"),
    ]
    (victims,) = registers(persons=people).consent_classes()

    assert ("victim", False, 3) == (victims["role"], victims["invented"], victims["all"])
    assert {"granted": 1} == victims["uses"]["icc"]
    assert (1, 1, 0) == (victims["withdrawn"], victims["not_recorded"], victims["not_shown"])


def test_of_a_person_of_whom_only_the_code_is_shown_no_answer_is_counted():
    secret = person("PER-001", "witness", confidentiality="under_seal", consent={"uses": {"publication": "granted"}})
    (witnesses,) = registers("public", persons=[secret]).consent_classes()

    assert (1, {}, 0, 1) == (witnesses["all"], witnesses["uses"], witnesses["not_recorded"], witnesses["not_shown"])
