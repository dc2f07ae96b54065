"""Charts of claims: each where its number is, nothing compared across panels, a logarithmic scale only where needed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referral.document.line_drawing import Line, Polyline, Shade
from referral.figures import Bound, Claim, chart
from referral.figures.axis import number_scale
from tests.unit.figures.geometry import CHART, PAPER, boxes, claim, faults, words_of

NUMBERS = st.none() | st.integers(0, 10**7)


@st.composite
def claims(draw: st.DrawFn) -> list[Claim]:
    made = []
    for n in range(draw(st.integers(1, 30))):
        value = draw(NUMBERS)
        most = None if value is None else draw(st.none() | st.integers(value, 2 * 10**7))
        bound = Bound.NONE if value is None else draw(st.sampled_from([one for one in Bound if one is not Bound.NONE]))
        lines = (draw(st.text(st.sampled_from("абвїґщ Wwm.-"), max_size=120)), "станом на 2023 рік")
        panel, group = draw(st.sampled_from(["Призвані", "Мобілізовані", "Справи"])), draw(st.sampled_from(["", "a"]))
        made.append(Claim(f"Q-{n:02}", panel, f"{value}", lines, value, most, bound, group))
    return made


def written(number: int) -> str:
    return f"{number:,}".replace(",", "\u00a0")


@given(claims())
def test_no_words_touch_or_leave_the_page_and_no_claim_is_lost(found: list[Claim]):
    plates = chart(found, CHART, PAPER, written)

    assert [] == faults(plates)
    assert sorted(one.code for one in found) == sorted(code for plate in plates for code in plate.codes)


@given(st.lists(st.integers(0, 10**9), min_size=1))
def test_a_greater_number_never_lies_to_the_left_of_a_smaller_one(values: list[int]):
    scale = number_scale(values, 80, 150, written)
    places = [scale.place(value) for value in sorted(values)]

    assert places == sorted(places)
    assert 80 - 1e-6 <= places[0]
    assert places[-1] <= 150 + 1e-6


@pytest.mark.parametrize(
    ("values", "is_logarithmic"), [([34000, 40000], False), ([100, 5000], False), ([1, 10**6], True)]
)
def test_the_scale_is_logarithmic_only_where_numbers_lie_far_apart_and_then_it_is_said(
    values: list[int], is_logarithmic: bool
):
    plates = chart([claim(f"Q-{n}", value) for n, value in enumerate(values)], CHART, PAPER, written)
    assert is_logarithmic == (CHART["logarithmic"] in words_of(plates))


def test_claims_that_differ_stand_side_by_side_with_a_bracket():
    found = [claim("A", 5, group="a"), claim("B", 7), claim("C", 9, group="a")]
    (plate,) = chart(found, CHART, PAPER, written)

    assert ("A", "C", "B") == plate.codes
    assert CHART["differing"] in words_of((plate,))


def heads(bound: Bound) -> list[int]:
    """The ways in which arrows point in the figure of one claim, its legend included."""
    (plate,) = chart([claim("A", 7, bound)], CHART, PAPER, written)
    found = [
        s for s in plate.drawing.shapes if isinstance(s, Polyline) and s.fill is Shade.BLACK and len(s.points) == 3
    ]
    return [1 if shape.points[1][0] > shape.points[0][0] else -1 for shape in found]


def test_more_than_and_up_to_are_arrows_the_way_the_true_number_lies():
    assert [[1, 1], [-1, -1], []] == [heads(bound) for bound in (Bound.ABOVE, Bound.BELOW, Bound.EXACT)]


def test_a_range_has_a_line_from_end_to_end():
    (plate,) = chart([claim("A", 100, most=200)], CHART, PAPER, written)
    scale = number_scale([100, 200], 80, 156, written)
    ends = [(s.x1, s.x2) for s in plate.drawing.shapes if isinstance(s, Line) and s.thickness == pytest.approx(0.7)]

    assert (scale.place(100), scale.place(200)) == pytest.approx(ends[0])


def test_a_claim_without_a_number_is_told_in_words_only():
    (plate,) = chart([claim("A", None, Bound.NONE)], CHART, PAPER, written)
    assert not [shape for shape in plate.drawing.shapes if isinstance(shape, Polyline)]


def test_unlike_things_have_scales_of_their_own():
    other = Claim("B", "Справи", "7 справ", ("Крим",), 7, None, Bound.EXACT)
    (plate,) = chart([claim("A", 1000000), other], CHART, PAPER, written)

    assert CHART["logarithmic"] not in words_of((plate,))
    assert ["Призвані", "Справи"] == [box.text for box in boxes(plate) if box.text in ("Призвані", "Справи")]


def test_nought_stands_at_the_beginning_of_a_logarithmic_scale():
    scale = number_scale([0, 3, 10**6], 0, 100, written)
    assert (0, True) == (scale.place(0), scale.is_logarithmic)
