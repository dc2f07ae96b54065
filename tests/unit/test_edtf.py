"""Uncertain dates: outer bounds, refusals in plain words, and agreement with another implementation."""

from datetime import date
from typing import Any

import pytest
from edtf import parse_edtf as oracle
from hypothesis import example, given, settings
from hypothesis import strategies as st

from referral.edtf import certainly_before, may_overlap, parse_edtf


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2022", "2022-01-01", "2022-12-31"),
        ("2022-03", "2022-03-01", "2022-03-31"),
        ("2022-03-05", "2022-03-05", "2022-03-05"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2024-02-29", "2024-02-29", "2024-02-29"),
        ("2022-03-XX", "2022-03-01", "2022-03-31"),
        ("2022-XX-XX", "2022-01-01", "2022-12-31"),
        ("2022-XX", "2022-01-01", "2022-12-31"),
        ("202X", "2020-01-01", "2029-12-31"),
        ("20XX", "2000-01-01", "2099-12-31"),
        ("000X", "0001-01-01", "0009-12-31"),
        ("9999", "9999-01-01", "9999-12-31"),
        ("2022?", "2022-01-01", "2022-12-31"),
        ("2022-03~", "2022-03-01", "2022-03-31"),
        ("2022-03-05%", "2022-03-05", "2022-03-05"),
        ("2022-21", "2022-03-01", "2022-06-21"),
        ("2022-22", "2022-06-01", "2022-09-23"),
        ("2022-23", "2022-09-01", "2022-12-22"),
        ("2022-24", "2022-01-01", "2023-03-21"),
        ("2022-03/2022-05-10", "2022-03-01", "2022-05-10"),
        ("2022-03-10/2022-03", "2022-03-10", "2022-03-31"),
        ("2014-02-20/..", "2014-02-20", None),
        ("../2022-09-21", None, "2022-09-21"),
        ("2022-03?/2022-05~", "2022-03-01", "2022-05-31"),
    ],
)
def test_an_expression_has_the_days_it_can_mean_at_the_outside(text: str, earliest: str | None, latest: str | None):
    when = parse_edtf(text)

    assert (earliest, latest) == tuple(d.isoformat() if d else None for d in (when.earliest, when.latest))
    assert text == str(when)


@pytest.mark.parametrize(
    "text",
    [
        "2022-02-29",
        "2022-02-30",
        "2022-04-31",
        "2022-13",
        "2022-00",
        "2022-03-00",
        "2022-03-32",
        "0000",
        "22",
        "2022-3",
        "2022-3-5",
        "2022-03-5",
        "05.03.2022",
        "03/05/2022",
        "20220305",
        "2022-21-05",
        "2022-25",
        "9999-24",
        "XXXX",
        "X022",
        "2X22",
        "2022-X3",
        "2022-1X",
        "2022-03-1X",
        "2022-XX-05",
        "202X-05",
        "2022??",
        "?2022",
        "2022-?03",
        "-2022",
        "Y2022",
        "2022-03-05T10:00",
        "2022/2021",
        "2022-03/2022-02",
        "../..",
        "/2022",
        "2022/",
        "2022/2023/2024",
        "[2022]",
        "{2022,2023}",
        "unknown",
        "２０２２",
        "2022-٠٣",
    ],
)
def test_what_is_no_date_of_the_subset_is_refused_in_words_that_quote_it(text: str):
    with pytest.raises(ValueError, match='"'):
        parse_edtf(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("05.03.2022", "write 2022-03-05"),
        ("2022-02-30", "there is no such day"),
        ("2022-XX-05", "write an interval"),
        ("2022/2021", "ends before it begins"),
        ("../..", "neither a beginning nor an end"),
    ],
)
def test_a_refusal_says_what_to_do(text: str, words: str):
    with pytest.raises(ValueError, match=words):
        parse_edtf(text)


def test_the_parts_that_are_stated_are_kept():
    start = parse_edtf("2022-03-XX?").start
    assert start is not None
    assert ("2022", "03", "XX", "?", None) == (start.year, start.month, start.day, start.qualifier, start.season)
    autumn = parse_edtf("2022-23").start
    assert autumn is not None
    assert 23 == autumn.season


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [
        ("2022-03-05", "2022-03-06", True),
        ("2022-03-05", "2022-03-05", False),
        ("2022-03", "2022-03-31", False),
        ("2022-03", "2022-04", True),
        ("2022", "2022-12", False),
        ("../2021", "2022", True),
        ("2021/..", "2022", False),
        ("2020", "../2022", False),
    ],
)
def test_one_date_is_before_another_only_if_every_day_of_it_is(one: str, other: str, before: bool):
    assert before == certainly_before(parse_edtf(one), parse_edtf(other))


def test_dates_may_overlap_unless_one_is_certainly_before_the_other():
    assert may_overlap(parse_edtf("2022-03"), parse_edtf("2022"))
    assert may_overlap(parse_edtf("2022/.."), parse_edtf("2030"))
    assert not may_overlap(parse_edtf("2022-03"), parse_edtf("2022-04"))
    assert not may_overlap(parse_edtf("2022-04"), parse_edtf("2022-03"))


YEARS = st.integers(1, 9999).map("{:04}".format)
PARTIAL_YEARS = st.integers(1, 999).map("{:03}X".format) | st.integers(1, 99).map("{:02}XX".format)
MONTHS = st.tuples(YEARS, st.integers(1, 12).map("{:02}".format) | st.just("XX")).map("-".join)
DAYS = st.dates().map(date.isoformat) | MONTHS.map("{}-XX".format)
QUALIFIERS = st.sampled_from(["", "?", "~", "%"])
SINGLE = st.tuples(YEARS | PARTIAL_YEARS | MONTHS | DAYS, QUALIFIERS).map("".join)


@settings(deadline=None)
@given(SINGLE)
@example("2022-XX")
def test_bounds_are_those_of_another_implementation(text: str):
    ours, theirs = parse_edtf(text), oracle(text)

    assert _day(theirs.lower_strict(), 1) == ours.earliest
    assert _day(theirs.upper_strict(), 9999) == ours.latest


@settings(deadline=None)
@given(SINGLE, SINGLE)
def test_an_interval_reaches_from_the_start_of_one_to_the_end_of_the_other(one: str, other: str):
    first, second = parse_edtf(one), parse_edtf(other)
    assert first.earliest is not None
    assert second.latest is not None
    if first.earliest > second.latest:
        with pytest.raises(ValueError, match="ends before it begins"):
            parse_edtf(f"{one}/{other}")
    else:
        when = parse_edtf(f"{one}/{other}")
        assert (first.earliest, second.latest) == (when.earliest, when.latest)


@settings(deadline=None)
@given(st.text() | st.text(alphabet="0123456789X-/.?~%", max_size=21))
def test_any_text_is_a_date_or_a_value_error(text: str):
    try:
        when = parse_edtf(text)
    except ValueError:
        return
    assert when.earliest is None or when.latest is None or when.earliest <= when.latest


def _day(bound: Any, year: int) -> date:
    """The oracle gives a `struct_time`; its year 0 is not in the calendar."""
    return date(max(bound[0], 1), bound[1], bound[2]) if bound[0] else date(year, 1, 1)
