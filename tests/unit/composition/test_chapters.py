"""Where each fact is told: once, under its incident or its topic, and elsewhere by the number of its paragraph."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from referral.composition.functions.chapters import ChapterFunctions
from tests.unit.builder import Entry, charge, fact
from tests.unit.composition.scenes import scene

TOPICS = ("occupation", "pattern", "denial", "coercion")


def incident(number: int, **fields: Any) -> Entry:
    return {"id": f"INC-{number:02}", "title": f"Raid {number}", "type": "raid_detention", "date": "2022", **fields}


def planned(charges: list[Entry], **sections: Any) -> Entry:
    made = scene(charges=charges, **sections)
    return ChapterFunctions(made).chapters(["occupation", "pattern"], made.case["charges"], ["denial"])


def told_in(paragraphs: list[Entry]) -> list[str]:
    return [f["id"] for paragraph in paragraphs for part in paragraph["parts"] for f in part["facts"]]


def all_told(plan: Entry) -> list[str]:
    by_topic = [p for topic in plan["topics"].values() for p in topic["paragraphs"]]
    by_charge = [p for of in plan["charges"].values() for group in of["groups"] for p in group["paragraphs"]]
    return told_in([*by_topic, *plan["rest"], *by_charge])


def test_a_fact_of_an_incident_charged_is_told_there_and_referred_to_under_its_topic():
    facts = [fact("F-001", incidents=["INC-01"], topics=["pattern"]), fact("F-002", topics=["pattern"])]
    plan = planned([charge(incidents=["INC-01"])], incidents=[incident(1)], facts=facts)

    assert ["F-002"] == told_in(plan["topics"]["pattern"]["paragraphs"])
    assert ["F-001"] == plan["topics"]["pattern"]["again"]
    assert ["F-001"] == told_in(plan["charges"]["CH-01"]["groups"][0]["paragraphs"])


def test_an_incident_of_two_charges_is_told_under_the_first():
    charges = [charge(incidents=["INC-01"]), charge("CH-02", incidents=["INC-01"])]
    plan = planned(charges, incidents=[incident(1)], facts=[fact(incidents=["INC-01"])])

    assert ([], ["INC-01"]) == (plan["charges"]["CH-02"]["groups"], plan["charges"]["CH-02"]["again"])


def test_what_has_no_place_in_the_chapters_is_told_among_the_rest():
    plan = planned([charge()], facts=[fact(topics=["coercion"])])

    assert ["F-001"] == told_in(plan["rest"])


def test_nothing_invented_is_told():
    assert [] == all_told(planned([charge()], facts=[fact(invented="true")]))


def test_references_join_paragraphs_that_stand_side_by_side():
    facts = [fact(f"F-{n:03}", topics=["occupation"], places=[f"PL-{n:02}"]) for n in range(1, 5)]
    places = [{"id": f"PL-{n:02}", "name": "A place"} for n in range(1, 5)]
    plan = planned([charge()], facts=facts, places=places)
    found = ChapterFunctions.paragraph_stretches(plan, ["F-004", "F-001", "F-002", "F-999"])

    assert [("F-001", "F-002"), ("F-004", "F-004")] == found


def test_many_incidents_are_grouped_by_place_and_year():
    incidents = [incident(n, date=f"20{20 + n % 2}") for n in range(1, 15)]
    plan = planned([charge(incidents=[str(i["id"]) for i in incidents])], incidents=incidents)
    groups = plan["charges"]["CH-01"]["groups"]

    assert [(2020, 7), (2021, 7)] == [(group["year"], len(group["untold"])) for group in groups]


FACTS = st.lists(st.tuples(st.sets(st.sampled_from(TOPICS)), st.sets(st.integers(1, 16)), st.booleans()), max_size=12)


@settings(max_examples=40, deadline=None)
@given(FACTS)
def test_every_real_fact_is_told_once(drawn: list[tuple[set[str], set[int], bool]]):
    facts = [
        fact(
            f"F-{n:03}",
            topics=sorted(topics),
            incidents=[f"INC-{i:02}" for i in sorted(incidents)],
            invented=str(invented).lower(),
        )
        for n, (topics, incidents, invented) in enumerate(drawn, start=1)
    ]
    charges = [charge(incidents=[f"INC-{n:02}" for n in range(1, 14)]), charge("CH-02", incidents=["INC-02", "INC-14"])]
    plan = planned(charges, incidents=[incident(n) for n in range(1, 17)], facts=facts)
    real = [f["id"] for f, (_, _, invented) in zip(facts, drawn, strict=True) if not invented]

    assert sorted(real) == sorted(all_told(plan))
    assert set(real) <= set(plan["where"])
