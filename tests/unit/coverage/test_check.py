"""Where the rules on law and coverage draw their lines; their places are shown in `tests/broken/case`."""

from typing import Any

import pytest

from referral.coverage.check import check_against_law, check_coverage
from tests.unit.builder import charge, fact, header, item, law, loaded, mapping, source


def found(rule: str, **sections: Any) -> list[str]:
    whole: dict[str, Any] = {"sources": [source("SRC-01", "a"), source("SRC-02", "b")]}
    whole["evidence"] = [item(), item("EV-0002", "SRC-02")]
    case = loaded(**{**whole, **sections})
    findings = [*check_against_law(case, law()), *check_coverage(case, law())]
    return [finding.message for finding in findings if finding.rule == rule]


@pytest.mark.parametrize(
    ("period", "rules"),
    [
        ("2010", set()),
        ("2005-01-01/2014-12-31", set()),
        ("2004-12-31", {"not-in-force"}),
        ("2014/2015", {"not-in-force"}),
        ("2014/..", {"not-in-force"}),  # an open end is that of the case
        ("../2004", {"not-in-force"}),
        (None, set()),
    ],
)
def test_a_provision_is_in_force_on_both_ends_of_the_period(period: str | None, rules: set[str]):
    assert bool(rules) == bool(found("not-in-force", charges=[charge(provision="ex.4", period=period)]))


@pytest.mark.parametrize(
    ("period", "straddles"),
    [("2020", False), ("2021", False), ("2020-12-31/2021-01-01", True), ("2020/..", True), ("202X", True)],
)
def test_a_period_in_two_editions_straddles(period: str, straddles: bool):
    messages = found("straddles-editions", charges=[charge(period=period)])

    assert straddles == bool(messages)
    assert all("since 2001-01-01 until 2020-12-31 and since 2021-01-01" in message for message in messages)


def test_a_mapping_may_go_to_an_element_of_mode_or_group():
    charged = charge(mode="ex.3", with_group="xs.1")
    mappings = [mapping("M-001", "ex.3/1"), mapping("M-002", "xs.1/2")]

    assert [] == found("unknown-element", charges=[charged], mappings=mappings)
    assert found("unknown-element", charges=[charge()], mappings=mappings)


def hints(**sections: Any) -> list[str | None]:
    case = loaded(sources=[source()], evidence=[item()], **sections)
    return [finding.hint for finding in check_against_law(case, law()) if finding.rule.startswith("unknown-")]


@pytest.mark.parametrize(
    ("element", "hint"),
    [
        ("xs.1/1", "it belongs to xs.1, which CH-01 does not charge"),
        ("ex.1/9", "elements: ex.1/1, ex.1/2, ex.1/3"),
        ("ex.l/1", "nearest: ex.1/1"),
    ],
)
def test_an_element_that_the_charge_lacks_is_placed_where_it_belongs(element: str, hint: str):
    assert [hint] == hints(charges=[charge()], mappings=[mapping(element=element)])


def test_a_provision_like_none_is_answered_with_the_search_and_a_mode_with_the_modes():
    search = "to search by words: referral law list --find WORD"

    assert [search] == hints(charges=[charge(provision="qqqqqqq")])
    assert [f"{search}; modes: ex.3"] == hints(charges=[charge(mode="co-perpetrator")])


def test_a_charge_under_an_unknown_provision_is_not_blamed_for_its_elements_too():
    whole: dict[str, Any] = {"charges": [charge(mode="ex.33"), charge("CH-02")], "mappings": [mapping()]}
    case = loaded(sources=[source()], evidence=[item()], **whole)

    assert ["unknown-provision"] == [finding.rule for finding in check_against_law(case, law())]


@pytest.mark.parametrize(
    "sections",
    [
        {"considered": [{"id": "CON-01", "provision": "ex.9", "reason": "Because."}]},
        {"charges": [charge(breaches=["xt.1", "ex.9"])]},
        {"charges": [charge(with_group="ex.9")]},
        {"proceedings": [{"id": "PR-01", "kind": "court", "title": "A", "provisions": ["ex.9"]}]},
        {"evidence": [item(procedural_action={"name": "Search", "article": "ex.9"})]},
    ],
)
def test_every_reference_to_the_law_is_looked_up(sections: dict[str, Any]):
    case = loaded(sources=[source()], **sections)

    assert ["unknown-provision"] == [finding.rule for finding in check_against_law(case, law())]


def test_a_real_item_may_stand_under_the_contextual_element_of_an_invented_charge():
    whole: dict[str, Any] = {"case": header(demonstration="true"), "charges": [charge(invented="true")]}

    assert [] == found("real-under-invented", **whole, mappings=[mapping(element="ex.1/3", invented="true")])
    assert found("real-under-invented", **whole, mappings=[mapping(element="ex.1/1", invented="true")])


def test_charges_with_the_same_weakness_are_told_one_by_one_with_all_their_elements():
    messages = found("element-gap", charges=[charge(), charge("CH-02", provision="xs.1")])

    assert ["CH-01: nothing supports: ex.1/1, ex.1/2, ex.1/3", "CH-02: nothing supports: xs.1/1, xs.1/2"] == messages


def test_hearsay_of_unnamed_persons_is_told_only_where_there_is_nothing_else():
    anonymous = mapping("M-001", knowledge="hearsay_anonymous")

    assert found("anonymous-only", charges=[charge()], mappings=[anonymous])
    assert [] == found("anonymous-only", charges=[charge()], mappings=[anonymous, mapping("M-002", evidence="EV-0002")])
    assert [] == found("anonymous-only", charges=[charge()])


def test_a_contested_element_of_one_origin_is_told_as_both():
    against = mapping("M-002", evidence="EV-0002", bearing="contradicts")
    whole: dict[str, Any] = {"charges": [charge()], "mappings": [mapping(), against]}

    assert found("contested-element", **whole)
    assert found("single-origin", **whole)


def test_corroboration_needs_another_origin_than_the_fact_corroborated():
    facts = [fact("F-001"), fact("F-002", "EV-0002"), fact("F-003", "EV-0001", "EV-0002")]
    whole: dict[str, Any] = {"charges": [charge()], "facts": facts}

    assert found("same-origin-corroboration", **whole, mappings=[mapping(corroborates=["F-001"])])
    for code, other in (("F-002", "F-001"), ("F-003", "F-001"), ("F-001", "F-003")):
        assert [] == found("same-origin-corroboration", **whole, mappings=[mapping(fact=code, corroborates=[other])])
