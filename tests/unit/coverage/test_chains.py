"""Chains: every step from an item to whose words it carries, and circles shown once."""

from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given, settings

from referral.case.model import Case
from referral.coverage.chains import Chain, Chains
from referral.coverage.origins import OriginIndex
from tests.property.any_case import cases
from tests.unit.builder import case, citation, fact, item, source

ACCOUNT = {"person": "PER-001", "kind": "statement"}


def chains(**sections: Any) -> Chains:
    given_ = {"sources": [source("SRC-01", "a"), source("SRC-02", "b")], "evidence": [item()]}
    return Chains(case(**{**given_, **sections}))


def written(found: Iterable[Chain]) -> list[str]:
    """Each chain in one line; a circle ends with “…”."""
    return [
        " ".join((one.start, *(f"{step.how}:{step.to}" for step in one.steps), *(["…"] if one.is_circle else [])))
        for one in found
    ]


def test_an_item_of_its_own_leads_to_its_source_and_origin():
    assert ["EV-0001 source:SRC-01 origin_group:a"] == written(chains().of_evidence("EV-0001"))


@pytest.mark.parametrize("how", ["translation_of", "transcript_of", "excerpt_of"])
def test_what_is_made_of_an_item_leads_over_it(how: str):
    made = chains(evidence=[item(), item("EV-0002", "SRC-02", **{how: "EV-0001"})])

    assert [f"EV-0002 {how}:EV-0001 source:SRC-01 origin_group:a"] == written(made.of_evidence("EV-0002"))


def test_what_was_told_before_leads_to_the_first_account_and_its_teller():
    first = item(account=ACCOUNT)
    again = item("EV-0002", "SRC-02", account={**ACCOUNT, "prior_accounts": ["EV-0001"]})
    told = chains(evidence=[first, again])

    assert [
        "EV-0002 prior_accounts:EV-0001 source:SRC-01 origin_group:a",
        "EV-0002 prior_accounts:EV-0001 account:PER-001",
    ] == written(told.of_evidence("EV-0002"))


def test_a_teller_who_is_a_source_himself_leads_to_his_origin():
    sources = [source("SRC-01", "a"), source("SRC-02", "b", kind="person", person="PER-001")]
    told = chains(sources=sources, evidence=[item(account=ACCOUNT)])

    assert ["EV-0001 source:SRC-01 origin_group:a", "EV-0001 account:PER-001 origin_group:b"] == written(
        told.of_evidence("EV-0001")
    )


def test_sources_that_are_one_person_lead_to_one_origin():
    person = {"kind": "person", "person": "PER-001"}
    told = chains(
        sources=[source("SRC-01", "a", **person), source("SRC-02", "b", **person)], evidence=[item(source="SRC-02")]
    )

    assert ["EV-0001 source:SRC-02 origin_group:b same_person:a"] == written(told.of_evidence("EV-0001"))


def test_repeats_are_followed_to_each_origin_by_the_shortest_way():
    sources = [
        source("SRC-01", "a", repeats=["SRC-02", "SRC-03"]),
        source("SRC-02", "b", repeats=["SRC-03", "SRC-04"]),
        source("SRC-03", "c"),
        source("SRC-04", "d"),
    ]

    assert [
        "EV-0001 source:SRC-01 repeats:SRC-03 origin_group:c",
        "EV-0001 source:SRC-01 repeats:SRC-02 repeats:SRC-04 origin_group:d",
    ] == written(chains(sources=sources).of_evidence("EV-0001"))


def test_a_citation_in_the_words_of_another_leads_to_him():
    sections: Any = {"facts": [fact(citations=[citation(speaker="SRC-02"), citation()])]}

    assert ["EV-0001 speaker:SRC-02 origin_group:b", "EV-0001 source:SRC-01 origin_group:a"] == written(
        chains(**sections).of_fact("F-001")
    )


def test_an_inferred_fact_leads_over_its_premises_and_each_chain_comes_once():
    sections: Any = {
        "evidence": [item(), item("EV-0002", "SRC-02")],
        "facts": [fact(), fact("F-002"), fact("F-003", "EV-0002", inferred_from=["F-001", "F-002"])],
    }

    assert ["EV-0001 source:SRC-01 origin_group:a"] == written(chains(**sections).of_fact("F-003"))


CIRCLE = [source("SRC-01", "a", repeats=["SRC-02"]), source("SRC-02", "b", repeats=["SRC-01"])]


def test_a_chain_that_leads_into_a_circle_ends_where_it_comes_back():
    entered = [*CIRCLE, source("SRC-03", "c", repeats=["SRC-02"])]

    assert ["EV-0001 source:SRC-03 repeats:SRC-02 repeats:SRC-01 repeats:SRC-02 …"] == written(
        chains(sources=entered, evidence=[item(source="SRC-03")]).of_evidence("EV-0001")
    )


def test_a_circle_is_shown_once_and_comes_back_to_its_start():
    assert ["SRC-01 repeats:SRC-02 repeats:SRC-01 …"] == written(chains(sources=CIRCLE).circles())


def test_a_circle_that_has_a_way_out_is_shown_too():
    sources = [CIRCLE[0], source("SRC-02", "b", repeats=["SRC-01", "SRC-03"]), source("SRC-03", "c")]
    found = chains(sources=sources)

    assert ["SRC-01 repeats:SRC-02 repeats:SRC-01 …"] == written(found.circles())
    assert ["EV-0001 source:SRC-01 repeats:SRC-02 repeats:SRC-03 origin_group:c"] == written(
        found.of_evidence("EV-0001")
    )


def test_every_source_of_circles_that_meet_is_shown():
    sources = [
        source("SRC-01", repeats=["SRC-02", "SRC-03"]),
        source("SRC-02", repeats=["SRC-01"]),
        source("SRC-03", repeats=["SRC-01"]),
    ]

    assert [
        "SRC-01 repeats:SRC-02 repeats:SRC-01 …",
        "SRC-03 repeats:SRC-01 repeats:SRC-03 …",
    ] == written(chains(sources=sources).circles())


def test_what_stands_between_two_circles_is_in_none():
    sources = [
        source("SRC-01", repeats=["SRC-02"]),
        source("SRC-02", repeats=["SRC-01", "SRC-03"]),
        source("SRC-03", repeats=["SRC-04"]),
        source("SRC-04", repeats=["SRC-05"]),
        source("SRC-05", repeats=["SRC-04"]),
    ]

    assert ["SRC-01 repeats:SRC-02 repeats:SRC-01 …", "SRC-04 repeats:SRC-05 repeats:SRC-04 …"] == written(
        chains(sources=sources).circles()
    )


def test_without_repeats_there_is_no_circle():
    assert () == chains().circles()


@settings(max_examples=100, deadline=None)
@given(cases())
def test_chains_end_at_the_origins_that_are_counted(whole: Case):
    found, index = Chains(whole), OriginIndex(whole)

    for code in (entry.id for entry in whole.evidence):
        ways = found.of_evidence(code)
        ends = {way.end for way in ways if not way.is_circle}
        assert ends <= index.of_evidence(code)
        assert any(way.is_circle for way in ways) or ends == index.of_evidence(code)


@settings(max_examples=100, deadline=None)
@given(cases())
def test_a_chain_of_a_fact_begins_with_an_item_and_its_steps_are_entries_or_origins(whole: Case):
    found = Chains(whole)
    origins = {entry.origin_group for entry in whole.sources} | {"PER-001"}

    for way in (way for entry in whole.facts for way in found.of_fact(entry.id)):
        assert way.start in {entry.id for entry in whole.evidence}
        assert {step.to for step in way.steps} <= whole.by_id.keys() | origins
