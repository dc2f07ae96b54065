"""Photographs and frames: what they show is told by the facts that cite them."""

from typing import Any

from referral.composition.functions.pictures import PictureFunctions
from tests.unit.builder import citation, fact, item
from tests.unit.composition.scenes import scene

Entry = dict[str, Any]


def shown(*evidence: Entry, facts: list[Entry] | None = None) -> list[Entry]:
    return PictureFunctions(scene(evidence=list(evidence), facts=facts or [], charges=[])).pictures()


def at_frame(code: str, *frames: str) -> Entry:
    return fact(code, citations=[citation(locator={"type": "frame", "value": value}) for value in frames])


def in_short(rows: list[Entry]) -> list[tuple[int, str, str | None, list[str]]]:
    return [
        (r["number"], r["item"]["id"], r["locator"] and r["locator"]["value"], [f["id"] for f in r["facts"]])
        for r in rows
    ]


def test_a_photograph_is_one_row_whoever_cites_it_and_where():
    facts = [fact("F-001"), at_frame("F-002", "1"), fact("F-003", "EV-0002")]
    rows = shown(item(kind="photo"), item("EV-0002"), facts=facts)

    assert [(1, "EV-0001", None, ["F-001", "F-002"])] == in_short(rows)


def test_a_photograph_that_no_fact_cites_still_stands_in_the_table():
    assert [(1, "EV-0001", None, [])] == in_short(shown(item(kind="satellite")))


def test_a_recording_gives_a_row_for_each_frame_that_is_cited():
    facts = [at_frame("F-001", "120", "95"), at_frame("F-002", "95"), fact("F-003")]

    assert [(1, "EV-0001", "95", ["F-001", "F-002"]), (2, "EV-0001", "120", ["F-001"])] == in_short(
        shown(item(kind="video"), facts=facts)
    )


def test_a_recording_without_frames_and_a_document_give_none():
    assert [] == shown(item(kind="video"), item("EV-0002"), facts=[fact("F-001"), fact("F-002", "EV-0002")])


def test_a_fact_that_cites_one_frame_twice_is_told_once():
    assert [(1, "EV-0001", "7", ["F-001"])] == in_short(shown(item(kind="video"), facts=[at_frame("F-001", "7", "7")]))
