"""A weighing that other charges read says what the same mapping says if it is written by hand for each of them."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from referral.case.model import Case
from referral.coverage import Coverage, assess
from referral.coverage.exclusion import Exclusions
from referral.coverage.questions import questions_of
from tests.property.any_case import CODES, ELEMENTS, FACTS, SOURCES, cases
from tests.unit.builder import law

Entry = dict[str, Any]


@st.composite
def written_twice(draw: st.DrawFn) -> tuple[Case, Case]:
    """The same case with `read_by`, and with a mapping for each reading."""
    whole = draw(cases())
    shared: list[Entry] = []
    by_hand: list[Entry] = []
    for mapping in whole.model_dump(mode="json")["mappings"]:
        others = [pair for pair in ELEMENTS if pair != (mapping["charge"], mapping["element"])]
        read = draw(st.lists(st.sampled_from(others), max_size=2, unique=True))
        shared.append({**mapping, "read_by": [{"charge": one, "element": element} for one, element in read]})
        by_hand.append(mapping)
        for n, (one, element) in enumerate(read):
            by_hand.append({**mapping, "id": f"{mapping['id']}-{n}", "charge": one, "element": element})
    data = whole.model_dump(mode="json")
    first, second = ({**data, "mappings": mappings} for mappings in (shared, by_hand))
    return Case.model_validate(first), Case.model_validate(second)


def told(coverage: Coverage) -> list[object]:
    """Everything but the ids of mappings."""
    return [coverage.orphans] + [
        (c.charge.id, e.element.id, e.state, e.origins, e.is_hole, e.alternatives, [_item(i) for i in e.items])
        for c in coverage.charges
        for e in c.elements
    ]


def _item(item: Any) -> object:
    weighed = item.mapping
    return item.evidence, item.origins, weighed.fact, weighed.evidence, weighed.bearing, weighed.tier, weighed.strength


@settings(max_examples=150, deadline=None)
@given(written_twice(), st.sets(st.sampled_from([*SOURCES, *CODES, *FACTS]), max_size=3))
def test_the_coverage_is_the_same_whatever_is_lost(pair: tuple[Case, Case], lost: set[str]):
    shared, by_hand = (told(assess(case, law(), frozenset(lost))) for case in pair)

    assert by_hand == shared


@settings(max_examples=60, deadline=None)
@given(written_twice())
def test_what_is_depended_upon_is_the_same(pair: tuple[Case, Case]):
    shared, by_hand = (Exclusions(case, law()) for case in pair)

    assert by_hand.depended_upon() == shared.depended_upon()
    assert by_hand.breaks() == shared.breaks()


@settings(max_examples=60, deadline=None)
@given(written_twice())
def test_the_same_questions_are_asked(pair: tuple[Case, Case]):
    shared, by_hand = (questions_of(case, law()) for case in pair)

    assert by_hand == shared
