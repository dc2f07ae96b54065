"""What an argument over charges takes from the whole case: linkage, extent, charges of one act, consents."""

from typing import Any

from referral.composition.functions.argument import ArgumentFunctions
from tests.unit.builder import Entry, charge, citation, fact, mapping, person
from tests.unit.composition.scenes import scene


def incident(code: str = "INC-01", **fields: Any) -> Entry:
    return {"id": code, "title": "A raid", "type": "raid_detention", **fields}


def functions(profile: str = "internal", **sections: Any) -> ArgumentFunctions:
    return ArgumentFunctions(scene(profile=profile, **sections))


def test_linkage_is_what_names_the_person_and_what_supports_the_mode():
    charges = [charge(person="PER-001", mode="ex.3")]
    facts = [fact(persons=["PER-001"]), fact("F-002")]
    weighed = [mapping(element="ex.1/1"), mapping("M-002", element="ex.3/1", evidence="EV-0002")]
    found = functions(persons=[person()], charges=charges, facts=facts, mappings=weighed).linkage("CH-01")

    assert {"facts": ["F-001"], "evidence": ["EV-0002"]} == found


def test_the_extent_counts_each_place_and_person_once_and_keeps_dates_as_they_were_given():
    places = [{"id": "PL-01", "name": "A village"}]
    shared: Entry = {"places": ["PL-01"], "victims": ["PER-002"]}
    incidents = [incident(date="2022-05", **shared), incident("INC-02", date="2021", **shared), incident("INC-03")]
    claim = {"value": "5", "unit": "men", "category": "convicted", "scope": "There", "incidents": ["INC-02"]}
    made = scene(
        places=places,
        persons=[person("PER-002", "victim", minor="true")],
        incidents=incidents,
        quantities=[{"id": "Q-01", **claim, "citations": [citation()]}],
        charges=[charge(incidents=["INC-01", "INC-02"]), charge("CH-02", incidents=["INC-02"])],
    )
    found = ArgumentFunctions(made).extent(made.case["charges"])

    assert (["INC-01", "INC-02"], ["PL-01"], ["PER-002"]) == (found["incidents"], found["places"], found["victims"])
    assert (["PER-002"], ["Q-01"]) == (found["minors"], found["counts"])
    assert ("2021", "2022-05") == (str(found["first"]), str(found["last"]))


def test_the_extent_of_nothing_is_empty():
    found = functions().extent([])

    assert ([], None, None) == (found["incidents"], found["first"], found["last"])


def test_charges_of_one_act_are_companions_in_the_alternative_or_beside_it():
    charges = [
        charge(incidents=["INC-01", "INC-02"]),
        charge("CH-02", incidents=["INC-01"], alternative_to="CH-01"),
        charge("CH-03", incidents=["INC-02"]),
        charge("CH-04", incidents=["INC-03"]),
    ]
    incidents = [incident(), incident("INC-02"), incident("INC-03")]
    found = functions(charges=charges, incidents=incidents).companions("CH-01")

    assert [("CH-02", ["INC-01"], True), ("CH-03", ["INC-02"], False)] == [tuple(one.values()) for one in found]


def test_consents_are_counted_by_answer_and_a_withdrawn_one_is_none():
    given = {"given_on": "2023", "uses": {"icc": "granted"}}
    persons = [
        person("PER-001", "witness", consent=given),
        person("PER-002", "victim", consent={**given, "withdrawn_on": "2024"}),
        person("PER-003", "victim"),
        person("PER-004", "official", consent=given),
    ]

    counted = functions(persons=persons).consents("icc")
    assert (1, 1, 1, 0) == (counted["granted"], counted["withdrawn"], counted["not_asked"], counted["unseen"])


def test_whose_answer_the_recipient_may_not_know_is_not_said_to_be_unasked():
    hidden = person("PER-001", "witness", confidentiality="confidential", consent={"uses": {"icc": "granted"}})
    counted = functions("public", persons=[hidden]).consents("icc")

    assert (0, 0, 1) == (counted["granted"], counted["not_asked"], counted["unseen"])
