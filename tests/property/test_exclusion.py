"""The smallest sets whose loss breaks a charge are those that trying every set finds."""

from itertools import combinations
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from referral.coverage import assess
from referral.coverage.exclusion import AT_MOST, Exclusions
from tests.unit.builder import case, charge, fact, item, law, mapping, source

CODES = [f"EV-000{n}" for n in range(1, 7)]
ELEMENTS = ["ex.2.a/1.a", "ex.2.a/1.b"], ["ex.1/1", "ex.1/2", "ex.1/3"]
cited = st.sets(st.sampled_from(CODES), min_size=1, max_size=3).map(sorted)


@st.composite
def cases(draw: st.DrawFn) -> Any:
    """A case of six items, some made of others, with facts that cite several and mappings to some elements."""
    items = [item(CODES[0])]
    for n, code in enumerate(CODES[1:], start=1):
        parent = draw(st.none() | st.sampled_from(CODES[:n]))
        items.append(item(code, **({"transcript_of": parent} if parent else {})))
    elements = draw(st.sampled_from(ELEMENTS))
    grounds = draw(st.lists(st.tuples(st.sampled_from(elements), cited), min_size=1, max_size=4))
    return case(
        sources=[source()],
        evidence=items,
        facts=[fact(f"F-00{n}", *codes) for n, (_, codes) in enumerate(grounds, start=1)],
        charges=[charge(provision=elements[0].rpartition("/")[0])],
        mappings=[mapping(f"M-00{n}", element, fact=f"F-00{n}") for n, (element, _) in enumerate(grounds, start=1)],
    )


def breaks(whole: Any, lost: frozenset[str]) -> bool:
    """Whether an element that had no hole has one without these items."""
    before, after = (assess(whole, law(), gone).charges[0].elements for gone in (frozenset[str](), lost))
    return any(new.is_hole and not old.is_hole for old, new in zip(before, after, strict=True))


def by_trying_every_set(whole: Any) -> set[frozenset[str]]:
    for size in range(1, AT_MOST + 1):
        found = {frozenset(lost) for lost in combinations(CODES, size) if breaks(whole, frozenset(lost))}
        if found:
            return found
    return set()


@settings(max_examples=60, deadline=None)
@given(cases())
def test_the_smallest_sets_are_those_of_brute_force(whole: Any):
    (found,) = Exclusions(whole, law()).breaks()

    assert by_trying_every_set(whole) == set(found.sets)


@settings(max_examples=60, deadline=None)
@given(cases(), st.sets(st.sampled_from(CODES), max_size=3))
def test_losing_items_never_closes_a_hole(whole: Any, lost: set[str]):
    before, after = (assess(whole, law(), gone).charges[0].elements for gone in (frozenset[str](), frozenset(lost)))

    assert [] == [old.element.id for old, new in zip(before, after, strict=True) if old.is_hole and not new.is_hole]
