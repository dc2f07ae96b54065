"""What an index answers: counts of what cases record, invented and real apart, numbers of sources never added."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from referral.portfolio.asked_for import Built
from referral.portfolio.questions import QUESTIONS
from referral.portfolio.record import Held, Record
from referral.portfolio.store import store
from tests.unit.portfolio.folders import asked
from tests.unit.portfolio.records import document, element, figure, head, proceeding, record


def answer(path: Path, name: str, *records: Record, built: Built = Built.CURRENT) -> list[dict[str, Any]]:
    with store(path / "index", {}) as index:
        for one in records:
            index.put(one)
    with asked(path / "index", built) as opened:
        found = QUESTIONS[name](opened)
    return [dict(zip((column.name for column in found.columns), row, strict=True)) for row in found.rows]


def only(rows: list[dict[str, Any]], *names: str) -> list[tuple[Any, ...]]:
    return [tuple(row[name] for name in names) for row in rows]


def test_each_case_is_shown_with_what_is_open_in_it(tmp_path: Path):
    elements = (element(is_gap=True), element("ex.1/2", origins=1), element("ex.1/2", charge="CH-02", origins=2))
    held = head("a", title={"en": "A case"}, as_at="2024-01-31", withheld=3)
    whole = record("a", case=held, elements=elements, documents=(document(), document("a/public/y.pdf")))
    unread = record("b", case=replace(head("b", held=Held.HAS_ERRORS), path=""))
    rows = answer(tmp_path, "cases", whole, unread, built=Built.STALE)

    names = ("path", "held", "charges", "elements", "gaps", "single_origin", "not_current", "withheld")
    assert [("[key-of-b]", "has_errors", 0, 0, 0, 0, 0, 0), ("a", "whole", 2, 3, 1, 1, 2, 3)] == only(rows, *names)
    assert {"en": "A case"} == rows[1]["title"]


def test_an_element_is_counted_over_all_charges_by_its_states(tmp_path: Path):
    a = record("a", elements=(element("ex.1/10"), element("ex.1/2", state="contested", origins=1)))
    b = record("b", elements=(element("ex.1/2", state="gap", is_gap=True), element("ex.1/2", is_invented=True)))
    rows = answer(tmp_path, "states", a, b)

    names = ("element", "invented", "contested", "gap", "gaps", "single_origin")
    assert [
        ("ex.1/2", False, 1, 1, 1, 1),
        ("ex.1/2", True, 0, 1, 0, 0),
        ("ex.1/10", False, 0, 1, 0, 0),
    ] == only(rows, *names)
    assert {"en": "Words of ex.1/2"} == rows[0]["wording"]


def test_elements_of_a_single_origin_are_those_with_one_and_no_other(tmp_path: Path):
    a = record("a", elements=(element("ex.1/1"), element("ex.1/2", origins=1), element("ex.1/3", origins=2)))

    assert [("a", "CH-01", "ex.1/2")] == only(answer(tmp_path, "single_origin", a), "path", "charge", "element")


@pytest.mark.parametrize(
    ("built", "expected"),
    [(Built.CURRENT, []), (Built.STALE, ["stale"]), (Built.MISSING, ["missing"]), (Built.UNKNOWN, ["unknown"])],
)
def test_documents_are_shown_that_are_not_as_they_would_be_built(tmp_path: Path, built: Built, expected: list[str]):
    rows = answer(tmp_path, "documents", record("a", documents=(document(),)), built=built)

    assert expected == [row["built"] for row in rows]


def test_charges_are_counted_by_stage_each_once(tmp_path: Path):
    elements = (element(), element("ex.1/2"), element(charge="CH-02"), element(charge="CH-03", stage="suspicion"))
    invented = (element(charge="CH-01", is_invented=True),)
    rows = answer(tmp_path, "charges", record("a", elements=elements), record("b", elements=invented))

    assert [
        ("investigation", False, 2),
        ("investigation", True, 1),
        ("suspicion", False, 1),
    ] == only(rows, "stage", "invented", "charges")


def test_proceedings_are_counted_by_step_in_the_order_of_steps(tmp_path: Path):
    found = (proceeding(step="decision", kind="court"), proceeding(), proceeding(is_invented=True), proceeding())
    rows = answer(tmp_path, "steps", record("a", proceedings=found))

    assert [
        ("investigation", "pre_trial", False, 2),
        ("investigation", "pre_trial", True, 1),
        ("decision", "court", False, 1),
    ] == only(rows, "step", "kind", "invented", "proceedings")


def test_numbers_of_sources_stand_side_by_side_by_stage(tmp_path: Path):
    a = record("a", figures=(figure(category="convicted", number=2), figure(number=18), figure(number=11, upper=13)))
    b = record("b", figures=(figure(number=-1, precision="indefinite"), figure(number=18)))
    rows = answer(tmp_path, "figures", a, b)

    assert [
        ("investigations", 18, "a"),
        ("investigations", "11–13", "a"),
        ("investigations", "", "b"),
        ("investigations", 18, "b"),
        ("convicted", 2, "a"),
    ] == only(rows, "stage", "number", "path")
