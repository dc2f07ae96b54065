"""Coverage without an item. EV-0001 supports ex.1/1 and, with EV-0002, ex.1/2; EV-0003 is a transcript of EV-0001."""

from typing import Any

import pytest

from referral.coverage import assess
from referral.coverage.exclusion import Exclusions, changes
from referral.coverage.model import State
from referral.coverage.selection import classes, selected
from referral.errors import UsageError
from tests.unit.builder import case, charge, fact, item, law, mapping, source

MAPPINGS = [mapping(), mapping("M-002", "ex.1/2", fact="F-001"), mapping("M-003", "ex.1/3", evidence="EV-0003")]


def whole(**sections: Any) -> Any:
    entries: dict[str, Any] = {
        "sources": [source("SRC-01", "a"), source("SRC-02", "b")],
        "evidence": [
            item(subtype="draft_notice"),
            item("EV-0002", "SRC-02", interviewee_in_custody="true"),
            item("EV-0003", transcript_of="EV-0001"),
        ],
        "facts": [fact("F-001", "EV-0001", "EV-0002")],
        "charges": [charge()],
        "mappings": MAPPINGS,
    }
    return case(**{**entries, **sections})


def lost(*names: str) -> dict[str, tuple[State, State, bool]]:
    """What changes without these entries: element → before, after, does a hole open."""
    found = Exclusions(whole(), law()).without(names)
    return {change.element: (change.before, change.after, change.opens_hole) for change in found}


def test_an_item_takes_down_what_was_made_of_it():
    gone = (State.UNCORROBORATED, State.GAP, True)

    assert {"ex.1/1": gone, "ex.1/2": (State.CORROBORATED, State.UNCORROBORATED, False), "ex.1/3": gone} == lost(
        "EV-0001"
    )
    assert {"ex.1/3": gone} == lost("EV-0003")


def test_a_fact_stands_on_its_last_citation():
    assert {"ex.1/2": (State.CORROBORATED, State.UNCORROBORATED, False)} == lost("EV-0002")
    assert (State.CORROBORATED, State.GAP, True) == lost("EV-0001", "EV-0002")["ex.1/2"]


def test_only_items_on_which_something_depends_are_listed():
    unused = [*whole().evidence, item("EV-0004", "SRC-02")]
    listed = Exclusions(case(**whole().model_dump(mode="json", exclude_none=True)), law()).depended_upon()

    assert len(unused) == 4
    assert {"EV-0001", "EV-0002", "EV-0003"} == set(listed)


def test_the_smallest_sets_that_break_a_charge_are_found():
    (broken,) = Exclusions(whole(), law()).breaks()

    assert ("CH-01", [["EV-0001"], ["EV-0003"]]) == (broken.charge, [sorted(lost) for lost in broken.sets])


def test_what_needs_more_items_than_we_look_for_has_no_set():
    codes = [f"EV-000{n}" for n in range(1, 5)]
    four = whole(
        evidence=[item(code) for code in codes],
        facts=[],
        mappings=[mapping(f"M-00{n}", evidence=code) for n, code in enumerate(codes, start=1)],
    )

    assert [()] == [found.sets for found in Exclusions(four, law()).breaks()]


def test_of_alternatives_all_must_be_lost():
    mappings = [
        mapping("M-001", "ex.2.a/1.a", evidence="EV-0001"),
        mapping("M-002", "ex.2.a/1.b", evidence="EV-0002"),
    ]
    either = whole(charges=[charge(provision="ex.2.a")], mappings=mappings)

    (broken,) = Exclusions(either, law()).breaks()

    assert [["EV-0001", "EV-0002"]] == [sorted(lost) for lost in broken.sets]


def test_a_fact_that_was_inferred_is_broken_through_its_premises_too():
    drawn = fact("F-002", "EV-0001", "EV-0002", inferred_from=["F-001"])
    inferred = whole(
        facts=[fact("F-001", "EV-0004"), drawn],
        evidence=[*whole().evidence, item("EV-0004", "SRC-02")],
        mappings=[mapping(fact="F-002")],
    )

    (broken,) = Exclusions(inferred, law()).breaks()

    assert [["EV-0004"]] == [sorted(lost) for lost in broken.sets]


def test_a_justified_alternative_does_not_save_the_other_one():
    gap = {"id": "JG-01", "charge": "CH-01", "element": "ex.2.a/1.a", "reason": "Because.", "by": "analyst-1"}
    either = whole(
        charges=[charge(provision="ex.2.a")],
        mappings=[mapping("M-001", "ex.2.a/1.a", evidence="EV-0002")],
        justified_gaps=[gap],
    )

    (broken,) = Exclusions(either, law()).breaks()

    assert [["EV-0002"]] == [sorted(lost) for lost in broken.sets]


def test_ten_thousand_derivations_fall_with_the_first():
    codes = [f"EV-{n:05}" for n in range(1, 10_001)]
    made = [
        item(code, **({"excerpt_of": before} if before else {}))
        for before, code in zip([None, *codes[:-1]], codes, strict=True)
    ]
    asked = Exclusions(whole(evidence=made, facts=[], mappings=[mapping(evidence=codes[-1])]), law())

    assert [("ex.1/1", State.UNCORROBORATED, State.GAP)] == [
        (change.element, change.before, change.after) for change in asked.without(codes[:1])
    ]


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("EV-0001", {"EV-0001"}),
        ("source:SRC-02", {"SRC-02"}),
        ("origin:a", {"SRC-01", "EV-0001", "EV-0003"}),
        ("class:document", {"EV-0001", "EV-0002", "EV-0003"}),
        ("class:draft-notice", {"EV-0001"}),
        ("class:pow-interview", {"EV-0002"}),
    ],
)
def test_what_is_excluded_is_named(name: str, ids: set[str]):
    assert ids == selected(whole(), name)


def test_an_origin_takes_with_it_the_sources_that_only_repeat_it():
    sources = [source("SRC-01", "a"), source("SRC-02", "b", repeats=["SRC-01"]), source("SRC-03", "c")]
    found = selected(
        whole(sources=sources, evidence=[item("EV-0001", "SRC-02"), item("EV-0002", "SRC-03")]), "origin:a"
    )

    assert {"SRC-01", "SRC-02", "EV-0001"} == found


def test_hearsay_is_what_is_weighed_so_and_what_is_told_so():
    facts = [fact("F-001"), fact("F-002", knowledge="hearsay_anonymous")]
    found = selected(
        whole(facts=facts, mappings=[mapping(knowledge="hearsay_named"), mapping("M-002")]), "class:hearsay"
    )

    assert {"M-001", "F-002"} == found


def test_hearsay_is_excluded_by_mapping():
    told = whole(mappings=[mapping(), mapping("M-002", "ex.1/2", knowledge="hearsay_named")])

    assert {"M-002"} == selected(told, "class:hearsay")
    assert "hearsay" in classes(told)


@pytest.mark.parametrize("name", ["EV-9999", "class:satellite", "origin:z", "SRC-01", "class:hearsay"])
def test_a_name_that_excludes_nothing_is_wrong_usage_and_the_classes_are_told(name: str):
    with pytest.raises(UsageError, match="draft-notice"):
        selected(whole(), name)


def test_excluding_nothing_changes_nothing():
    before = assess(whole(), law())

    assert () == changes(before, assess(whole(), law(), frozenset()))
