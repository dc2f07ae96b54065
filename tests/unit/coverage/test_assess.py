"""The six states of an element, and what counts towards them."""

from typing import Any

import pytest

from referral.case.model import Bearing
from referral.coverage import ElementCoverage, State, assess
from tests.unit.builder import case, charge, citation, fact, item, law, mapping, source

SOURCES = [source("SRC-01", "a"), source("SRC-02", "b"), source("SRC-03", "c", repeats=["SRC-01"])]
ITEMS = [item("EV-0001", "SRC-01"), item("EV-0002", "SRC-02"), item("EV-0003", "SRC-03")]


def covered(*mappings: dict[str, Any], **sections: Any) -> ElementCoverage:
    """The coverage of `ex.1/1` in a case with three items, of which the third repeats the first."""
    numbered = [{**entry, "id": f"M-{n:03}"} for n, entry in enumerate(mappings, start=1)]
    whole: dict[str, Any] = {"sources": SOURCES, "evidence": ITEMS, "charges": [charge()], "mappings": numbered}
    found = assess(case(**{**whole, **sections}), law()).of("CH-01")
    assert found
    return found.elements[0]


def by(evidence: str, **fields: Any) -> dict[str, Any]:
    return mapping(evidence=evidence, **fields)


FIRST, SECOND, THIRD = by("EV-0001"), by("EV-0002"), by("EV-0003")
SECONDHAND = by("EV-0002", tier="secondary")
AGAINST = by("EV-0002", bearing="contradicts")


@pytest.mark.parametrize(
    ("state", "mappings"),
    [
        (State.GAP, []),
        (State.CONTEXT_ONLY, [by("EV-0001", bearing="context")]),
        (State.CONTEXT_ONLY, [by("EV-0001", bearing="qualifies")]),
        (State.SECONDARY_ONLY, [SECONDHAND]),
        (State.SECONDARY_ONLY, [SECONDHAND, by("EV-0001", tier="secondary")]),
        (State.UNCORROBORATED, [FIRST]),
        (State.UNCORROBORATED, [FIRST, by("EV-0001", fact=None, bearing="context")]),
        (State.CORROBORATED, [FIRST, SECOND]),
        (State.CORROBORATED, [FIRST, SECONDHAND]),
        (State.CONTESTED, [FIRST, AGAINST]),
        (State.CONTESTED, [FIRST, by("EV-0002", bearing="contradicts", strength="moderate")]),
        (State.CONTESTED, [FIRST, SECOND, AGAINST]),
    ],
)
def test_an_element_has_the_state_of_its_items(state: State, mappings: list[dict[str, Any]]):
    assert state == covered(*mappings).state


@pytest.mark.parametrize("fields", [{"strength": "weak"}, {"answer": "He was elsewhere."}])
def test_a_contradiction_that_is_weak_or_answered_leaves_the_state(fields: dict[str, str]):
    against = by("EV-0002", bearing="contradicts", **fields)

    assert State.UNCORROBORATED == covered(FIRST, against).state
    assert 1 == len(covered(FIRST, against).with_bearing(Bearing.CONTRADICTS))


@pytest.mark.parametrize("others", [[], [by("EV-0001", bearing="context")], [by("EV-0001", bearing="qualifies")]])
def test_an_unanswered_contradiction_goes_before_all_even_where_nothing_supports(others: list[dict[str, Any]]):
    element = covered(AGAINST, *others)

    assert (State.CONTESTED, True, False) == (element.state, element.is_hole, element.is_supported)
    assert State.GAP == covered({**AGAINST, "answer": "He was elsewhere."}).state


def test_two_items_of_one_origin_are_one_origin():
    assert (State.UNCORROBORATED, 1) == (covered(FIRST, THIRD).state, covered(FIRST, THIRD).origins)


def test_the_speaker_named_in_a_citation_is_the_origin_and_not_the_paper_that_prints_him():
    one = fact("F-001", citations=[citation("EV-0001", speaker="SRC-02")])
    other = fact("F-002", citations=[citation("EV-0002")])
    element = covered(mapping(fact="F-001"), mapping(fact="F-002"), facts=[one, other])

    assert 1 == element.origins


def test_a_fact_that_rests_on_two_origins_is_corroborated_by_itself():
    element = covered(mapping(fact="F-001"), facts=[fact("F-001", "EV-0001", "EV-0002", "EV-0001")])

    assert (State.CORROBORATED, ("EV-0001", "EV-0002")) == (element.state, element.items[0].evidence)


BY_FACT = [mapping(fact="F-001")]
RELAYED = fact("F-001", citations=[citation("EV-0002", speaker="SRC-01")])


@pytest.mark.parametrize(
    "sections",
    [
        {"mappings": [mapping(evidence="EV-0001", status="withdrawn")]},
        {"evidence": [item("EV-0001", status="withdrawn")]},
        {"sources": [source("SRC-01", status="withdrawn")], "evidence": [item("EV-0001")]},
        {"sources": [source("SRC-01", status="withdrawn"), source("SRC-02")], "facts": [RELAYED], "mappings": BY_FACT},
        {"evidence": [item("EV-0001", transcript_of="EV-0002"), item("EV-0002", status="withdrawn")]},
        {"facts": [fact("F-001", inferred_from=["F-002"]), fact("F-002", status="withdrawn")], "mappings": BY_FACT},
        {"facts": [fact("F-001", status="withdrawn")], "mappings": [mapping(fact="F-001")]},
        {"facts": [fact("F-001")], "evidence": [item(status="withdrawn")], "mappings": [mapping(fact="F-001")]},
    ],
)
def test_what_is_withdrawn_counts_nowhere(sections: dict[str, Any]):
    element = covered(FIRST, **sections)

    assert (State.GAP, ()) == (element.state, element.items)


def test_a_fact_keeps_the_citations_that_are_not_withdrawn():
    items = [item("EV-0001", status="withdrawn"), item("EV-0002", "SRC-02")]
    element = covered(mapping(fact="F-001"), evidence=items, facts=[fact("F-001", "EV-0001", "EV-0002")])

    assert (("EV-0002",), 1) == (element.items[0].evidence, element.origins)


def test_a_fact_keeps_the_premises_that_are_not_withdrawn():
    facts = [fact("F-001", "EV-0002", inferred_from=["F-002", "F-003"]), fact("F-002"), fact("F-003", "EV-0002")]
    whole = covered(*BY_FACT, facts=facts)
    rest = covered(*BY_FACT, facts=[facts[0], facts[1], {**facts[2], "status": "withdrawn"}])

    assert ((State.CORROBORATED, 2), (State.UNCORROBORATED, 1)) == (
        (whole.state, whole.origins),
        (rest.state, rest.origins),
    )


def test_an_inference_corroborates_none_of_its_premises():
    facts = [fact("F-001", "EV-0001"), fact("F-002", "EV-0002", inferred_from=["F-001"])]

    assert 1 == covered(mapping(fact="F-001"), mapping(fact="F-002"), facts=facts).origins


def test_a_withdrawn_charge_is_not_covered():
    assert () == assess(case(charges=[charge(status="withdrawn")]), law()).charges


def test_a_gap_with_a_recorded_reason_is_no_hole():
    reason = {"id": "GAP-01", "charge": "CH-01", "element": "ex.1/1", "reason": "Not needed.", "by": "analyst-1"}

    assert not covered(justified_gaps=[reason]).is_hole
    assert covered(justified_gaps=[{**reason, "status": "withdrawn"}]).is_hole
    assert covered(justified_gaps=[{**reason, "element": "ex.1/2"}]).is_hole


def test_the_elements_are_those_of_provision_mode_and_group():
    whole = case(charges=[charge(provision="xs.1", mode="ex.3", with_group="ex.4")])

    assert ["xs.1/1", "xs.1/2", "ex.3/1", "ex.4/1"] == [e.element.id for e in assess(whole, law()).charges[0].elements]


def test_of_alternatives_one_suffices():
    one, other = (
        assess(
            case(
                sources=SOURCES,
                evidence=ITEMS,
                charges=[charge(provision="ex.2.a")],
                mappings=[mapping(element="ex.2.a/1.b")],
            ),
            law(),
        )
        .charges[0]
        .elements
    )

    assert (State.GAP, ("ex.2.a/1.b",), False) == (one.state, one.alternatives, one.is_hole)
    assert (State.UNCORROBORATED, ()) == (other.state, other.alternatives)


def test_of_alternatives_that_nothing_supports_each_is_a_hole():
    elements = assess(case(charges=[charge(provision="ex.2.a")]), law()).charges[0].elements

    assert [True, True] == [element.is_hole for element in elements]


def test_items_on_which_no_mapping_rests_are_orphans():
    whole = case(
        sources=SOURCES,
        evidence=[*ITEMS, item("EV-0004", status="withdrawn")],
        charges=[charge()],
        facts=[fact("F-001", "EV-0002")],
        mappings=[mapping(fact="F-001")],
    )

    assert ("EV-0001", "EV-0003") == assess(whole, law()).orphans


def test_a_charge_that_is_not_there_has_no_coverage():
    assert assess(case(charges=[charge()]), law()).of("CH-09") is None
