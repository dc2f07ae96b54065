"""What a loss changes, and the smallest sets that break a charge, are what trying and assessing anew finds."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from referral.case.model import Case
from referral.coverage import assess
from referral.coverage.exclusion import AT_MOST, Exclusions, changes
from tests.property.any_case import CODES, FACTS, MAPPINGS, SOURCES, cases
from tests.unit.builder import law


def breaks(whole: Case, charged: int, lost: frozenset[str]) -> bool:
    """Whether an element of a charge that was supported is a hole without these items."""
    before, after = (assess(whole, law(), gone).charges[charged].elements for gone in (frozenset[str](), lost))
    return any(new.is_hole and not old.is_hole for old, new in zip(before, after, strict=True))


def by_trying_every_set(whole: Case, charged: int) -> set[frozenset[str]]:
    standing = [entry.id for entry in whole.evidence if not entry.is_withdrawn]
    for size in range(1, AT_MOST + 1):
        found = {frozenset(lost) for lost in combinations(standing, size) if breaks(whole, charged, frozenset(lost))}
        if found:
            return found
    return set()


@settings(max_examples=60, deadline=None)
@given(cases())
def test_the_smallest_sets_are_those_of_brute_force(whole: Case):
    found = [set(one.sets) for one in Exclusions(whole, law()).breaks()]

    assert [by_trying_every_set(whole, charged) for charged in range(2)] == found


@settings(max_examples=150, deadline=None)
@given(cases())
def test_what_one_two_or_three_items_change_is_what_assessing_anew_finds(whole: Case):
    asked, before = Exclusions(whole, law()), assess(whole, law())

    for lost in (frozenset(some) for size in range(4) for some in combinations(CODES, size)):
        assert changes(before, assess(whole, law(), lost)) == asked.without(lost)


@settings(max_examples=150, deadline=None)
@given(cases(), st.sets(st.sampled_from([*SOURCES, *CODES, *FACTS, *MAPPINGS, "EV-9999"]), max_size=6))
def test_sources_facts_and_mappings_may_be_lost_too(whole: Case, lost: set[str]):
    expected = changes(assess(whole, law()), assess(whole, law(), frozenset(lost)))

    assert expected == Exclusions(whole, law()).without(lost)


@settings(max_examples=150, deadline=None)
@given(cases(circles=True), st.sets(st.sampled_from([*SOURCES, *CODES, *FACTS]), max_size=3))
def test_facts_inferred_from_each_other_in_a_circle_are_no_exception(whole: Case, lost: set[str]):
    expected = changes(assess(whole, law()), assess(whole, law(), frozenset(lost)))

    assert expected == Exclusions(whole, law()).without(lost)


@settings(max_examples=60, deadline=None)
@given(cases())
def test_each_item_alone_is_listed_with_what_it_changes(whole: Case):
    before = assess(whole, law())
    standing = [entry.id for entry in whole.evidence if not entry.is_withdrawn]
    found = {code: changes(before, assess(whole, law(), frozenset({code}))) for code in standing}

    assert {code: changed for code, changed in found.items() if changed} == Exclusions(whole, law()).depended_upon()


@settings(max_examples=60, deadline=None)
@given(cases(), st.sets(st.sampled_from(CODES), max_size=3))
def test_losing_items_never_closes_a_hole(whole: Case, lost: set[str]):
    before, after = (assess(whole, law(), gone) for gone in (frozenset[str](), frozenset(lost)))
    pairs = [
        (old, new)
        for b, a in zip(before.charges, after.charges, strict=True)
        for old, new in zip(b.elements, a.elements, strict=True)
    ]

    assert [] == [old.element.id for old, new in pairs if old.is_hole and not new.is_hole]
