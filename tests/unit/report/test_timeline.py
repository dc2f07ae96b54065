"""The picture of incidents and facts: in their order, a line for each, or if many, a bar for each year."""

from typing import Any

from referral.report.page.timeline import MOST_LINES, timeline
from tests.unit.builder import fact
from tests.unit.report.tellers import small_case, teller


def drawn(*dates: str | None) -> dict[str, Any]:
    facts = [fact(f"F-{n:03}", date=date) for n, date in enumerate(dates, start=1)]
    return timeline(teller(small_case(facts=facts)))


def test_dated_facts_stand_in_their_order_and_undated_ones_apart():
    told = drawn("2023", "2022-03-05", None, "2022")

    assert (["F-004", "F-002", "F-001"], ["F-003"]) == (told["order"], told["undated"])


def test_an_incident_stands_before_the_facts_of_its_day_and_says_that_it_is_one():
    incidents = [{"id": "INC-01", "title": "A raid", "type": "raid_detention", "date": "2022-03-05"}]
    incidents.append({**incidents[0], "id": "INC-02", "date": None})  # type: ignore[dict-item]
    facts = [fact("F-001", date="2022-03-05"), fact("F-002", date="2022-01")]
    told = timeline(teller(small_case(facts=facts, incidents=incidents)))

    assert (["F-002", "INC-01", "F-001"], ["INC-02"]) == (told["order"], told["undated"])
    assert ["fact", "incident", "fact"] == [line["kind"] for line in told["lines"]]
    assert "5\xa0March 2022" == told["dates"]["INC-01"]


def test_a_line_goes_from_the_first_possible_day_to_the_last():
    year, day = drawn("2022", "2022-07-01")["lines"]

    assert 0 < day["width"] < year["width"]
    assert year["x"] < day["x"]


def test_a_line_with_an_open_end_says_so():
    assert [False, True] == [line["open"] for line in drawn("2021", "2022/..")["lines"]]


def test_many_facts_become_a_bar_for_each_year_in_which_they_begin():
    told = drawn(*["2021"] * MOST_LINES, "2022/2024", "2022")

    assert "lines" not in told
    assert [(2021, MOST_LINES), (2022, 2)] == [(bar["year"], bar["count"]) for bar in told["bars"]]


def test_without_a_dated_fact_nothing_is_drawn():
    assert {"order", "undated", "dates"} == drawn(None).keys()
