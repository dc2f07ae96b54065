"""What falls with an entry that was withdrawn, and what stands on."""

from typing import Any

import pytest

from referral.case.in_force import withdrawn, without_citations_of
from tests.unit.builder import case, citation, fact, item, mapping, source

GONE = {"status": "withdrawn"}


def fallen(**sections: Any) -> set[str]:
    """The codes that fall, those withdrawn themselves left out."""
    whole = case(**sections)
    return set(withdrawn(whole)) - {e.id for _, _, e in whole.entities() if e.is_withdrawn}


def test_with_a_source_fall_its_items_their_facts_and_what_is_mapped():
    sections: dict[str, Any] = {
        "evidence": [item(), item("EV-0002", "SRC-02")],
        "facts": [fact("F-001"), fact("F-002", "EV-0001", "EV-0002"), fact("F-003", "EV-0002")],
        "mappings": [mapping("M-001"), mapping("M-002", fact="F-001"), mapping("M-003", fact="F-002")],
    }

    assert {"EV-0001", "F-001", "M-001", "M-002"} == fallen(sources=[source(**GONE), source("SRC-02")], **sections)
    assert set() == fallen(sources=[source(), source("SRC-02")], **sections)


@pytest.mark.parametrize("key", ["translation_of", "transcript_of", "excerpt_of"])
def test_with_an_item_falls_what_is_made_of_it_over_every_step(key: str):
    made = item("EV-0002", **{key: "EV-0001"})

    assert {"EV-0002", "EV-0003"} == fallen(evidence=[item(**GONE), made, item("EV-0003", excerpt_of="EV-0002")])


def test_a_later_account_stands_without_the_earlier_one():
    later = item("EV-0002", account={"person": "PER-001", "kind": "statement", "prior_accounts": ["EV-0001"]})

    assert set() == fallen(evidence=[item(**GONE), later])


def test_a_fact_falls_with_its_last_premise():
    drawn = fact("F-003", inferred_from=["F-001", "F-002"])

    assert set() == fallen(facts=[fact("F-001", **GONE), fact("F-002"), drawn])
    assert {"F-003"} == fallen(facts=[fact("F-001", **GONE), fact("F-002", **GONE), drawn])


def test_what_a_withdrawn_speaker_said_is_not_left_to_the_paper_that_printed_it():
    relayed = citation(speaker="SRC-02")
    sections: dict[str, Any] = {"sources": [source(), source("SRC-02", **GONE)], "evidence": [item()]}
    whole = case(**sections, facts=[fact(citations=[relayed]), fact("F-002", citations=[relayed, citation()])])

    assert {"F-001", "SRC-02"} == withdrawn(whole)
    assert [0, 1] == [len(f.citations) for f in without_citations_of(whole, withdrawn(whole)).facts]


def test_a_case_of_which_nothing_is_withdrawn_stays_the_same():
    whole = case(facts=[fact()])

    assert frozenset() == withdrawn(whole)
    assert whole is without_citations_of(whole, withdrawn(whole))
