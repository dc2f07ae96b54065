"""A case without some entries: what refers to them loses the reference, or goes with them if it cannot do without."""

from typing import Any

import pytest

from referral.case.model import Case
from referral.protection.without import without
from tests.unit.builder import case, charge, citation, fact, item, mapping, person, source

WHOLE: dict[str, Any] = {
    "places": [{"id": "PL-01", "name": "A village", "part_of": "PL-02"}, {"id": "PL-02", "name": "A district"}],
    "persons": [person("PER-001"), person("PER-002", "witness", named_by="EV-0002")],
    "units": [{"id": "UNIT-01", "name": "A unit"}],
    "sources": [source("SRC-01"), source("SRC-02", repeats=["SRC-01"])],
    "evidence": [
        item("EV-0001", "SRC-01", account={"person": "PER-002", "kind": "statement", "place": "PL-01"}),
        item("EV-0002", "SRC-02"),
    ],
    "incidents": [
        {
            "id": "INC-01",
            "title": "A raid",
            "type": "raid_detention",
            "places": ["PL-01", "PL-02"],
            "part_of": "INC-02",
        },
        {"id": "INC-02", "title": "Raids", "type": "raid_detention"},
    ],
    "facts": [
        fact("F-001", "EV-0001", "EV-0002", incidents=["INC-01"], contradicts=["F-002"]),
        fact("F-002", citations=[citation("EV-0002", speaker="SRC-01")]),
    ],
    "charges": [charge("CH-01", person="PER-001", incidents=["INC-01"]), charge("CH-02", unit="UNIT-01")],
    "mappings": [
        mapping("M-001", fact="F-001", corroborates=["F-002"]),
        mapping("M-002", fact="F-002"),
        mapping("M-003", evidence="EV-0001"),
    ],
    "justified_gaps": [{"id": "GAP-01", "charge": "CH-01", "element": "ex.1/2", "reason": "Because.", "by": "a"}],
    "considered": [{"id": "CON-01", "provision": "ex.2", "reason": "Because.", "facts": ["F-002"]}],
    "open_questions": [{"id": "OQ-01", "text": "Who?", "about": ["F-001", "F-002"]}, {"id": "OQ-02", "text": "When?"}],
}


def after(*hidden: str) -> Case:
    return without(case(**WHOLE), hidden)


def gone(*hidden: str) -> set[str]:
    """What goes together with what is hidden."""
    return case(**WHOLE).by_id.keys() - after(*hidden).by_id.keys() - set(hidden)


def test_without_nothing_the_case_is_the_same():
    whole = case(**WHOLE)

    assert without(whole, set()) is whole
    assert set() == gone("EV-9999")


@pytest.mark.parametrize(
    ("hidden", "followers"),
    [
        ("PL-02", set()),
        ("INC-02", set()),
        ("F-001", {"M-001"}),
        ("F-002", {"M-002"}),
        ("EV-0001", {"M-003"}),
        ("EV-0002", {"F-002", "M-002"}),
        ("SRC-02", {"EV-0002", "F-002", "M-002"}),
        ("SRC-01", {"EV-0001", "M-003"}),
        ("CH-01", {"M-001", "M-002", "M-003", "GAP-01"}),
        ("UNIT-01", {"CH-02"}),
        ("PER-001", {"CH-01", "M-001", "M-002", "M-003", "GAP-01"}),
        ("PER-002", set()),
    ],
)
def test_what_cannot_stand_without_the_hidden_goes_with_it(hidden: str, followers: set[str]):
    assert followers == gone(hidden)


def test_a_fact_whose_every_citation_is_hidden_goes_and_its_followers_too():
    assert {"F-001", "F-002", "M-001", "M-002", "M-003", "OQ-01"} == gone("EV-0001", "EV-0002")


def test_references_to_the_hidden_are_taken_out_of_what_stays():
    kept = after("EV-0001")

    assert ["EV-0002"] == [c.evidence for c in kept.facts[0].citations]
    assert [[]] == [s.repeats for s in after("SRC-01").sources]
    kept = after("F-002")
    assert ([], [], []) == (kept.facts[0].contradicts, kept.mappings[0].corroborates, kept.considered[0].facts)
    assert ["F-001"] == kept.open_questions[0].about
    kept = after("PL-01", "INC-02")
    assert (["PL-02"], None) == (kept.incidents[0].places, kept.incidents[0].part_of)


@pytest.mark.parametrize("name", ["translation_of", "transcript_of", "excerpt_of"])
def test_what_was_made_of_a_hidden_item_goes_with_it_and_with_all_that_rests_on_it(name: str):
    copies = [item("EV-0002", "SRC-02", **{name: "EV-0001"}), item("EV-0003", "SRC-02", excerpt_of="EV-0002")]
    sources = [source("SRC-01"), source("SRC-02")]
    chain = case(sources=sources, evidence=[item("EV-0001", "SRC-01"), *copies], facts=[fact("F-001", "EV-0003")])

    assert {"SRC-01", "SRC-02"} == without(chain, {"EV-0001"}).by_id.keys()
    assert {"SRC-02"} == without(chain, {"SRC-01"}).by_id.keys()
    assert {"SRC-01", "SRC-02", "EV-0001"} == without(chain, {"EV-0002"}).by_id.keys()


def test_an_optional_part_that_cannot_stand_goes_and_its_entry_stays():
    (account_holder,) = (e for e in after("PER-002").evidence if e.id == "EV-0001")

    assert account_holder.account is None
    assert after("PL-01").evidence[0].account is not None


def test_a_speaker_who_is_hidden_leaves_the_citation_to_the_item():
    kept = without(case(**WHOLE), {"SRC-01"})

    assert {"F-001", "F-002"} == {f.id for f in kept.facts}
    assert [None] == [c.speaker for c in kept.facts[1].citations]


def test_a_question_about_nothing_in_particular_stays():
    assert ["OQ-02"] == [q.id for q in after("F-001", "F-002").open_questions]


def test_nothing_of_the_hidden_is_left_anywhere():
    kept = after("EV-0002", "SRC-02", "F-002")

    assert not [code for code in ("EV-0002", "SRC-02", "F-002", "M-002") if code in kept.model_dump_json()]
