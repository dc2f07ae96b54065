"""Photographs and frames: what they show is told by the facts that cite them; who may be shown them, by the view."""

from typing import Any

from referral.composition.functions.pictures import PictureFunctions
from referral.document.drawings import Picture
from tests.unit.builder import citation, fact, item
from tests.unit.composition.scenes import scene
from tests.unit.images import picture

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


PHOTO = {"path": "files/a.png"}
LOOKED_THROUGH = {"path": "files/b.jpg", "shows_nobody": "true"}
PAPER = {"path": "files/c.txt"}


def images(*files: Entry, profile: str = "internal", can_be_read: bool = True, **about: Any) -> list[Entry]:
    """The images of one item with these files, as one recipient gets them."""
    entries = [item(files=list(files), **{"kind": "photo", **about})]
    made = scene(profile=profile, evidence=entries, facts=[fact("F-001", text="A clerk signs.")], charges=[])

    def read(path: str) -> Picture | None:
        return picture() if can_be_read else None

    made.read_picture = read
    return [image for row in PictureFunctions(made).pictures() for image in row["images"]]


def states(*files: Entry, **more: Any) -> list[tuple[str, str]]:
    return [(image["source"], image["state"]) for image in images(*files, **more)]


def test_every_image_file_of_an_item_is_shown_and_no_other_file():
    assert [("EV-0001/2", "shown"), ("EV-0001/3", "shown")] == states(PAPER, PHOTO, LOOKED_THROUGH)


def test_a_scan_of_a_paper_is_a_picture_too():
    assert [("EV-0001/1", "shown")] == states(PHOTO, kind="document")


def test_a_wide_circle_is_shown_only_what_was_looked_through():
    assert [("EV-0001/1", "withheld"), ("EV-0001/2", "shown")] == states(PHOTO, LOOKED_THROUGH, profile="public")


def test_a_file_about_another_is_no_picture_for_anybody():
    assert [("EV-0001/1", "withheld")] == states({**PHOTO, "role": "sidecar"})


def test_what_cannot_be_read_is_said_to_be_so():
    assert [("EV-0001/1", "unreadable")] == states(PHOTO, can_be_read=False)


def test_a_picture_is_told_by_what_is_seen_else_by_the_facts_that_cite_it():
    seen = {**PHOTO, "depicts": "a desk. "}
    told = [image["alternative"] for image in images(seen, PHOTO | {"path": "files/d.png"}, title="The photograph")]

    assert ["The photograph. A desk", "The photograph. A clerk signs"] == told


def test_a_recording_with_a_still_of_its_own_has_a_row_for_it_beside_its_frames():
    rows = shown(item(kind="video", files=[PHOTO]), facts=[at_frame("F-001", "95")])
    assert [None, "95"] == [row["locator"] and row["locator"]["value"] for row in rows]
