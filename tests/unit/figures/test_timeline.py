"""Timelines: every event once, in order, with a mark that says no more than its date."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referral.document.line_drawing import Dash, Polyline, Rectangle, Shade
from referral.edtf import parse_edtf
from referral.figures import Event, Plate, timeline
from referral.figures.axis import time_scale
from referral.figures.events import mark, scale_of
from tests.unit.figures.geometry import PAPER, TIMELINE, boxes, event, faults, words_of

INSTANTS = ["2022-03-05", "2022-03", "2022", "2022-03-XX", "2022-XX-XX", "202X", "2022-21", "2014?", "2022-05~"]
INTERVALS = ["2022-03/2022-06", "2014/..", "2022-03-05/2022-04-20", "../2022-08", "0001/9999-12-31"]
DATES = st.sampled_from([*INSTANTS, *INTERVALS])
LETTERS = st.text(st.sampled_from("абвїґщЮЖ Wwm.-–/ 12"), max_size=90)


@st.composite
def many_events(draw: st.DrawFn) -> list[Event]:
    dates = draw(st.lists(st.none() | DATES, min_size=1, max_size=40))
    return [Event(f"INC-{n:03}", draw(LETTERS), w or "–", parse_edtf(w) if w else None) for n, w in enumerate(dates)]


@given(many_events())
def test_no_words_touch_or_leave_the_page_and_no_event_is_lost(events: list[Event]):
    plates = timeline(events, TIMELINE, PAPER)

    assert [] == faults(plates)
    assert sorted(one.code for one in events) == sorted(code for plate in plates for code in plate.codes)


@pytest.mark.parametrize("days", [1, 12, 300])
def test_three_hundred_events_fit_a_few_pages_and_keep_their_codes(days: int):
    events = [event(f"INC-{n:03}", f"2022-{n % days % 12 + 1:02}-{n % days // 12 + 1:02}") for n in range(300)]
    plates = timeline(events, TIMELINE, PAPER)

    assert [] == faults(plates)
    assert len(plates) <= 4
    assert sorted(one.code for one in events) == sorted(code for plate in plates for code in plate.codes)


def test_events_stand_in_the_order_of_time_and_those_without_a_date_come_last():
    events = [event("C", None), event("B", "2022-06"), event("A", "2022-03-05"), event("D", "2014/..")]
    (plate,) = timeline(events, TIMELINE, PAPER)

    assert ("D", "A", "B", "C") == plate.codes


def test_events_of_one_day_share_a_mark_that_counts_them():
    events = [event(f"INC-{n:03}", "2022-03-05") for n in range(100)]
    (plate,) = timeline(events, TIMELINE, PAPER)

    assert "INC-000 … INC-099 (100)" in [box.text for box in boxes(plate)]
    assert 100 == len(plate.codes)


def test_a_long_title_is_broken_between_words_and_a_word_longer_than_its_column_within():
    plates = timeline([event("A", "2022", "дуже" + "довге" * 30), event("B", "2023", "слово " * 9)], TIMELINE, PAPER)

    assert [] == faults(plates)
    assert "слово слово" in words_of(plates)


def test_a_legend_has_the_marks_that_occur_and_no_others():
    (plate,) = timeline([event("A", "2022-03-05"), event("B", "2022-06-07")], TIMELINE, PAPER)

    assert TIMELINE["exact"] in words_of((plate,))
    assert TIMELINE["open"] not in words_of((plate,))


def marks(when: str) -> list[object]:
    scale = time_scale(parse_edtf("2022").start.earliest, parse_edtf("2023").start.latest, 10, 90)  # type: ignore[union-attr]
    return [*mark(event("A", when), scale, 5, (6, 94))]


def test_a_day_is_a_full_diamond_and_an_uncertain_one_a_hollow_one():
    (sure,), (unsure,) = marks("2022-03-05"), marks("2022-03-05?")

    assert isinstance(sure, Polyline)
    assert isinstance(unsure, Polyline)
    assert (Shade.BLACK, Shade.WHITE) == (sure.fill, unsure.fill)


def test_a_month_is_a_hollow_bar_over_all_its_days():
    (bar,) = marks("2022-03")

    assert isinstance(bar, Rectangle)
    assert (Shade.WHITE, Dash.SOLID) == (bar.fill, bar.dash)
    assert 31 / 730 * 80 == pytest.approx(bar.width)


def test_an_interval_is_full_only_on_the_days_that_are_certain():
    hollow, full = marks("2022-03/2022-06")

    assert isinstance(hollow, Rectangle)
    assert isinstance(full, Rectangle)
    assert (Shade.WHITE, Shade.GREY) == (hollow.fill, full.fill)
    assert hollow.x < full.x < full.x + full.width < hollow.x + hollow.width


@pytest.mark.parametrize(("when", "way"), [("2022-03/..", 1), ("../2022-03", -1)])
def test_an_open_end_is_an_arrow_and_no_line(when: str, way: int):
    heads = [shape for shape in marks(when) if isinstance(shape, Polyline) and shape.fill is Shade.BLACK]
    (head,) = heads

    assert way == (1 if head.points[1][0] > head.points[0][0] else -1)
    assert not [shape for shape in marks(when) if isinstance(shape, Rectangle) and shape.ink is not Shade.NONE]


def test_what_goes_on_beyond_the_last_day_has_room_to_be_seen():
    scale = scale_of([event("A", "2020"), event("B", "2022-03-05/..")], 0, 100)
    assert scale.place(parse_edtf("2022-03-06").earliest.toordinal()) < 92  # type: ignore[union-attr]


def test_no_events_make_no_plate():
    assert () == timeline([], TIMELINE, PAPER)


def test_the_same_events_in_another_order_make_the_same_plates():
    events = [event(f"INC-{n}", f"2022-{n + 1:02}") for n in range(9)]
    first: tuple[Plate, ...] = timeline(events, TIMELINE, PAPER)

    assert first == timeline(list(reversed(events)), TIMELINE, PAPER)
